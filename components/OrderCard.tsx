import type { PatientFile } from '../lib/session/session';
import { Act } from './Act';
import { usePanelState } from './context';
import { Icon } from './Icon';
import type { ClaimItem } from './models/claims';
import { ORDER, ORDER_QUESTION, orderModel, questionsWords } from './models/order';
import { count } from './models/text';
import { PageText } from './PageText';

/** Checks that could block wait for what only she can say of the coverage: one card for all of them, which leads to the questions. */
export function OrderCard({ item, file, first }: { item: ClaimItem; file: PatientFile; first: boolean }) {
  const unsure = usePanelState((state) => state.unsure);
  const model = orderModel(item, file.key, unsure);
  if (!model || model.waiting.length === 0) return null;
  const { open, waiting, differs } = model;
  const because = differs ? 'Your answer and a page differ.' : 'No page says it.';
  return (
    <article className="finding t-ask">
      <Icon name="decide" />
      <div>
        <h3 id={first ? 'question' : undefined} tabIndex={first ? -1 : undefined}>
          <span className="sr">Not known: </span>
          Which of the two payers pays first
        </h3>
        <p>
          {open.length > 0 ? (
            <>
              {because} You can: <PageText text={questionsWords(open)} />.
            </>
          ) : (
            `${because} You do not know yet: whom to ask stands under Payer order.`
          )}
        </p>
        <div className="lks">
          <Act intent={{ do: 'focus', id: open.length > 0 ? ORDER_QUESTION : ORDER }} look="link" icon="look">
            {open.length > 0 ? `Answer ${count(open.length, 'question')}` : 'Go to Payer order'}
          </Act>
        </div>
        <details className="inner">
          <summary>
            {waiting.length === 1 ? 'The check that waits' : `The ${count(waiting.length, 'check')} that wait`}
          </summary>
          <ul className="plain">
            {waiting.map(({ check, title }) => (
              <li key={check}>{title}</li>
            ))}
          </ul>
        </details>
      </div>
    </article>
  );
}
