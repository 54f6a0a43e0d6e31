import { daysBefore } from './format';
import { PAYER } from './payers';
import type { LinePlan, Practice } from './practice';
import { random } from './random';
import {
  grouped,
  type Payment,
  type RemitClaim,
  type RemitFile,
  remitClaimOf,
  remittanceText,
  totalled,
} from './remittance';
import { otherClaims } from './remittance-others';
import { nameOf, type Scene, scene, THREE_LINES, TWO_LINES } from './scenes';
import {
  type Adjustment,
  type Claim,
  isBalanced,
  type Line,
  type Posting,
  payerOf,
  policyOf,
  type Truth,
} from './truth';

/** Scenes about what the payer sent. Their ids depend neither on the seed nor on the day. */
export const REMITTANCES = {
  asPosted: scene(201, 'ABARA, NGOZI', 'the posting is what the payer said'),
  coShort: scene(202, 'BELLWETHER, TOM', 'CO-45 of line 2 was posted a cent short'),
  paidWrong: scene(
    203,
    'CHIANG, ALICE',
    'line 1: $10.00 too much paid and as much too little CO-45, so the ledger balances',
  ),
  otherCodes: scene(204, 'DROZD, PAVEL', 'line 1: PR-3 was posted as PR-2, CO-45 as OA-45'),
  missingAdjustment: scene(205, 'ELMSWORTH, RITA', 'PR-2 of line 2 was not posted'),
  corrected: scene(206, 'FARROW, MILES', 'paid, reversed, paid again: three checks, and posted so'),
  reversed: scene(207, 'GALLO, BRUNA', 'paid and reversed; no correction came, the posting knows nothing of it'),
  partial: scene(208, 'HALVORSEN, LIV', 'lines 1 and 2 with one check, line 3 with a later one'),
  sameCheckTwice: scene(209, 'IGNATIEFF, OLEG', 'the same check in two files'),
  recouped: scene(
    210,
    'JANKOWSKI, EWA',
    "a later check takes the payment back by PLB WO with the payer's claim number",
  ),
  forwarded: scene(211, 'KITTREDGE, AGNES', 'Medicare: status 19, NM1*TT AARP, MA18; nothing of it in the ledger'),
  forwardedLikely: scene(212, 'LOCKHART, EDWIN', 'Medicare: MA18 alone'),
  notForwarded: scene(213, 'MCALLEN, DOROTHY', 'Medicare: MA19'),
  noSign: scene(214, 'NORDGREN, STEN', 'Medicare: nothing about forwarding'),
  split: scene(215, 'OYELARAN, FEMI', 'line 1, 4 units, came back as two lines of 2 units'),
  unbundled: scene(
    216,
    'PARDO, LUCIA',
    'line 1 came back as three procedures, two of them with a charge of 0.00 and OA-94',
  ),
  bundled: scene(217, 'QUIGLEY, SEAN', 'line 2 was bundled into line 1: CO-97 and OA-94'),
  unbalanced: scene(218, 'RASMUSSEN, BODIL', "the remittance's own line 2 is off by $1.00"),
  wrongShare: scene(219, 'SVOBODA, JANA', 'CLP05 is $5.00 more than the PR adjustments'),
  claimLevel: scene(220, 'THORNBURY, GILES', 'the deductible stands on the claim, not on a line'),
  noControlNumber: scene(221, 'UNDERHILL, PEARL', 'the control number is 0: name, day and charge must find it'),
  secondaryPaid: scene(222, 'VASQUEZ, HECTOR', 'the secondary has paid already: status 2 and OA-23'),
  duplicate: scene(223, 'WHITCOMB, LENA', 'denied as a duplicate: OA-18 on every line'),
  testFile: scene(224, 'XENAKIS, NIKOS', 'the file is marked as a test'),
  amongOthers: scene(225, 'YARDLEY, SIMONE', 'one claim among 250 of other patients'),
  notPosted: scene(226, 'ZAPATA, INES', 'nothing is posted, but the remittance is there'),
  twoCandidates: scene(227, 'ASHDOWN, CYRIL', 'no control number, and two claims of the same day and charge', {
    other: 2,
  }),
  recoded: scene(
    228,
    'BRIGHAM, NELL',
    'the payer decided on another procedure and names neither line nor what was sent',
  ),
  twins: scene(229, 'CASSIDY, ROWAN', 'two lines of the same procedure, day and charge, and no line control numbers'),
} as const satisfies Record<string, Scene>;

export type RemittanceScene = keyof typeof REMITTANCES;

/** A file as the biller gets it. */
export interface EraFile {
  name: string;
  text: string;
}

