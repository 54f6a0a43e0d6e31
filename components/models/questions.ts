import type { Raised } from '../../lib/checks/check';
import type { Answers } from '../../lib/claim/case';
import type { IconName } from '../Icon';
import type { Intent } from '../intent';

export type QuestionKind = NonNullable<Raised['question']>;

export const NO_ANSWERS: Answers = { acknowledged: {} };

/** One possible answer: its words and what it asks for. */
export interface Choice {
  label: string;
  icon?: IconName;
  intent: (claim: string, answers: Answers) => Intent;
}

/** What an answer changes of the claim's answers. */
const change =
  (said: Partial<Answers>): Choice['intent'] =>
  (claim, answers) => ({ do: 'answer', claim, answers: { ...answers, ...said } });

const takes =
  (said: 'yes' | 'no'): Choice['intent'] =>
  (claim) => ({ do: 'say-electronic', claim, takes: said });

/** What is asked in place, with the answers as buttons. `lead`: the link that opens the question, where it is not open at once. */
export interface QuestionForm {
  lead?: string;
  text?: string;
  choices: Choice[];
}

export const QUESTIONS: Record<Exclude<QuestionKind, 'acknowledge'>, QuestionForm> = {
  crossover: {
    text: 'What does the Medicare remittance say?',
    choices: [
      { label: 'It says MA18 or N89: forwarded', intent: change({ crossover: 'forwarded' }) },
      { label: 'No such remark: not forwarded', intent: change({ crossover: 'not-forwarded' }) },
    ],
  },
  electronic: {
    text: 'Your answer is kept for all claims of this payer.',
    choices: [
      { label: 'It takes them', icon: 'send', intent: takes('yes') },
      { label: 'Print locally', icon: 'print', intent: takes('no') },
    ],
  },
  eob: {
    choices: [{ label: 'The EOB is attached', icon: 'page', intent: change({ eobAttached: true }) }],
  },
};

/** Checks that only want to be seen; the others are sent anyway only with a reason. */
const SEEN_IS_ENOUGH: ReadonlySet<string> = new Set(['C068', 'C070', 'C110', 'C112', 'WEXCL']);

export const wantsReason = (check: string): boolean => !SEEN_IS_ENOUGH.has(check);

export const acknowledge = (answers: Answers, check: string, reason: string): Answers => ({
  ...answers,
  acknowledged: { ...answers.acknowledged, [check]: reason },
});

/** Takes an answer back: the check asks again. */
export const takeBack = (answers: Answers, check: string): Answers => ({
  ...answers,
  acknowledged: Object.fromEntries(Object.entries(answers.acknowledged).filter(([id]) => id !== check)),
});
