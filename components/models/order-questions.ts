import type { IsoDate } from '../../lib/claim/claim';
import type { CoverageAnswers, PlanAnswers } from '../../lib/claim/coverage';
import type { QuestionId } from '../../lib/order/answer';

/** What she says to one question: the choices she took, and the day where one belongs to them. */
export interface Said {
  chosen: readonly string[];
  day?: IsoDate;
}

interface Choice<V = string> {
  value: V;
  label: string;
}

/** A day that is asked for. With choices it belongs to each of them but `notWith`. */
interface Day {
  label: string;
  notWith?: string;
  notAfterToday?: true;
}

/** Where an answer is kept. The payer is `''` where the answer is about the patient. */
interface Kept {
  put: (coverage: CoverageAnswers, payer: string, said: Said) => CoverageAnswers;
  said: (coverage: CoverageAnswers, payer: string) => Said | undefined;
  drop: (coverage: CoverageAnswers, payer: string) => CoverageAnswers;
}

/** One question about the coverage: its words, its possible answers, and where they are kept. */
export interface OrderQuestion extends Kept {
  text: (payer: string) => string;
  hint?: string;
  /** Whom to ask where she does not know. */
  ask: string;
  /** None where only a day is asked. */
  choices: readonly Choice[];
  /** Several choices may be right at once. */
  several?: true;
  day?: Day;
  /** The link that opens it where nothing asks for it. */
  also?: string;
}

export const NO_COVERAGE: CoverageAnswers = { plans: {} };

/** A record without one of its optional parts. */
const less = <T extends object>(record: T, part: keyof T): T => {
  const copy: Partial<T> = { ...record };
  delete copy[part];
  return copy as T;
};

const planOf = ({ plans }: CoverageAnswers, payer: string): PlanAnswers =>
  Object.hasOwn(plans, payer) ? (plans[payer] ?? {}) : {};

/** A plan of which nothing is said is not kept. */
const withPlan = (coverage: CoverageAnswers, payer: string, plan: PlanAnswers): CoverageAnswers => ({
  ...coverage,
  plans: Object.fromEntries(
    [...Object.entries(coverage.plans).filter(([name]) => name !== payer), [payer, plan] as const].filter(
      ([, said]) => Object.keys(said).length > 0,
    ),
  ),
});

const asWords = <V>(choices: readonly Choice<V>[]): Choice[] =>
  choices.map(({ value, label }) => ({ value: String(value), label }));

/** One thing that is said of a plan, by choice. */
const ofPlan = <K extends Exclude<keyof PlanAnswers, 'since'>>(
  part: K,
  choices: readonly Choice<NonNullable<PlanAnswers[K]>>[],
): Kept & Pick<OrderQuestion, 'choices'> => ({
  choices: asWords(choices),
  put: (coverage, payer, { chosen }) => {
    const choice = choices.find(({ value }) => String(value) === chosen[0]);
    return choice ? withPlan(coverage, payer, { ...planOf(coverage, payer), [part]: choice.value }) : coverage;
  },
  said: (coverage, payer) => {
    const value = planOf(coverage, payer)[part];
    return value === undefined ? undefined : { chosen: [String(value)] };
  },
  drop: (coverage, payer) => withPlan(coverage, payer, less(planOf(coverage, payer), part)),
});

/** One thing that is said of the patient, by choice of one. */
const ofPatient = <K extends 'parents' | 'medicareRecord'>(
  part: K,
  choices: readonly Choice<NonNullable<CoverageAnswers[K]>>[],
): Kept & Pick<OrderQuestion, 'choices'> => ({
  choices: asWords(choices),
  put: (coverage, _, { chosen }) => {
    const choice = choices.find(({ value }) => value === chosen[0]);
    return choice ? { ...coverage, [part]: choice.value } : coverage;
  },
  said: (coverage) => {
    const value = coverage[part];
    return value === undefined ? undefined : { chosen: [value] };
  },
  drop: (coverage) => less(coverage, part),
});