/** The files of a scene as the payers meant them, oldest first. */
export const remitFilesOf = (truth: Truth, name: RemittanceScene): RemitFile[] =>
  truth.remittances.filter((file) => file.scene === name);

/** The files of a scene, oldest first. */
export const remittancesFor = (truth: Truth, name: RemittanceScene): EraFile[] =>
  remitFilesOf(truth, name).map((file) => ({ name: file.name, text: remittanceText(file) }));

/** The only, or the oldest, file of a scene. */
export function remittanceFor(truth: Truth, name: RemittanceScene): EraFile {
  const [first] = remittancesFor(truth, name);
  if (!first) throw new Error(`no remittance of ${name}`);
  return first;
}

/** The files that hold a claim of any patient, by its control number. */
export const remittancesWith = (truth: Truth, controlNumber: string): EraFile[] =>
  truth.remittances
    .filter(({ payments }) => payments.some(({ claims }) => claims.some((c) => c.controlNumber === controlNumber)))
    .map((file) => ({ name: file.name, text: remittanceText(file) }));

/** What a scene's claim is made with, and what it gives: its payments, a list for each file. */
interface Stage {
  claim(lines?: readonly LinePlan[], payers?: { primary?: string; secondary?: string; age?: number }): Claim;
  /** Another claim of the same patient and policies. */
  second(like: Claim, id: string): Claim;
  said(claim: Claim, checkNo?: string): RemitClaim;
  payment(
    claims: RemitClaim[],
    more?: Partial<Pick<Payment, 'check' | 'date' | 'providerAdjustments' | 'payer'>>,
  ): Payment;
  others(count: number): RemitClaim[];
}

type Play = (stage: Stage) => Payment[][];

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the scene lacks what it is about');
  return value;
};

const posting = (line: Line | undefined): Posting => must(line?.postings[0]);
const adjustment = (line: Line | undefined, carc: string): Adjustment =>
  must(posting(line).adjustments.find((a) => a.carc === carc));

/** Puts explicit figures on a line. */
function decide(
  line: Line | undefined,
  paid: number,
  adjustments: readonly (readonly [string, string, number])[],
): void {
  const own = posting(line);
  own.paid = paid;
  own.adjustments = adjustments.map(([group, carc, amount]) => ({ group, carc, amount }));
}

/** The claim as the payer takes it back: every amount with the other sign, the groups as they were. */
function takenBack(claim: RemitClaim): RemitClaim {
  const negative = (all: readonly Adjustment[]) => all.map((a) => ({ ...a, amount: -a.amount }));
  const lines = claim.lines.map(({ units: _units, ...line }) => ({
    ...line,
    charge: -line.charge,
    paid: -line.paid,
    adjustments: negative(line.adjustments),
  }));
  return totalled({ ...claim, status: '22', adjustments: negative(claim.adjustments), lines });
}

const withoutControl = (claim: RemitClaim): RemitClaim => ({
  ...claim,
  lines: claim.lines.map(({ control: _control, ...line }) => line),
});

/** The day a check was made out, some days later than the first one. */
const later = (claim: Claim, days: number) => daysBefore(posting(claim.lines[0]).checkDate, -days);

/** A later check, with enough of other patients that it is not negative. */
const laterCheck = (
  stage: Stage,
  claim: Claim,
  days: number,
  claims: RemitClaim[],
  more: Partial<Payment> = {},
): Payment =>
  stage.payment([...stage.others(14), ...claims], {
    check: `${posting(claim.lines[0]).checkNo}${days}`,
    date: later(claim, days),
    ...more,
  });

/** The scene whose file simply says what is posted, changed by `change` in the ledger afterwards. */
const postedOtherwise =
  (change: (claim: Claim) => void, lines: readonly LinePlan[] = THREE_LINES): Play =>
  (stage) => {
    const claim = stage.claim(lines);
    const said = stage.said(claim);
    const payments = [[stage.payment([said])]];
    change(claim);
    return payments;
  };

/** The scene whose file differs from the rule in what the payer says itself. */
const saidOtherwise =
  (change: (said: RemitClaim) => RemitClaim, lines: readonly LinePlan[] = THREE_LINES): Play =>
  (stage) => [[stage.payment([change(stage.said(stage.claim(lines)))])]];

const MEDICARE_LINES: readonly LinePlan[] = [
  { procedure: '99214', answer: 'medicare' },
  { procedure: '93000', answer: 'medicare' },
];

