import type { Unknown } from '../../lib/checks/check';
import type { Case, PayerFacts } from '../../lib/claim/case';
import type { IsoDate } from '../../lib/claim/claim';
import type { CoverageAnswers } from '../../lib/claim/coverage';
import { formatDate, parseDate } from '../../lib/claim/dates';
import type { PageKind } from '../../lib/claim/reading';
import type { Given, OrderAnswer, Question } from '../../lib/order/answer';
import { orderOf } from '../../lib/order/order-of';
import { isMedicare, type Plan, planOf } from '../../lib/order/plan';
import type { ClaimItem } from './claims';
import { NO_COVERAGE, ORDER_QUESTIONS, type OrderQuestion, type Said } from './order-questions';
import { count, shown } from './text';

/** Id of the section, and of the first control of the question that is open in it. */
export const ORDER = 'order';
export const ORDER_QUESTION = 'order-question';

/** One question as it is asked: about a plan by its payer, or about the patient. */
export type Asked = Question;

export const payerOf = ({ payer = '' }: Asked): string => payer;

/** Names a question among all questions about a patient. */
export const askKey = (asked: Asked): string => JSON.stringify([asked.id, payerOf(asked)]);

/** As `askKey`, among the questions about all patients. */
export const unsureKey = (patient: string, asked: Asked): string => JSON.stringify([patient, asked.id, payerOf(asked)]);

export const questionOf = ({ id }: Asked): OrderQuestion => ORDER_QUESTIONS[id];

/** The question in words, with the payer's name cut to a sane length. */
export const questionWords = (asked: Asked): string => questionOf(asked).text(shown(payerOf(asked), 60) || 'this plan');

/** One value of an answer in words. */
export const labelOf = (asked: Asked, value: string): string =>
  questionOf(asked).choices.find((choice) => choice.value === value)?.label ?? formatDate(value);

/** What a page says, in the words of the answers. */
export const givenWords = (given: Given): string => labelOf(given, given.value);

const PAGES: Partial<Record<PageKind, string>> = {
  chart: 'The chart',
  insurance: 'The insurance in the chart',
  'claim-form': 'The form',
  'claim-history': 'Claim History',
};

/** The page that says it, at the start of a sentence. */
export const pageOf = ({ place }: Given): string => PAGES[place.page] ?? 'The page';

/** What she said to one question, as she chose it: `20 to 99`, `Yes, at work, 03/10/2026`. */
export const saidWords = (asked: Asked, { chosen, day }: Said = { chosen: [] }): string =>
  [
    ...questionOf(asked)
      .choices.filter(({ value }) => chosen.includes(value))
      .map(({ label }) => label),
    ...(day === undefined ? [] : [formatDate(day)]),
  ].join(', ');

export const saidOf = (coverage: CoverageAnswers | undefined, asked: Asked): Said | undefined =>
  questionOf(asked).said(coverage ?? NO_COVERAGE, payerOf(asked));

/** The answers with this one; without it where `said` is undefined. */
export const withSaid = (
  coverage: CoverageAnswers | undefined,
  asked: Asked,
  said: Said | undefined,
): CoverageAnswers => {
  const { put, drop } = questionOf(asked);
  const before = coverage ?? NO_COVERAGE;
  return said ? put(before, payerOf(asked), said) : drop(before, payerOf(asked));
};

/** What she chose and typed so far. */
export interface Draft {
  chosen: readonly string[];
  day: string;
}

export const draftOf = (said: Said | undefined): Draft => ({
  chosen: said?.chosen ?? [],
  day: said?.day === undefined ? '' : formatDate(said.day),
});

/** True where a day belongs to what is chosen so far. */
export const wantsDay = ({ choices, day }: OrderQuestion, { chosen }: Draft): boolean =>
  day !== undefined && (choices.length === 0 || (chosen[0] !== undefined && chosen[0] !== day.notWith));

export type Checked = { ok: true; said: Said } | { ok: false; at: 'choice' | 'day'; why: string };

/** A draft as an answer, or what is still wrong with it. */
export const checkDraft = (question: OrderQuestion, draft: Draft, today: IsoDate): Checked => {
  if (question.choices.length > 0 && draft.chosen.length === 0)
    return { ok: false, at: 'choice', why: 'Choose an answer, or say that you do not know.' };
  if (!wantsDay(question, draft)) return { ok: true, said: { chosen: draft.chosen } };
  const day = parseDate(draft.day);
  if (!day.ok) return { ok: false, at: 'day', why: 'Type the day as MM/DD/YYYY.' };
  if (question.day?.notAfterToday && day.value > today)
    return { ok: false, at: 'day', why: `${formatDate(day.value)} is after today.` };
  return { ok: true, said: { chosen: draft.chosen, day: day.value } };
};

/** Questions about the patient, and about one plan. */
const OF_PATIENT = [
  'medicare-for',
  'esrd-from',
  'medicare-was-first',
  'accident',
  'parents',
  'medicare-record',
] as const;
const OF_PLAN = ['plan-basis', 'through', 'employer-size', 'multi-employer', 'no-cob', 'parent-role', 'since'] as const;

