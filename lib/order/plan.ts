import type { Case, PayerFacts } from '../claim/case';
import type { IsoDate, Policy, Relationship } from '../claim/claim';
import type { CoverageBasis, EmployerSize, PlanAnswers, THROUGH } from '../claim/coverage';
import { known, type Place, placeOf } from '../claim/reading';
import { samePayer } from '../payers/aliases';
import { findPolicy } from '../payers/chart-policies';
import { type Liability, liabilityOfPayer } from '../payers/liability';
import type { Gap, Given, Rank } from './answer';
import { chosenMspType, retiredInBox11b } from './form-facts';
import { asked, CHART, cut, disagreed, isGap, unread } from './gaps';

type Through = (typeof THROUGH)[number];

/** One of the claim's two payers, with all that is known of the patient's plan with it. */
export interface Plan {
  c: Case;
  rank: Rank;
  facts: PayerFacts;
  /** Under which its answers are kept, and its name in sentences. */
  key: string;
  name: string;
  said: PlanAnswers;
  policy: Policy | Gap;
}

/** Two plans of one company have one name: their member IDs tell them apart. */
const keyOf = (c: Case, rank: Rank, policy: Policy | Gap): string => {
  const name = c[rank]?.name ?? '';
  const isTwice = c.secondary !== undefined && samePayer(c.primary.name, c.secondary.name);
  const id = isTwice && !isGap(policy) ? known(policy.memberId) : undefined;
  return id === undefined || id === '' ? name : `${name} (${id})`;
};

/** The claim's payer of that rank; undefined where it has none, or none whose name is read. */
export const planOf = (c: Case, rank: Rank): Plan | undefined => {
  const facts = c[rank];
  if (!facts || facts.name === '') return undefined;
  const policy = findPolicy(c, rank);
  const key = keyOf(c, rank, policy);
  const plans = c.coverage?.plans ?? {};
  const said = Object.hasOwn(plans, key) ? (plans[key] ?? {}) : {};
  return { c, rank, facts, key, name: facts.kind === 'medicare' ? 'Medicare' : cut(key), said, policy };
};

/** What kind of plan it is. A plan that the biller says comes from a job, or is bought, is one like commercial ones. */
export const kindOfPlan = (plan: Plan): PayerFacts['kind'] | Gap => {
  const { facts, said, policy, c } = plan;
  if (facts.kind !== 'unknown') return facts.kind;
  if (said.basis !== undefined) return 'commercial';
  if (!c.chart) return CHART;
  if (isGap(policy)) return policy.raw === undefined ? 'unknown' : policy;
  if (policy.type.kind === 'unreadable') {
    return unread(`the insurance type of ${plan.name} in the chart`, 'chart', policy.type);
  }
  return 'unknown';
};

/** What is missing where nothing tells the kind of a plan. Whoever says what it is held by says that it is a private one. */
export const unknownKind = (plan: Plan): Gap => ({
  ...unread(`what kind of plan ${plan.name} is`, 'chart'),
  ask: { id: 'plan-basis', payer: plan.key },
});

export const isMedicare = ({ facts }: Plan): boolean =>
  facts.kind === 'medicare' || facts.kind === 'medicare-advantage';

export const liabilityOfPlan = ({ facts, policy }: Plan): Liability | undefined =>
  liabilityOfPayer(facts, isGap(policy) ? '' : known(policy.type));

/** Programs that are no group plan, and whose place beside Medicare no rule of this folder knows. */
const FEDERAL = /\b(?:BLACK LUNG|CHAMPVA|VETERANS?|INDIAN HEALTH|IHS|PUBLIC HEALTH SERVICE)\b/i;

export const isFederalProgram = ({ facts }: Plan): boolean => FEDERAL.test(facts.name);

/** What a page gives of a plan, and where. */
interface OnPage<T> {
  value: T;
  place: Place;
  page: string;
}

const BASIS_WORDS: readonly (readonly [words: RegExp, basis: CoverageBasis])[] = [
  [/\bCOBRA\b/i, 'cobra'],
  [/\bRETIRE(?:D|ES?|E PLAN)\b/i, 'retired'],
];

const basisInChart = (policy: Policy): OnPage<CoverageBasis> | undefined => {
  for (const reading of [policy.plan, policy.type]) {
    const text = known(reading) ?? '';
    const found = BASIS_WORDS.find(([words]) => words.test(text));
    const place = placeOf(reading);
    if (found && place) return { value: found[1], place, page: 'the chart' };
  }
  return undefined;
};

/** Insurance types that say that the plan before Medicare comes from a job that is held now, and how large its employer is. */
const BY_TYPE: Readonly<Record<string, { basis: CoverageBasis; least: number }>> = {
  12: { basis: 'current-employment', least: 20 },
  43: { basis: 'current-employment', least: 100 },
};

