import type { Answers } from '../lib/claim/case';
import { Act } from './Act';
import { ORDER } from './models/order';
import { NO_ANSWERS, QUESTIONS, type QuestionKind } from './models/questions';

interface QuestionProps {
  kind: QuestionKind | undefined;
  claim: string;
  answers: Answers | undefined;
}

/** What she can answer right where the finding stands. */
export function Question({ kind, claim, answers = NO_ANSWERS }: QuestionProps) {
  if (kind === undefined || kind === 'acknowledge') return null;
  if (kind === 'order')
    return (
      <Act intent={{ do: 'focus', id: ORDER }} look="link" icon="look">
        See the payer order
      </Act>
    );
  const { text, choices } = QUESTIONS[kind];
  return (
    <>
      {text && <p className="full">{text}</p>}
      {choices.map(({ label, icon, intent }) => (
        <Act key={label} intent={intent(claim, answers)} look="link" icon={icon ?? 'chev'}>
          {label}
        </Act>
      ))}
    </>
  );
}
