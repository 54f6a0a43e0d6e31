import { formatDate } from '../lib/claim/dates';
import { PageText } from './PageText';
import type { PayerAnswer } from './services';

const TAKES = { yes: 'takes electronic secondary claims', no: 'takes no electronic secondary claims' } as const;

interface PayerAnswerSectionProps {
  answers: readonly PayerAnswer[];
  onRemove: (answer: PayerAnswer) => void;
}

/** What she said of payers: no patient in it. */
export function PayerAnswerSection({ answers, onRemove }: PayerAnswerSectionProps) {
  return (
    <section className="sec">
      <h2>
        Payers you answered for <span className="count">{answers.length}</span>
      </h2>
      {answers.length === 0 && (
        <p className="dim">None yet. You are asked where no page says whether a payer takes electronic claims.</p>
      )}
      <ul className="pairs inset">
        {answers.map((answer) => (
          <li key={answer.payer}>
            <span>
              <PageText text={answer.payer} max={120} />
              <span className="src">
                {TAKES[answer.electronicSecondary]}. You said so on {formatDate(answer.saidOn)}.
              </span>
            </span>
            <button type="button" className="lk" onClick={() => onRemove(answer)}>
              Forget<span className="sr">: {answer.payer}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
