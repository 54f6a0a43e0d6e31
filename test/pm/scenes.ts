import { acceptSecondary } from './accept';
import { daysBefore } from './format';
import { PAYER } from './payers';
import type { Practice } from './practice';
import { type Claim, type Patient, type Policy, patientResponsibility, STATUSES, type Status } from './truth';

/** A fixed fictional patient whom tests and the demo rely on: ids never depend on seed or day. */
export interface Scene {
  memberId: number;
  chart: string;
  name: string;
  /** `main` is the claim the scene is about. */
  claims: { main: string; [role: string]: string };
  about: string;
}

export function scene<Role extends string = never>(
  no: number,
  name: string,
  about: string,
  claims?: Record<Role, number>,
): Scene & { claims: Record<Role | 'main', string> } {
  const roles = Object.entries<number>({ ...claims, main: 1 }).map(([role, n]) => [role, claimId(no, n)]);
  return {
    memberId: 1000 + no,
    chart: `HF${7_001_000 + no}`,
    name,
    claims: Object.fromEntries(roles) as Record<Role | 'main', string>,
    about,
  };
}

/** Claim `n` of scene `no`, e.g. 5001001. */
function claimId(no: number, n: number): string {
  return String(5_000_000 + no * 1000 + n);
}

export const SCENES = {
  electronic: scene(
    1,
    'GARCIA, MARIA L',
    'AETNA, then CIGNA on the claim; three balanced lines; two GARCIA profiles at CIGNA; 12 other claims',
    { other: 2 },
  ),
  paper: scene(2, 'NOWAK, PETER', 'the secondary takes no electronic secondary claims: Print Locally, Paper Accepted'),
  crossover: scene(3, 'OKAFOR, GRACE', 'Medicare primary, MA18 says that it was forwarded to AARP'),
  centOff: scene(4, 'LINDQVIST, ERIK', 'line 2 is a cent short in PR-2; mended in the posting it is accepted'),
  unposted: scene(5, 'HAYASHI, KEN', 'line 2 has no posting'),
  denied: scene(6, 'PETROV, IRINA', 'every line paid $0.00: PR-96 and CO-97'),
  medicareSecondary: scene(7, 'ADEYEMI, SAMUEL', 'employer plan primary, Medicare secondary (MSP)'),
  chartOnlySecondary: scene(8, 'ROSSI, ELENA', 'the secondary is in the chart, not on the claim'),
  archivedSecondary: scene(9, 'KOWALSKI, JAN', 'the only secondary profile is archived'),
  noSecondary: scene(10, 'DUBOIS, CLAIRE', 'no secondary anywhere'),
  alreadyBilled: scene(11, 'SILVA, PAULO', 'the secondary claim exists already'),
  appeal: scene(12, 'MENDEZ, ROSA', 'marked for appeal'),
  writtenOff: scene(13, 'OLSEN, INGRID', 'the patient balance was written off'),
  patientPaid: scene(14, 'BANERJEE, ANIL', 'the patient has paid all of the patient responsibility'),
  age179: scene(15, 'FISCHER, HANNA', 'date of service 179 days ago'),
  age180: { ...scene(15, 'FISCHER, HANNA', 'date of service 180 days ago'), claims: { main: claimId(15, 2) } },
  age181: { ...scene(15, 'FISCHER, HANNA', 'date of service 181 days ago'), claims: { main: claimId(15, 3) } },
  nearPayers: scene(
    16,
    'TRAN, LINH',
    'the chart says BCBS TX; the payer list has BLUE CROSS BLUE SHIELD OF TEXAS, BCBS TX FEP, BCBS OF TENNESSEE ...',
  ),
  twoPolicies: scene(17, 'WALKER, DENISE', 'two profiles, same last name, same insurance ID at HUMANA'),
  medicareNoSign: scene(18, 'HOFFMAN, WALTER', 'Medicare primary, nothing says whether it was forwarded'),
  medicareNotForwarded: scene(19, 'BRENNAN, NORA', 'Medicare primary, MA19 and N387: not forwarded'),
  manyClaims: scene(20, 'CASTILLO, BEATRIZ', '204 claims'),
  hostileName: scene(21, `O'NEIL <IMG SRC=X ONERROR=ALERT(1)>, "TESS" &AMP;`, 'a name that is markup if not escaped'),
  noPayerId: scene(22, 'IVERSEN, SOLVEIG', 'the secondary has no payer ID in the payer list'),
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof SCENES;

/** The two other profiles that a search by last name finds beside a scene's own. */
export const NAMESAKES = {
  electronic: { memberId: 1051, name: 'GARCIA, MARTIN' },
  twoPolicies: { memberId: 1052, name: 'WALKER, THEO' },
} as const;

export const THREE_LINES = [
  { procedure: '99214', answer: 'deductible' as const },
  { procedure: '93000', answer: 'coinsurance' as const },
  { procedure: '36415', answer: 'paid-in-full' as const },
];

export const TWO_LINES = [
  { procedure: '99213', answer: 'copay' as const },
  { procedure: '80053', answer: 'coinsurance' as const },
];

export function nameOf(full: string): { last: string; first: string; middle: string } {
  const [last = '', given = ''] = full.split(', ');
  const [first = '', ...middle] = given.split(' ');
  return { last, first, middle: middle.join(' ') };
}

/** Puts every scene into the practice. */
export function addScenes(practice: Practice): void {
  const { addPatient, addPolicy, addClaim, truth } = practice;

  const patient = (s: Scene): Patient => addPatient(s.memberId, nameOf(s.name), { chart: s.chart });
  const both = (s: Scene, primary: string, secondary: string) => {
    const who = patient(s);
    return { who, primary: addPolicy(who, 'Primary', primary), secondary: addPolicy(who, 'Secondary', secondary) };
  };
  /** The usual scene: one two-line claim, primary and secondary on it. */
  const usual = (s: Scene, primary: string, secondary: string, age = 45): Claim => {
    const p = both(s, primary, secondary);
    return addClaim(p.who, { id: s.claims.main, ...p, age, lines: TWO_LINES });
  };
  const medicare = (s: Scene, remarks: string[]): Claim => {
    const p = both(s, PAYER.medicare, PAYER.aarp);
    const lines = [
      { procedure: '99214', answer: 'medicare' as const, remarks },
      { procedure: '93000', answer: 'medicare' as const, remarks },
    ];
    return addClaim(p.who, { id: s.claims.main, ...p, age: 52, lines });
  };

  electronic();
  usual(SCENES.paper, PAYER.united, PAYER.paperOnly);

  const crossover = medicare(SCENES.crossover, [
    'MA18 Claim forwarded to supplemental insurer AARP MEDICARE SUPPLEMENT',
  ]);
  crossover.notes.push('Forwarded to AARP MEDICARE SUPPLEMENT');
  const okafor = truth.patients.find((p) => p.id === SCENES.crossover.memberId);
  if (okafor) addPolicy(okafor, 'Ancillary', PAYER.dmerc);

  const centOff = usual(SCENES.centOff, PAYER.aetna, PAYER.united);
  const short = centOff.lines[1]?.postings[0]?.adjustments.find((a) => a.group === 'PR');
  if (short) short.amount -= 1;

  const unposted = usual(SCENES.unposted, PAYER.cigna, PAYER.united);
  const bare = unposted.lines[1];
  if (bare) bare.postings = [];

  const denied = both(SCENES.denied, PAYER.aetna, PAYER.humana);
  addClaim(denied.who, {
    id: SCENES.denied.claims.main,
    ...denied,
    age: 38,
    lines: [
      { procedure: '90834', answer: 'not-covered', remarks: ['N130 Consult plan benefit documents'] },
      { procedure: '36415', answer: 'bundled', remarks: ['M15 Separately billed services are bundled'] },
    ],
  });

  usual(SCENES.medicareSecondary, PAYER.united, PAYER.medicare);

  const rossi = both(SCENES.chartOnlySecondary, PAYER.aetna, PAYER.humana);
  addClaim(rossi.who, {
    id: SCENES.chartOnlySecondary.claims.main,
    primary: rossi.primary,
    age: 45,
    lines: TWO_LINES,
  });

  const kowalski = patient(SCENES.archivedSecondary);
  const own = addPolicy(kowalski, 'Primary', PAYER.united);
  const ended = { archived: true, termination: daysBefore(truth.today, 200) };
  addPolicy(kowalski, 'Secondary', PAYER.aetna, ended);
  addClaim(kowalski, { id: SCENES.archivedSecondary.claims.main, primary: own, age: 45, lines: TWO_LINES });

  const dubois = patient(SCENES.noSecondary);
  const only = addPolicy(dubois, 'Primary', PAYER.cigna);
  addClaim(dubois, { id: SCENES.noSecondary.claims.main, primary: only, age: 45, lines: TWO_LINES });

  const billed = usual(SCENES.alreadyBilled, PAYER.aetna, PAYER.cigna);
  acceptSecondary(truth, billed, billed.secondary, 'Electronic');

  const appealed = usual(SCENES.appeal, PAYER.aetna, PAYER.united);
  appealed.appeal = true;

  for (const line of usual(SCENES.writtenOff, PAYER.cigna, PAYER.aetna).lines) {
    line.writtenOff = patientResponsibility(line);
  }
  for (const line of usual(SCENES.patientPaid, PAYER.humana, PAYER.aetna).lines) {
    line.patientPaid = patientResponsibility(line);
  }

  const fischer = both(SCENES.age179, PAYER.aetna, PAYER.united);
  for (const [s, age] of [
    [SCENES.age179, 179],
    [SCENES.age180, 180],
    [SCENES.age181, 181],
  ] as const) {
    addClaim(fischer.who, { id: s.claims.main, ...fischer, age, lines: TWO_LINES });
  }

  const tran = patient(SCENES.nearPayers);
  const near = {
    primary: addPolicy(tran, 'Primary', PAYER.united),
    secondary: addPolicy(tran, 'Secondary', PAYER.bcbsTexas, { payerAlias: 'BCBS TX' }),
  };
  addClaim(tran, { id: SCENES.nearPayers.claims.main, ...near, age: 45, lines: TWO_LINES });

  const walker = both(SCENES.twoPolicies, PAYER.aetna, PAYER.humana);
  const child = addPatient(NAMESAKES.twoPolicies.memberId, nameOf(NAMESAKES.twoPolicies.name));
  const shared = { insuranceId: walker.secondary.insuranceId, groupNo: walker.secondary.groupNo };
  addPolicy(child, 'Primary', PAYER.humana, { ...shared, relationship: 'Child', insured: walker.who.person });
  addClaim(walker.who, { id: SCENES.twoPolicies.claims.main, ...walker, age: 45, lines: TWO_LINES });

  medicare(SCENES.medicareNoSign, []);
  medicare(SCENES.medicareNotForwarded, [
    'MA19 Not sent to Medigap insurer: insurer information not valid',
    'N387 Not forwarded, submit to other insurer',
  ]);
  manyClaims();
  usual(SCENES.hostileName, PAYER.aetna, PAYER.cigna);
  usual(SCENES.noPayerId, PAYER.aetna, PAYER.teamsters);

  function electronic() {
    const s = SCENES.electronic;
    const p = both(s, PAYER.aetna, PAYER.cigna);
    addClaim(p.who, { id: s.claims.main, ...p, age: 41, lines: THREE_LINES });
    const others: Status[] = [...STATUSES, 'Finalized', 'Sent to Payer'];
    others.forEach((status, i) => {
      addClaim(p.who, { id: claimId(1, i + 2), ...p, age: 12 + i * 23, status });
    });
    const namesake = addPatient(NAMESAKES.electronic.memberId, nameOf(NAMESAKES.electronic.name));
    const his = addPolicy(namesake, 'Primary', PAYER.cigna);
    addClaim(namesake, { primary: his, age: 80 });
  }

  function manyClaims() {
    const s = SCENES.manyClaims;
    const p = both(s, PAYER.united, PAYER.aetna);
    for (let n = 1; n <= 204; n++) {
      const status: Status = n % 3 === 0 ? (STATUSES[n % STATUSES.length] ?? 'Finalized') : 'Finalized';
      addClaim(p.who, { id: claimId(20, n), ...p, age: 20 + n * 3, status });
    }
  }
}

/** The policy that a scene's biller is to pick: the active secondary of the chart. */
export function chartSecondary(policies: readonly Policy[], memberId: number): Policy | undefined {
  return policies.find((p) => p.patientId === memberId && p.rank === 'Secondary' && !p.archived);
}
