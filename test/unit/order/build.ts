/** Cases about the order of payers: Medicare beside an employer's plan, and two private plans. All made up. */
import type { Case, PayerFacts } from '../../../lib/claim/case';
import type { Policy, Relationship } from '../../../lib/claim/claim';
import type { CoverageAnswers, MedicareReason, PlanAnswers } from '../../../lib/claim/coverage';
import {
  aCase,
  aChart,
  aPatient,
  aPolicy,
  aPrimaryPolicy,
  aRow,
  BRIGHTWATER,
  DOS,
  is,
  LARKSPUR,
  MEDICARE,
} from '../checks/build';

const COMMERCIAL: Record<string, PayerFacts> = { [BRIGHTWATER.name]: BRIGHTWATER, [LARKSPUR.name]: LARKSPUR };

export const PLAN = BRIGHTWATER.name;
export const OTHER = LARKSPUR.name;

const policyOf = (facts: PayerFacts, make: typeof aPolicy, changes: Partial<Policy>): Policy =>
  make({
    payer: is(facts.name, `${facts.name}/payer`, 'chart'),
    type: is(facts.kind === 'medicare' ? 'Medicare' : 'Commercial', `${facts.name}/type`, 'chart'),
    plan: is(`${facts.name} CHOICE`, `${facts.name}/plan`, 'chart'),
    memberId: is(facts.kind === 'medicare' ? '1EG4TE5MK73' : `ID${facts.payerId}`, `${facts.name}/id`, 'chart'),
    ...changes,
  });

export interface Two {
  primary: PayerFacts;
  secondary: PayerFacts;
  /** What the chart says of each plan. */
  policies?: [Partial<Policy>, Partial<Policy>];
  coverage?: CoverageAnswers;
  dob?: string;
  from?: string;
  to?: string;
  more?: Partial<Case>;
}

/** A claim with these two payers, both in the chart. */
export const two = ({
  primary,
  secondary,
  policies = [{}, {}],
  coverage,
  dob,
  from = DOS,
  to = from,
  more,
}: Two): Case =>
  aCase({
    row: aRow({
      dos: is({ from, to }, 'claims/8841207/dos', 'claim-history'),
      primaryPayer: is(primary.name, 'claims/8841207/primaryPayer', 'claim-history'),
      secondaryPayer: is(secondary.name, 'claims/8841207/secondaryPayer', 'claim-history'),
    }),
    patient: aPatient(dob === undefined ? {} : { dob: is(dob, 'patient/dob', 'claim-history') }),
    primary,
    secondary,
    chart: aChart({
      policies: [policyOf(primary, aPrimaryPolicy, policies[0]), policyOf(secondary, aPolicy, policies[1])],
    }),
    ...(coverage ? { coverage } : {}),
    ...more,
  });

export interface Msp extends Partial<Pick<Two, 'dob' | 'from' | 'to' | 'more'>> {
  /** Which of the two is billed first. */
  first: 'plan' | 'medicare';
  says?: PlanAnswers;
  reasons?: MedicareReason[];
  others?: Partial<CoverageAnswers>;
  relationship?: Relationship;
  policy?: Partial<Policy>;
  medicare?: PayerFacts;
  plan?: PayerFacts;
}

/** Medicare and the plan of an employer; the patient is 67 and its insured, where nothing else is said. */
export const msp = ({
  first,
  says,
  reasons,
  others,
  relationship = 'self',
  policy,
  medicare = MEDICARE,
  plan = BRIGHTWATER,
  ...rest
}: Msp): Case => {
  const coverage: CoverageAnswers = {
    plans: says ? { [plan.name]: says } : {},
    ...(reasons ? { medicareFor: reasons } : {}),
    ...others,
  };
  const ofPlan = { relationship: is(relationship, 'plan/relationship', 'chart'), ...policy };
  return first === 'plan'
    ? two({ primary: plan, secondary: medicare, policies: [ofPlan, {}], coverage, ...rest })
    : two({ primary: medicare, secondary: plan, policies: [{}, ofPlan], coverage, ...rest });
};

export const WORKS: PlanAnswers = { basis: 'current-employment' };
export const LARGE: PlanAnswers = { ...WORKS, employerSize: '100-or-more' };
export const MIDDLE: PlanAnswers = { ...WORKS, employerSize: '20-to-99' };
export const SMALL: PlanAnswers = { ...WORKS, employerSize: 'under-20', multiEmployer: false };

export interface Private extends Partial<Pick<Two, 'from' | 'more'>> {
  policies?: [Partial<Policy>, Partial<Policy>];
  says?: [PlanAnswers, PlanAnswers];
  others?: Partial<CoverageAnswers>;
  reversed?: boolean;
}

/** BRIGHTWATER, then LARKSPUR: two private plans; `reversed` bills them the other way about. */
export const privates = ({
  policies = [{}, {}],
  says = [{}, {}],
  others,
  reversed = false,
  ...rest
}: Private = {}): Case => {
  const coverage: CoverageAnswers = { plans: { [PLAN]: says[0], [OTHER]: says[1] }, ...others };
  const [a, b] = [COMMERCIAL[PLAN]!, COMMERCIAL[OTHER]!];
  return reversed
    ? two({ primary: b, secondary: a, policies: [policies[1], policies[0]], coverage, ...rest })
    : two({ primary: a, secondary: b, policies, coverage, ...rest });
};

export const related = (relationship: Relationship, more: Partial<Policy> = {}): Partial<Policy> => ({
  relationship: is(relationship, `${relationship}/relationship`, 'chart'),
  ...more,
});

export const bornOn = (dob: string): Partial<Policy> => ({ insuredDob: is(dob, `${dob}/dob`, 'chart') });
export const sinceOn = (day: string): Partial<Policy> => ({ effective: is(day, `${day}/effective`, 'chart') });

/** A child of both plans. */
export const childOf = (a: Partial<Policy>, b: Partial<Policy>): [Partial<Policy>, Partial<Policy>] => [
  related('child', a),
  related('child', b),
];
