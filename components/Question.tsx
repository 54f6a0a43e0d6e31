import type { Answers } from '../lib/claim/case';
import { Acknowledge } from './Acknowledge';
import { Act } from './Act';
import { NO_ANSWERS, QUESTIONS, type QuestionKind } from './models/questions';

interface QuestionProps {
  kind: QuestionKind | undefined;
  check: string;
  claim: string;
  answers: Answers | undefined;
}

/** What she can answer right where the finding stands. */
export function Question({ kind, check, claim, answers = NO_ANSWERS }: QuestionProps) {
  if (kind === undefined) return null;
  if (kind === 'acknowledge') return <Acknowledge check={check} claim={claim} answers={answers} />;
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