const YES_NO: readonly Choice<boolean>[] = [
  { value: true, label: 'Yes' },
  { value: false, label: 'No' },
];

const MEDICARE_FOR: readonly Choice<NonNullable<CoverageAnswers['medicareFor']>[number]>[] = [
  { value: 'age', label: 'The patient is 65 or older' },
  { value: 'disability', label: 'Disability' },
  { value: 'esrd', label: 'Kidney failure (ESRD)' },
];

const ACCIDENTS = [
  { value: 'none', label: 'No' },
  { value: 'work', label: 'Yes, at work' },
  { value: 'auto', label: 'Yes, with a vehicle' },
  { value: 'other', label: 'Yes, another accident' },
] as const;

const accidentOf = ({ chosen, day }: Said): CoverageAnswers['accident'] => {
  const kind = ACCIDENTS.find(({ value }) => value === chosen[0])?.value;
  if (kind === 'none') return { kind };
  return kind && day !== undefined ? { kind, on: day } : undefined;
};

const ASK = {
  patient: 'Ask the patient.',
  employer: 'Ask the patient, or the employer named on the card.',
  plan: 'Call the plan: the number is on the card.',
  medicare: "Look at Medicare's eligibility answer, or ask the patient.",
  parents: 'Ask the parent who brought the child. The court decree says whose plan pays first.',
} as const;

