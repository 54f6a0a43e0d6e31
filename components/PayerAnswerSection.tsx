import { formatDate } from '../lib/claim/dates';
import { DoneNote } from './DoneNote';
import { PageText } from './PageText';
import type { PayerAnswer, Services } from './services';
import { useDone } from './use-done';

const TAKES = { yes: 'takes electronic secondary claims', no: 'takes no electronic secondary claims' } as const;
const OTHER = { yes: 'no', no: 'yes' } as const;
const CHANGE = { yes: 'Change to: takes none', no: 'Change to: takes them' } as const;

interface PayerAnswerSectionProps {
  answers: readonly PayerAnswer[];
  services: Pick<Services, 'sayOfPayer' | 'forgetPayer' | 'payerLists'>;
}

/** What she said of payers: no patient in it. */
export function PayerAnswerSection({ answers, services }: PayerAnswerSectionProps) {
  const { done, say, undo } = useDone();
  const putBack = (answer: PayerAnswer) => () => services.payerLists.restoreAnswers([answer]);
  const change = async (answer: PayerAnswer) => {
    const electronicSecondary = OTHER[answer.electronicSecondary];
    await services.sayOfPayer({ payer: answer.payer, electronicSecondary });
    say(`${answer.payer} ${TAKES[electronicSecondary]}.`, putBack(answer));
  };
  const forget = async (answer: PayerAnswer) => {
    await services.forgetPayer(answer.payer);
    say(`What you said of ${answer.payer} is forgotten.`, putBack(answer));
  };
  return (
    <>
      <h3 className="gap">
        Payers you answered for <span className="count">{answers.length}</span>
      </h3>
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
            <span className="lks end">
              <button type="button" className="lk" onClick={() => void change(answer)}>
                {CHANGE[answer.electronicSecondary]}
                <span className="sr">: {answer.payer}</span>
              </button>
              <button type="button" className="lk" onClick={() => void forget(answer)}>
                Forget<span className="sr">: {answer.payer}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
      <DoneNote done={done} onUndo={undo} />
    </>
  );
}