/** What the section on the payer order shows of one claim. */
export interface OrderModel {
  answer: OrderAnswer;
  /** Still to be asked, the first that matters first. */
  open: Asked[];
  /** Asked, and she does not know. */
  unsure: Asked[];
  /** What pages say, so that she need not. */
  given: Given[];
  /** What she alone said that is about this claim's payers or the patient. */
  said: Asked[];
  /** Not needed, but it would count. */
  also: Asked[];
  /** A page says otherwise than she did. */
  differs: boolean;
  /** Checks that could block wait for her answers. */
  waiting: Unknown[];
}

const planBy = (c: Case, payer: string | undefined): Plan | undefined =>
  (['primary', 'secondary'] as const).map((rank) => planOf(c, rank)).find((plan) => plan?.key === payer);

const PROGRAMS: ReadonlySet<PayerFacts['kind']> = new Set([
  'medicare',
  'medicare-advantage',
  'medicaid',
  'medigap',
  'tricare',
]);

/** Whose job a public program comes from is no question, whatever the chart says of the insured. */
const isNoPlan = ({ facts }: Plan): boolean => PROGRAMS.has(facts.kind);

const counts = (c: Case, given: Given): boolean => {
  const plan = planBy(c, given.payer);
  return given.said !== undefined || plan === undefined || !isNoPlan(plan);
};

const askedOf = ({ case: c }: ClaimItem): Asked[] => {
  const payers = new Set((['primary', 'secondary'] as const).map((rank) => planOf(c, rank)?.key));
  return [
    ...[...payers].flatMap((payer) => (payer === undefined ? [] : OF_PLAN.map((id) => ({ id, payer })))),
    ...OF_PATIENT.map((id) => ({ id })),
  ];
};

/** True for what waits for her answers about the coverage. */
export const isAboutOrder = ({ question }: Pick<Unknown, 'question'>): boolean => question === 'order';

/** Checks that could block and wait for what she can say. */
const orderWaits = ({ exam }: ClaimItem): Unknown[] => exam.unknown.filter((one) => one.blocking && isAboutOrder(one));

/** Nothing asks for an accident by itself; where Medicare pays it would put another insurer first. */
const accidentOf = (c: Case): Asked[] =>
  (['primary', 'secondary'] as const).some((rank) => {
    const plan = planOf(c, rank);
    return plan !== undefined && isMedicare(plan);
  })
    ? [{ id: 'accident' }]
    : [];

/** Payer order of one claim; undefined where there is no second payer. `unsure`: keys of questions that she set aside. */
export const orderModel = (item: ClaimItem, patient: string, unsure: readonly string[]): OrderModel | undefined => {
  const { case: c } = item;
  if (!c.secondary) return undefined;
  const answer = orderOf(c);
  const { asks, also } = answer;
  const given = answer.given.filter((one) => counts(c, one));
  const isUnsure = (asked: Asked): boolean => unsure.includes(unsureKey(patient, asked));
  const elsewhere = new Set([...asks, ...given].map(askKey));
  return {
    answer,
    open: asks.filter((asked) => !isUnsure(asked)),
    unsure: asks.filter(isUnsure),
    given,
    said: askedOf(item).filter((asked) => !elsewhere.has(askKey(asked)) && saidOf(c.coverage, asked) !== undefined),
    also: [...also, ...accidentOf(c)].filter(
      (asked) => !elsewhere.has(askKey(asked)) && saidOf(c.coverage, asked) === undefined,
    ),
    differs: given.some((one) => one.said !== undefined),
    waiting: asks.length > 0 ? orderWaits(item) : [],
  };
};

/** `Order: Medicare, then Brightwater. Medicare pays first for retirees.` */
export const orderWords = (item: ClaimItem, { answer, open, unsure, differs, waiting }: OrderModel): string => {
  if (answer.is === 'no-rule') return `Order: as the claim has it. The panel has no rule for it: ${answer.why}.`;
  if (answer.is !== 'undecided') {
    const names = [item.primary, item.secondary ?? ''];
    return `Order: ${(answer.first === 'secondary' ? names.reverse() : names).join(', then ')}. ${answer.rule.says}`;
  }
  const state = waiting.length > 0 ? 'Order: not known yet.' : 'Order: not checked.';
  if (differs) return `${state} Your answer and a page differ.`;
  if (open.length > 0) return `${state} No page says what decides it.`;
  if (unsure.length > 0) return `${state} Answer when you know.`;
  return `${state} It needs what is not read: ${answer.gaps.map(({ what }) => shown(what, 120)).join(', ')}.`;
};

/** `2 questions about BRIGHTWATER PPO`, `1 question about the payer order`. */
export const questionsWords = (asks: readonly Asked[]): string => {
  const payers = new Set(asks.map(payerOf));
  const [only = ''] = payers;
  const about = payers.size === 1 && only !== '' ? shown(only, 60) : 'the payer order';
  return `${count(asks.length, 'question')} about ${about}`;
};
