import { lacking } from '../claim/lacking';
import type { Reading } from '../claim/reading';
import type { Gap, GapSource, Question, QuestionId } from './answer';

type Words = Readonly<Record<QuestionId, (payer: string) => string>>;

/** What each question's answer is called where it is missing: the same words in every check. */
const WHAT: Words = {
  'plan-basis': (payer) => `whether ${payer} comes from a job`,
  through: (payer) => `whose job ${payer} comes from`,
  'employer-size': (payer) => `how large the employer behind ${payer} is`,
  'multi-employer': (payer) => `whether several employers share ${payer}`,
  'medicare-for': () => 'why the patient has Medicare',
  'esrd-from': () => 'since when Medicare is for kidney failure',
  'medicare-was-first': () => 'whether Medicare paid first before the kidney failure',
  accident: () => 'whether an accident is behind the claim',
  parents: () => "how the child's parents live",
  'parent-role': (payer) => `whose plan ${payer} is`,
  'no-cob': (payer) => `whether ${payer} has rules on coordination`,
  since: (payer) => `since when ${payer} covers the patient`,
  'medicare-record': () => "what Medicare's own record says",
};

const LONGEST_NAME = 60;
export const cut = (text: string): string =>
  text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME - 1)}…`;

/** What is missing until the biller says it. */
export const asked = (id: QuestionId, payer?: string): Gap => ({
  what: WHAT[id](payer === undefined ? 'the plan' : cut(payer)),
  source: 'coverage',
  ask: payer === undefined ? { id } : { id, payer },
});

/** She said one thing, a page another: neither counts until they agree. */
export const disagreed = (id: QuestionId, payer: string | undefined, page: string): Gap => {
  const gap = asked(id, payer);
  return { ...gap, what: `${gap.what}: your answer and ${page} differ` };
};

/** A value of a page that is missing or cannot be read. */
export const unread = (what: string, source: GapSource, reading?: Reading<unknown>): Gap =>
  lacking(what, source, reading);

export const CHART: Gap = { what: 'the chart', source: 'chart' };

export const isGap = (fact: unknown): fact is Gap => typeof fact === 'object' && fact !== null && 'what' in fact;

/** Each gap once, by its words. */
export const distinctGaps = (gaps: readonly Gap[]): Gap[] => [...new Map(gaps.map((gap) => [gap.what, gap])).values()];

/** What can be asked of what is missing, in its order. */
export const questionsOf = (gaps: readonly Gap[]): Question[] => gaps.flatMap(({ ask }) => ask ?? []);
