import type { Finding, Raised } from '../../lib/checks/check';
import type { Answers } from '../../lib/claim/case';
import type { IconName } from '../Icon';
import type { Intent } from '../intent';

export type QuestionKind = NonNullable<Raised['question']>;

/** Asked where the finding stands; what is asked of the coverage stands under Payer order. */
type PlacedKind = Exclude<QuestionKind, 'acknowledge' | 'order'>;

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

export const QUESTIONS: Record<PlacedKind, QuestionForm> = {
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

/** How a finding is accepted: the link that opens the question, the question, and the button that answers it. */
export interface AcceptWords {
  lead: string;
  asks: string;
  button: string;
}

const SEEN: AcceptWords = { lead: 'I know, with a reason', asks: 'Why is it all right?', button: 'Accept it' };
const SEND: AcceptWords = {
  lead: 'Send anyway, with a reason',
  asks: 'Why is it right to send it?',
  button: 'Send anyway',
};
const OVERRIDE: AcceptWords = {
  lead: 'Override, with a reason',
  asks: 'Why is it right to send it although it is blocked?',
  button: 'Override the block',
};
const PROOF: AcceptWords = {
  lead: 'Send anyway, with proof of timely filing',
  asks: 'What proves that the first filing was in time?',
  button: 'Send anyway',
};

/** Checks that only want to be seen. */
const SEEN_IS_ENOUGH: ReadonlySet<string> = new Set(['C068', 'C070', 'C110', 'C112', 'WEXCL']);
const TIME_IS_OVER = 'C088';

export const acceptWords = ({ check, severity }: Pick<Finding, 'check' | 'severity'>): AcceptWords => {
  if (check === TIME_IS_OVER) return PROOF;
  if (severity === 'block') return OVERRIDE;
  return SEEN_IS_ENOUGH.has(check) ? SEEN : SEND;
};
