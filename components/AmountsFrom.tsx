import { primaryRemit } from '../lib/checks/remittance';
import { Act } from './Act';
import { useAct } from './context';
import { paymentWords } from './models/answer';
import type { ClaimItem } from './models/claims';
import { remittanceModel } from './models/remittance';

const CHOICES = [
  { from: 'posting', says: 'From the posting' },
  { from: 'remittance', says: 'From the remittance' },
] as const;

/** Where posting and remittance are not the same: which of them the form is filled from. */
export function AmountsFrom({ item }: { item: ClaimItem }) {
  const act = useAct();
  const model = remittanceModel(item.case);
  const remit = primaryRemit(item.case);
  if (!model || remit.is === 'none' || model.comparison?.state === 'same') return null;
  // Where nothing of the remittance counts, only the posting can be taken.
  const choices = remit.is === 'here' ? CHOICES : CHOICES.filter(({ from }) => from === 'posting');
  const { amountsFrom } = item.case.answers;
  const payment = model.net.last?.payment;
  const why = item.case.ledger
    ? `${model.band.headline}.`
    : 'The ledger is not read, so nothing is known of the posting.';
  return (
    <section className="sec">
      <fieldset>
        <legend>Fill from the posting or from the remittance?</legend>
        <p className="note">{why}</p>
        {choices.map(({ from, says }) => (
          <label key={from} className="chk">
            <input
              type="radio"
              name="amounts-from"
              checked={amountsFrom === from}
              onChange={() => act({ do: 'amounts-from', claim: item.id, from })}
            />
            <span>
              {says}
              {from === 'remittance' && payment && <span className="src any">{paymentWords(payment)}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="lks">
        <Act intent={{ do: 'open-remittance', claim: item.id }} look="link" icon="look">
          Compare
        </Act>
      </div>
    </section>
  );
}
