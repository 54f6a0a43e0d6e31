import { daysBefore } from './format';
import { PAYERS } from './payers';
import { type Random, random } from './random';
import type { Adjustment, Claim, Line, Patient, Person, Policy, Posting, Rank, Status, Truth } from './truth';

/** How a payer answers a line. */
export type Answer =
  | 'coinsurance'
  | 'deductible'
  | 'copay'
  | 'medicare'
  | 'paid-in-full'
  | 'not-covered'
  | 'bundled'
  | 'none';

export interface LinePlan {
  procedure?: string;
  modifiers?: string[];
  charge?: number;
  units?: number;
  answer?: Answer;
  remarks?: string[];
}

export interface ClaimPlan {
  id?: string;
  status?: Status;
  primary: Policy;
  secondary?: Policy;
  /** Days from the date of service to today. */
  age: number;
  lines?: LinePlan[];
  appeal?: boolean;
  excluded?: boolean;
  notes?: string[];
}

export interface Practice {
  truth: Truth;
  rng: Random;
  addPatient: (id: number, name: { last: string; first: string; middle?: string }, more?: Partial<Patient>) => Patient;
  addPolicy: (patient: Patient, rank: Rank, payerId: string, more?: Partial<Policy>) => Policy;
  addClaim: (patient: Patient, plan: ClaimPlan) => Claim;
}

const SERVICES: readonly { procedure: string; charge: number; modifiers?: string[] }[] = [
  { procedure: '99213', charge: 14500 },
  { procedure: '99214', charge: 21000, modifiers: ['25'] },
  { procedure: '36415', charge: 1800 },
  { procedure: '80053', charge: 6240 },
  { procedure: '85025', charge: 3875 },
  { procedure: '93000', charge: 8533 },
  { procedure: '97110', charge: 6817, modifiers: ['GP'] },
  { procedure: '97140', charge: 7209, modifiers: ['GP', '59'] },
  { procedure: '20610', charge: 24650, modifiers: ['RT'] },
  { procedure: 'J3301', charge: 4401 },
  { procedure: '90834', charge: 17525 },
  { procedure: 'G0439', charge: 19999 },
];

const DIAGNOSES = ['I10', 'E11.9', 'M54.50', 'J06.9', 'Z00.00', 'M25.561', 'F41.1', 'R53.83'];
const STREETS = ['12 ELM STREET', '480 PECAN LANE', '7 RIVERSIDE DRIVE', '2210 OAK HILL BLVD', '95 MESA COURT APT 4'];
const CITIES = [
  { city: 'AUSTIN', zip: '78704' },
  { city: 'ROUND ROCK', zip: '78664' },
  { city: 'SAN MARCOS', zip: '78666' },
  { city: 'PFLUGERVILLE', zip: '78660' },
];

const WOMEN: ReadonlySet<string> = new Set(
  [
    [
      'ADA',
      'CARLA',
      'EMMA',
      'GINA',
      'IRIS',
      'KARIN',
      'MIA',
      'OLGA',
      'RUTH',
      'TARA',
      'URSULA',
      'WENDY',
      'MARIA',
      'GRACE',
    ],
    ['IRINA', 'ELENA', 'CLAIRE', 'ROSA', 'INGRID', 'HANNA', 'LINH', 'DENISE', 'NORA', 'BEATRIZ', 'SOLVEIG', '"TESS"'],
  ].flat(),
);

/** Statuses of a claim that its payer has answered. */
const isAnswered = (status: Status) => status === 'Finalized';

/** Paid amount and adjustments that add up to the charge exactly. */
export function adjudicate(rng: Random, charge: number, answer: Answer): { paid: number; adjustments: Adjustment[] } {
  const allowed = Math.round(charge * (0.45 + rng.next() * 0.4));
  const discount: Adjustment = { group: 'CO', carc: '45', amount: charge - allowed };
  const share = (carc: string, amount: number): Adjustment => ({ group: 'PR', carc, amount });
  switch (answer) {
    case 'none':
      return { paid: 0, adjustments: [] };
    case 'not-covered':
      return { paid: 0, adjustments: [share('96', charge)] };
    case 'bundled':
      return { paid: 0, adjustments: [{ group: 'CO', carc: '97', amount: charge }] };
    case 'paid-in-full':
      return { paid: allowed, adjustments: [discount] };
    case 'copay': {
      const copay = Math.min(allowed, 3000);
      return { paid: allowed - copay, adjustments: [discount, share('3', copay)] };
    }
    case 'deductible': {
      const deductible = Math.round(allowed * 0.6);
      const coinsurance = Math.round((allowed - deductible) * 0.2);
      const adjustments = [discount, share('1', deductible), share('2', coinsurance)];
      return { paid: allowed - deductible - coinsurance, adjustments: adjustments.filter((a) => a.amount > 0) };
    }
    case 'medicare': {
      const coinsurance = Math.round(allowed * 0.2);
      const sequestration = Math.round((allowed - coinsurance) * 0.02);
      const adjustments = [discount, share('2', coinsurance), { group: 'CO', carc: '253', amount: sequestration }];
      return { paid: allowed - coinsurance - sequestration, adjustments: adjustments.filter((a) => a.amount > 0) };
    }
    case 'coinsurance': {
      const coinsurance = Math.round(allowed * 0.2);
      return { paid: allowed - coinsurance, adjustments: [discount, share('2', coinsurance)] };
    }
  }
}