/** Medicare first, paid a week ago, a supplement second. */
const medicare =
  (change: (said: RemitClaim) => RemitClaim): Play =>
  (stage) => {
    const claim = stage.claim(MEDICARE_LINES, { primary: PAYER.medicare, secondary: PAYER.aarp, age: 25 });
    return [[stage.payment([change(stage.said(claim))])]];
  };

const PLAYS: Record<RemittanceScene, Play> = {
  asPosted: saidOtherwise((said) => said),
  coShort: postedOtherwise((claim) => {
    adjustment(claim.lines[1], '45').amount -= 1;
  }),
  paidWrong: postedOtherwise((claim) => {
    posting(claim.lines[0]).paid += 1000;
    adjustment(claim.lines[0], '45').amount -= 1000;
  }),
  otherCodes: postedOtherwise((claim) => {
    adjustment(claim.lines[0], '3').carc = '2';
    adjustment(claim.lines[0], '45').group = 'OA';
  }, TWO_LINES),
  missingAdjustment: postedOtherwise((claim) => {
    const own = posting(claim.lines[1]);
    own.adjustments = own.adjustments.filter(({ carc }) => carc !== '2');
  }),

  corrected: (stage) => {
    const claim = stage.claim(THREE_LINES);
    const first = stage.said(claim);
    const back = takenBack(first);
    const original = claim.lines.map((line) => structuredClone(posting(line)));
    posting(claim.lines[1]).paid -= 500;
    adjustment(claim.lines[1], '2').amount += 500;
    const again = { ...stage.said(claim), icn: `${claim.icn}1`, previousIcn: claim.icn };
    const payments = [
      [stage.payment([first])],
      [laterCheck(stage, claim, 5, [back])],
      [laterCheck(stage, claim, 12, [again])],
    ];
    claim.lines.forEach((line, i) => {
      const [was, is] = [must(original[i]), posting(line)];
      const negative = was.adjustments.map((a) => ({ ...a, amount: -a.amount }));
      line.postings = [
        was,
        { ...was, paid: -was.paid, adjustments: negative, checkNo: `${was.checkNo}5`, checkDate: later(claim, 5) },
        { ...is, checkNo: `${was.checkNo}12`, checkDate: later(claim, 12) },
      ];
    });
    return payments;
  },
  reversed: (stage) => {
    const claim = stage.claim(THREE_LINES);
    const said = stage.said(claim);
    return [[stage.payment([said])], [laterCheck(stage, claim, 9, [takenBack(said)])]];
  },
  partial: (stage) => {
    const claim = stage.claim(THREE_LINES);
    const third = posting(claim.lines[2]);
    const first = third.checkNo;
    third.checkNo = `${first}8`;
    third.checkDate = daysBefore(third.checkDate, -8);
    const rest = { ...stage.said(claim, third.checkNo), icn: `${claim.icn}2` };
    return [
      [stage.payment([stage.said(claim, first)])],
      [stage.payment([rest], { check: third.checkNo, date: third.checkDate })],
    ];
  },
  sameCheckTwice: (stage) => {
    const payment = stage.payment([...stage.others(3), stage.said(stage.claim(THREE_LINES))]);
    return [[payment], [payment]];
  },
  recouped: (stage) => {
    const claim = stage.claim(THREE_LINES);
    const said = stage.said(claim);
    const providerAdjustments = [{ code: 'WO', reference: claim.icn, amount: said.paid }];
    return [[stage.payment([said])], [laterCheck(stage, claim, 10, [], { providerAdjustments })]];
  },

  forwarded: medicare((said) => ({
    ...said,
    status: '19',
    remarks: ['MA01', 'MA18'],
    forwardedTo: { name: 'AARP MEDICARE SUPPLEMENT', id: '36273' },
  })),
  forwardedLikely: medicare((said) => ({ ...said, remarks: ['MA01', 'MA18'] })),
  notForwarded: medicare((said) => ({ ...said, remarks: ['MA01', 'MA19'] })),
  noSign: medicare((said) => ({ ...said, remarks: ['MA01'] })),

  split: (stage) => {
    const claim = stage.claim([{ procedure: '97110', units: 4, charge: 27_268 }, ...TWO_LINES]);
    decide(claim.lines[0], 8000, [
      ['CO', '45', 7268],
      ['PR', '2', 2000],
      ['PR', '119', 10_000],
    ]);
    const said = stage.said(claim);
    const [whole, ...rest] = said.lines;
    const half = { ...must(whole), charge: 13_634, units: 2, submittedUnits: 4 };
    const co45 = { group: 'CO', carc: '45', amount: 3634 };
    const lines = [
      { ...half, paid: 8000, adjustments: [co45, { group: 'PR', carc: '2', amount: 2000 }] },
      { ...half, paid: 0, adjustments: [co45, { group: 'PR', carc: '119', amount: 10_000 }] },
      ...rest,
    ];
    return [[stage.payment([totalled({ ...said, lines })])]];
  },
  unbundled: (stage) => {
    const claim = stage.claim([{ procedure: '80050', charge: 12_000, modifiers: [] }, ...TWO_LINES]);
    decide(claim.lines[0], 8000, [
      ['CO', '45', 3000],
      ['PR', '2', 1000],
    ]);
    const said = stage.said(claim);
    const [whole, ...rest] = said.lines;
    const part = { ...must(whole), submitted: { procedure: '80050', modifiers: [] } };
    const moved = (amount: number) => ({ group: 'OA', carc: '94', amount });
    const lines = [
      { ...part, procedure: '80053', paid: 4000, adjustments: [...part.adjustments, moved(4000)] },
      { ...part, procedure: '85025', charge: 0, paid: 2500, adjustments: [moved(-2500)] },
      { ...part, procedure: '84443', charge: 0, paid: 1500, adjustments: [moved(-1500)] },
      ...rest,
    ];
    return [[stage.payment([totalled({ ...said, lines })])]];
  },
  bundled: (stage) => {
    const claim = stage.claim([
      { procedure: '80053', charge: 6240 },
      { procedure: '36415', charge: 1800 },
    ]);
    decide(claim.lines[0], 3232, [
      ['OA', '94', -1800],
      ['CO', '45', 4000],
      ['PR', '2', 808],
    ]);
    decide(claim.lines[1], 0, [['CO', '97', 1800]]);
    const said = stage.said(claim);
    const [into, bundledLine] = said.lines;
    const lines = [
      must(into),
      { ...must(bundledLine), procedure: '80053', submitted: { procedure: '36415', modifiers: [] }, remarks: ['M15'] },
    ];
    return [[stage.payment([{ ...said, lines }])]];
  },
  unbalanced: saidOtherwise((said) => {
    const amount = must(said.lines[1]?.adjustments.find(({ carc }) => carc === '45'));
    amount.amount += 100;
    return said;
  }),
  wrongShare: saidOtherwise((said) => ({ ...said, responsibility: said.responsibility + 500 })),
  claimLevel: (stage) => {
    const claim = stage.claim(TWO_LINES);
    const said = stage.said(claim);
    const deductible = { group: 'PR', carc: '1', amount: 2000 };
    const own = posting(claim.lines[0]);
    own.paid -= 2000;
    own.adjustments.push({ ...deductible });
    return [[stage.payment([totalled({ ...said, adjustments: [deductible] })])]];
  },
  noControlNumber: (stage) => {
    const claim = stage.claim(THREE_LINES);
    const said = withoutControl({ ...stage.said(claim), controlNumber: '0' });
    claim.icn = '';
    return [[stage.payment([...stage.others(5), said])]];
  },
  secondaryPaid: (stage) => {
    const claim = stage.claim(THREE_LINES);
    const first = stage.said(claim);
    const lines = first.lines.map((line) => {
      const share = line.adjustments.reduce((sum, { group, amount }) => sum + (group === 'PR' ? amount : 0), 0);
      return { ...line, paid: share, adjustments: [{ group: 'OA', carc: '23', amount: line.charge - share }] };
    });
    const second = totalled({ ...first, status: '2', icn: `S${claim.icn}`, filing: '12', lines });
    const payer = { id: PAYER.united, name: 'UNITED HEALTHCARE', ediId: '87726' };
    return [
      [stage.payment([first])],
      [stage.payment([second], { payer, check: `7${posting(claim.lines[0]).checkNo}`, date: later(claim, 15) })],
    ];
  },
  duplicate: (stage) => {
    const claim = stage.claim(TWO_LINES);
    for (const line of claim.lines) decide(line, 0, [['OA', '18', line.charge]]);
    return [[stage.payment([...stage.others(2), stage.said(claim)])]];
  },
  testFile: saidOtherwise((said) => said),
  amongOthers: (stage) => {
    const said = stage.said(stage.claim(THREE_LINES));
    const others = stage.others(250);
    const providerAdjustments = [
      { code: 'L6', reference: 'INTEREST', amount: -125 },
      { code: 'CS', reference: 'ADJUSTMENT', amount: 1000 },
    ];
    return [[stage.payment([...others.slice(0, 140), said, ...others.slice(140)], { providerAdjustments })]];
  },
  notPosted: postedOtherwise((claim) => {
    for (const line of claim.lines) line.postings = [];
  }),
  twoCandidates: (stage) => {
    const claim = stage.claim(TWO_LINES);
    const second = stage.second(claim, REMITTANCES.twoCandidates.claims.other);
    const said = [claim, second].map((one) => withoutControl({ ...stage.said(one), controlNumber: '0' }));
    for (const one of [claim, second]) one.icn = '';
    return [[stage.payment(said)]];
  },
  recoded: saidOtherwise((said) => {
    const [first, ...rest] = withoutControl(said).lines;
    return { ...said, lines: [{ ...must(first), procedure: '99212', modifiers: [] }, ...rest] };
  }, TWO_LINES),
  twins: saidOtherwise(withoutControl, [
    { procedure: '97110', answer: 'coinsurance' },
    { procedure: '97110', answer: 'deductible' },
    { procedure: '93000', answer: 'paid-in-full' },
  ]),
};

