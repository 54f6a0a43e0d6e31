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
  if (!model?.net.last || model.comparison?.state === 'same') return null;
  const { amountsFrom } = item.case.answers;
  const { payment } = model.net.last;
  const why = item.case.ledger
    ? `${model.band.headline}.`
    : 'The ledger is not read, so nothing is known of the posting.';
  return (
    <section className="sec">
      <fieldset>
        <legend>Fill from the posting or from the remittance?</legend>
        <p className="note">{why}</p>
        {CHOICES.map(({ from, says }) => (
          <label key={from} className="chk">
            <input
              type="radio"
              name="amounts-from"
              checked={amountsFrom === from}
              onChange={() => act({ do: 'amounts-from', claim: item.id, from })}
            />
            <span>
              {says}
              {from === 'remittance' && <span className="src any">{paymentWords(payment)}</span>}
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