/** Every question that can be open about the order of two payers. Sources of the rules are with the rules: `lib/order`. */
export const ORDER_QUESTIONS: Readonly<Record<QuestionId, OrderQuestion>> = {
  'plan-basis': {
    text: (payer) => `How does the insured have ${payer}?`,
    ask: ASK.patient,
    ...ofPlan('basis', [
      { value: 'current-employment', label: 'By a job they hold now' },
      { value: 'retired', label: 'As a retiree of an employer' },
      { value: 'laid-off', label: 'From a job that ended' },
      { value: 'cobra', label: 'By COBRA or state continuation' },
      { value: 'individual', label: 'Bought by themselves, not by a job' },
    ]),
  },
  through: {
    text: (payer) => `Whose job does ${payer} come from?`,
    ask: ASK.patient,
    ...ofPlan('through', [
      { value: 'patient', label: "The patient's" },
      { value: 'spouse', label: "The spouse's" },
      { value: 'family', label: "Another family member's" },
    ]),
  },
  'employer-size': {
    text: (payer) => `How many employees does the employer behind ${payer} have?`,
    hint: 'All employees count, also those of part time.',
    ask: ASK.employer,
    ...ofPlan('employerSize', [
      { value: 'under-20', label: 'Fewer than 20' },
      { value: '20-to-99', label: '20 to 99' },
      { value: '100-or-more', label: '100 or more' },
    ]),
  },
  'multi-employer': {
    text: (payer) => `Do several employers share ${payer}, one of them large enough for Medicare to pay second?`,
    hint: 'As a union or trade fund. Large is 20 employees where Medicare is for age, 100 where it is for disability.',
    ask: ASK.plan,
    ...ofPlan('multiEmployer', YES_NO),
  },
  'medicare-for': {
    text: () => 'Why does the patient have Medicare?',
    hint: 'Tick all that are true.',
    ask: ASK.medicare,
    choices: MEDICARE_FOR,
    several: true,
    put: (coverage, _, { chosen }) => {
      const reasons = MEDICARE_FOR.map(({ value }) => value).filter((value) => chosen.includes(value));
      return reasons.length > 0 ? { ...coverage, medicareFor: reasons } : coverage;
    },
    said: ({ medicareFor }) => medicareFor && { chosen: medicareFor },
    drop: (coverage) => less(coverage, 'medicareFor'),
  },
  'esrd-from': {
    text: () => 'On which day did Medicare for kidney failure (ESRD) begin?',
    hint: 'The 30 months in which the plan pays first count from it.',
    ask: ASK.medicare,
    choices: [],
    day: { label: 'First day' },
    put: (coverage, _, { day }) =>
      day === undefined ? coverage : { ...coverage, esrd: { ...coverage.esrd, medicareFrom: day } },
    said: ({ esrd }) => (esrd?.medicareFrom === undefined ? undefined : { chosen: [], day: esrd.medicareFrom }),
    drop: ({ esrd, ...coverage }) =>
      esrd?.medicareWasFirst === undefined ? coverage : { ...coverage, esrd: less(esrd, 'medicareFrom') },
  },
  'medicare-was-first': {
    text: () => 'Did Medicare already pay first on the day before its part for kidney failure began?',
    hint: 'It did where the patient had it for age or disability and the plan came from no current job, or from a small employer.',
    ask: ASK.medicare,
    choices: asWords(YES_NO),
    put: (coverage, _, { chosen }) => {
      const choice = YES_NO.find(({ value }) => String(value) === chosen[0]);
      return choice ? { ...coverage, esrd: { ...coverage.esrd, medicareWasFirst: choice.value } } : coverage;
    },
    said: ({ esrd }) =>
      esrd?.medicareWasFirst === undefined ? undefined : { chosen: [String(esrd.medicareWasFirst)] },
    drop: ({ esrd, ...coverage }) =>
      esrd?.medicareFrom === undefined ? coverage : { ...coverage, esrd: less(esrd, 'medicareWasFirst') },
  },
  accident: {
    text: () => 'Was the patient treated for an accident or a work injury?',
    ask: ASK.patient,
    choices: ACCIDENTS,
    day: { label: 'Day of the accident', notWith: 'none', notAfterToday: true },
    also: 'Add an accident or work injury',
    put: (coverage, _, said) => {
      const accident = accidentOf(said);
      return accident ? { ...coverage, accident } : coverage;
    },
    said: ({ accident }) =>
      accident && { chosen: [accident.kind], ...(accident.kind === 'none' ? {} : { day: accident.on }) },
    drop: (coverage) => less(coverage, 'accident'),
  },
  parents: {
    text: () => "How do the child's parents live?",
    hint: 'Together counts also where they are not married.',
    ask: ASK.parents,
    ...ofPatient('parents', [
      { value: 'together', label: 'Together' },
      { value: 'apart', label: 'Apart, or divorced' },
    ]),
  },
  'parent-role': {
    text: (payer) => `Whose plan is ${payer}?`,
    ask: ASK.parents,
    ...ofPlan('parent', [
      { value: 'named-by-decree', label: 'The parent whom a court decree names' },
      { value: 'custodial-parent', label: 'The parent the child lives with' },
      { value: 'custodial-parents-spouse', label: "That parent's spouse" },
      { value: 'other-parent', label: 'The other parent' },
      { value: 'other-parents-spouse', label: "The other parent's spouse" },
    ]),
  },
  'no-cob': {
    text: (payer) => `Does ${payer} have rules on coordination of benefits?`,
    hint: 'A plan without such rules always pays first.',
    also: 'Add that a plan has no rules on coordination',
    ask: ASK.plan,
    ...ofPlan('noCob', [
      { value: false, label: 'Yes' },
      { value: true, label: 'No, it pays as if there were no other plan' },
    ]),
  },
  since: {
    text: (payer) => `Since when does ${payer} cover the patient?`,
    ask: ASK.plan,
    choices: [],
    day: { label: 'First day' },
    put: (coverage, payer, { day }) =>
      day === undefined ? coverage : withPlan(coverage, payer, { ...planOf(coverage, payer), since: day }),
    said: (coverage, payer) => {
      const { since } = planOf(coverage, payer);
      return since === undefined ? undefined : { chosen: [], day: since };
    },
    drop: (coverage, payer) => withPlan(coverage, payer, less(planOf(coverage, payer), 'since')),
  },
  'medicare-record': {
    text: () => "What does Medicare's eligibility answer say of another payer before it?",
    hint: 'Medicare follows its own record.',
    also: "Add what Medicare's own record says",
    ask: ASK.medicare,
    ...ofPatient('medicareRecord', [
      { value: 'agrees', label: 'The same as this claim' },
      { value: 'differs', label: 'Something else' },
    ]),
  },
};