/** File names as a clearinghouse gives them: day, payer, check. */
const fileName = (payments: readonly Payment[], copy: number): string => {
  const [first] = payments;
  const parts = ['ERA', first?.date.replaceAll('-', ''), first?.payer.ediId || first?.payer.id, first?.check];
  return `${parts.join('_')}${copy > 0 ? `_${copy + 1}` : ''}.835`;
};

function addScene(practice: Practice, name: RemittanceScene): void {
  const { addClaim, addPatient, addPolicy, truth } = practice;
  const own: Scene = REMITTANCES[name];
  const no = own.memberId - 1000;
  const rng = random(no);
  let main: Claim | undefined;
  const stage: Stage = {
    claim: (lines = THREE_LINES, { primary = PAYER.aetna, secondary = PAYER.united, age = 45 } = {}) => {
      const patient = addPatient(own.memberId, nameOf(own.name), { chart: own.chart });
      const policies = {
        primary: addPolicy(patient, 'Primary', primary),
        secondary: addPolicy(patient, 'Secondary', secondary),
      };
      main = addClaim(patient, { id: own.claims.main, ...policies, age, lines: [...lines] });
      return main;
    },
    second: (like, id) => {
      const copy = structuredClone(like);
      copy.id = id;
      copy.icn = `${like.icn}9`;
      truth.claims.push(copy);
      return copy;
    },
    said: (claim, checkNo) => remitClaimOf(truth, claim, checkNo === undefined ? {} : { checkNo }),
    payment: (claims, more = {}) => {
      const { checkNo, checkDate, payerId } = posting(must(main).lines[0]);
      const payer = must(payerOf(truth, payerId));
      return { payer, check: checkNo, date: checkDate, providerAdjustments: [], ...more, claims };
    },
    others: (count) => otherClaims(rng, count, truth.today, no * 1000),
  };
  const names = new Set<string>();
  PLAYS[name](stage).forEach((payments, i) => {
    const plain = fileName(payments, 0);
    const fileNameOfIts = names.has(plain) ? fileName(payments, i) : plain;
    names.add(plain);
    truth.remittances.push({
      name: fileNameOfIts,
      scene: name,
      created: payments.at(-1)?.date ?? truth.today,
      control: no * 10 + i,
      test: name === 'testFile',
      payments,
    });
  });
}