const typeFor = (plan: Plan): { basis: CoverageBasis; least: number; place: Place } | undefined => {
  const type = plan.rank === 'primary' ? chosenMspType(plan.c) : undefined;
  const means = type && BY_TYPE[type.code];
  return type && means ? { ...means, place: type.place } : undefined;
};

const FORM = 'the form';

const basisOnForm = (plan: Plan): OnPage<CoverageBasis> | undefined => {
  const retired = retiredInBox11b(plan.c);
  if (retired) return { value: 'retired', place: retired, page: FORM };
  const type = typeFor(plan);
  return type && { value: type.basis, place: type.place, page: FORM };
};

const basesOnPages = (plan: Plan): OnPage<CoverageBasis>[] =>
  [basisOnForm(plan), isGap(plan.policy) ? undefined : basisInChart(plan.policy)].filter((one) => one !== undefined);

/** What the insured holds the plan by: as a page says it, else as the biller did. Where they differ neither counts. */
export const basisOf = (plan: Plan): CoverageBasis | Gap => {
  const { basis } = plan.said;
  const [first, ...others] = basesOnPages(plan);
  const differs = [basis, ...others.map(({ value }) => value)].some((one) => one !== undefined && one !== first?.value);
  if (first) return differs ? disagreed('plan-basis', plan.key, first.page) : first.value;
  return basis ?? asked('plan-basis', plan.key);
};

const THROUGH_BY: Readonly<Record<Relationship, Through>> = {
  self: 'patient',
  spouse: 'spouse',
  child: 'family',
  other: 'family',
};

const relationshipReading = ({ policy }: Plan) => (isGap(policy) ? undefined : policy.relationship);

/** Whose job the plan comes from: the insured's, by the patient's relationship to them in the chart, else as the biller said. */
export const throughOf = (plan: Plan): Through | Gap => {
  const relationship = known(relationshipReading(plan));
  const { through } = plan.said;
  if (relationship === undefined) return through ?? asked('through', plan.key);
  const inChart = THROUGH_BY[relationship];
  return through === undefined || through === inChart ? inChart : disagreed('through', plan.key, 'the chart');
};

/** The patient's relationship to the insured; by her word only as far as it tells. */
export const relationshipOf = (plan: Plan): Relationship | Gap => {
  const relationship = known(relationshipReading(plan));
  if (relationship !== undefined) return relationship;
  const { through } = plan.said;
  if (through === 'patient') return 'self';
  if (through === 'spouse') return 'spouse';
  if (through === 'family')
    return unread(`the relationship to the insured of ${plan.name}`, 'chart', relationshipReading(plan));
  return asked('through', plan.key);
};

/** At least so many employees. */
const LEAST: Readonly<Record<EmployerSize, number>> = { 'under-20': 0, '20-to-99': 20, '100-or-more': 100 };

/**
 * Whether an employer behind the plan has that many employees: the one, or one of several that share the plan.
 * An insurance type on the form says so too.
 */
export const isLarge = (plan: Plan, employees: 20 | 100): boolean | Gap => {
  const { employerSize, multiEmployer } = plan.said;
  const bySize = employerSize === undefined ? undefined : LEAST[employerSize] >= employees;
  const said = multiEmployer === true ? true : bySize;
  const onForm = (typeFor(plan)?.least ?? 0) >= employees;
  if (onForm) return bySize === false && multiEmployer !== true ? disagreed('employer-size', plan.key, FORM) : true;
  if (said === undefined) return asked('employer-size', plan.key);
  return said || multiEmployer !== undefined ? said : asked('multi-employer', plan.key);
};

/** First day of the coverage: the chart's, else what the biller said. */
export const sinceOf = (plan: Plan): IsoDate | Gap => {
  const effective = isGap(plan.policy) ? undefined : known(plan.policy.effective);
  return effective ?? plan.said.since ?? asked('since', plan.key);
};

/** What pages give of the plan, for the list of answers. */
export const givenOf = (plan: Plan): Given[] => {
  const given: Given[] = [];
  const put = (id: Given['id'], value: string, place: Place | undefined, said: string | undefined): void => {
    if (!place) return;
    const base: Given = { id, payer: plan.key, value, place };
    given.push(said === undefined || said === value ? base : { ...base, said });
  };
  for (const { value, place } of basesOnPages(plan)) put('plan-basis', value, place, plan.said.basis);
  const relationship = relationshipReading(plan);
  const related = known(relationship);
  if (related) put('through', THROUGH_BY[related], placeOf(relationship), plan.said.through);
  const type = typeFor(plan);
  const size: EmployerSize = type?.least === 100 ? '100-or-more' : '20-to-99';
  const isBorneOut = plan.said.employerSize !== undefined && isLarge(plan, type?.least === 100 ? 100 : 20) === true;
  if (type)
    put('employer-size', isBorneOut ? (plan.said.employerSize ?? size) : size, type.place, plan.said.employerSize);
  return given;
};