/** A Medicare Beneficiary Identifier in the published pattern (CMS MBI format), from a number. */
function mbi(rng: Random): string {
  const letter = () => rng.pick('ACDEFGHJKMNPQRTUVWXY'.split(''));
  const digit = () => String(rng.int(0, 9));
  const mixed = () => (rng.chance(0.5) ? letter() : digit());
  const parts = [String(rng.int(1, 9)), letter(), mixed(), digit(), letter(), mixed(), digit(), letter(), letter()];
  return [...parts, digit(), digit()].join('');
}

/** An empty practice with its payer list. */
export function openPractice(seed: number, today: string): Practice {
  const rng = random(seed);
  const truth: Truth = {
    today,
    payers: PAYERS.map((payer) => ({ ...payer })),
    patients: [],
    policies: [],
    claims: [],
    sessions: new Map(),
    submissions: [],
    remittances: [],
  };
  let nextClaim = 6_000_001;

  function person(name: { last: string; first: string; middle?: string }): Person {
    return {
      ...name,
      middle: name.middle ?? '',
      dob: daysBefore(today, rng.int(20 * 365, 84 * 365)),
      sex: WOMEN.has(name.first) ? 'F' : 'M',
      street: rng.pick(STREETS),
      state: 'TX',
      ...rng.pick(CITIES),
      phone: `512555${String(rng.int(100, 9999)).padStart(4, '0')}`,
    };
  }

  function addPatient(id: number, name: { last: string; first: string; middle?: string }, more: Partial<Patient> = {}) {
    const patient: Patient = {
      id,
      chart: `HF${7_000_000 + id}`,
      person: person(name),
      ssn: `XXX-XX-${rng.int(1000, 9999)}`,
      active: true,
      ...more,
    };
    truth.patients.push(patient);
    return patient;
  }

  function addPolicy(patient: Patient, rank: Rank, payerId: string, more: Partial<Policy> = {}) {
    const payer = truth.payers.find((p) => p.id === payerId);
    if (!payer) throw new Error(`no payer ${payerId}`);
    const medicare = payer.kind === 'medicare';
    if (medicare && rank !== 'Ancillary') patient.person.dob = daysBefore(today, rng.int(66 * 365, 85 * 365));
    const own = truth.policies.filter((p) => p.patientId === patient.id).length;
    const policy: Policy = {
      id: patient.id * 10 + own,
      patientId: patient.id,
      rank,
      archived: false,
      payerId,
      insuranceId: medicare ? mbi(rng) : `${rng.pick(['W', 'U', 'XJ', 'H'])}${rng.int(10_000_000, 999_999_999)}`,
      groupNo: medicare || payer.kind === 'medigap' ? '' : String(rng.int(10_000, 999_999)),
      planName: payer.name,
      relationship: 'Self',
      insured: patient.person,
      effective: daysBefore(today, rng.int(500, 2000)),
      copay: rng.pick([0, 2000, 3000]),
      coInsurance: rng.pick([0, 10, 20]),
      ...more,
    };
    truth.policies.push(policy);
    return policy;
  }

  function makePosting(plan: ClaimPlan, charge: number, line: LinePlan, checkNo: string): Posting[] {
    const answer = line.answer ?? 'coinsurance';
    if (answer === 'none') return [];
    const checkDate = daysBefore(today, Math.max(1, plan.age - 18));
    return [
      {
        level: 'Primary',
        payerId: plan.primary.payerId,
        ...adjudicate(rng, charge, answer),
        checkNo,
        checkDate,
        postedDate: daysBefore(today, Math.max(0, plan.age - 21)),
        remarks: line.remarks ?? [],
      },
    ];
  }

  function addClaim(patient: Patient, plan: ClaimPlan): Claim {
    const status = plan.status ?? 'Finalized';
    const dos = daysBefore(today, plan.age);
    const checkNo = `8${rng.int(10_000_000, 99_999_999)}`;
    const linePlans = plan.lines ?? rng.shuffle(SERVICES).slice(0, rng.int(1, 4));
    const lines = linePlans.map((line: LinePlan): Line => {
      const service = line.procedure ? SERVICES.find((s) => s.procedure === line.procedure) : rng.pick(SERVICES);
      const units = line.units ?? 1;
      const charge = line.charge ?? (service?.charge ?? 10_000) * units;
      return {
        from: dos,
        to: dos,
        pos: '11',
        procedure: line.procedure ?? service?.procedure ?? '99213',
        modifiers: line.modifiers ?? service?.modifiers ?? [],
        pointers: rng.pick(['A', 'AB', 'B', 'ABC']),
        charge,
        units,
        patientPaid: 0,
        writtenOff: 0,
        moved: 0,
        postings: isAnswered(status) ? makePosting(plan, charge, line, checkNo) : [],
      };
    });
    const claim: Claim = {
      id: plan.id ?? String(nextClaim++),
      patientId: patient.id,
      level: 'Primary',
      status,
      primary: plan.primary.id,
      ...(plan.secondary ? { secondary: plan.secondary.id } : {}),
      transmission: status === 'Paper Accepted' ? 'Paper' : 'Electronic',
      diagnoses: rng.shuffle(DIAGNOSES).slice(0, 3),
      icn: isAnswered(status) ? `2026${rng.int(100_000_000, 999_999_999)}` : '',
      created: daysBefore(today, Math.max(0, plan.age - 1)),
      appeal: plan.appeal ?? false,
      excluded: plan.excluded ?? false,
      notes: plan.notes ?? [],
      lines,
    };
    truth.claims.push(claim);
    return claim;
  }

  return { truth, rng, addPatient, addPolicy, addClaim };
}