/** Puts the scenes into the practice, each with the files that its payers sent. */
export function addRemittanceScenes(practice: Practice): void {
  for (const name of Object.keys(REMITTANCES) as RemittanceScene[]) addScene(practice, name);
}

/** Everything that was posted once and balances, as the payers said it: one file a payer, a payment a check. */
export function addPayerFiles(truth: Truth): void {
  const answered = truth.claims.filter(
    (claim) => claim.level === 'Primary' && isBalanced(claim) && claim.lines.every((l) => l.postings.length === 1),
  );
  const byPayer = grouped(answered, (claim) => policyOf(truth, claim.primary)?.payerId ?? '');
  for (const [payerId, claims] of [...byPayer].toSorted(([a], [b]) => a.localeCompare(b))) {
    const payer = must(payerOf(truth, payerId));
    const payments = claims.map((claim): Payment => {
      const { checkNo, checkDate } = posting(claim.lines[0]);
      return { payer, check: checkNo, date: checkDate, providerAdjustments: [], claims: [remitClaimOf(truth, claim)] };
    });
    truth.remittances.push({
      name: `ERA_${payer.ediId || payer.id}_ALL.835`,
      created: truth.today,
      control: Number(payer.id),
      test: false,
      payments: payments.toSorted((a, b) => a.date.localeCompare(b.date)),
    });
  }
}
