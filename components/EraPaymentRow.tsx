import { formatMoney } from '../lib/claim/money';
import type { EraPaymentView } from '../lib/era/files';
import { FileName } from './FileName';
import { Icon } from './Icon';
import { paymentWords } from './models/answer';
import { balanceSign } from './models/files';
import { count } from './models/text';
import { PageText } from './PageText';
import { Unread } from './Unread';

/** The payment as a sum, where it does not come to what it is made of. */
const apart = ({ balanced, paid, adjusted, total }: EraPaymentView): string | undefined => {
  if (balanced !== 'no' || paid === null || adjusted === null || total === null) return undefined;
  const taken = adjusted === 0 ? '' : `, provider adjustments ${formatMoney(adjusted)}`;
  return `Claims paid ${formatMoney(paid)}${taken}, payment ${formatMoney(total)}`;
};

/** One payment of a file: whose, which, how much, and whether its sums hold. */
export function EraPaymentRow({ payment }: { payment: EraPaymentView }) {
  const sign = balanceSign(payment);
  const why = apart(payment);
  return (
    <li className={`t-${sign.tone}`}>
      <span className="tone">
        <Icon name={sign.icon} />
      </span>
      <span>
        <b>
          <PageText text={payment.payer.name || payment.payer.id || 'Payer not read'} max={120} />
        </b>
        <span className="src any">{paymentWords(payment)}</span>
        <span className="src">{`${count(payment.claims, 'claim')}, ${sign.says}`}</span>
        {why && <span className="src">{why}</span>}
        {payment.sameAs !== undefined && (
          <span className="src">
            Same payment as in <FileName name={payment.sameAs} />. It counts once.
          </span>
        )}
      </span>
      <span className="n">
        {payment.total === null ? <Unread>not read</Unread> : formatMoney(payment.total)}
        {payment.direction === 'debit' && <span className="src">owed to the payer</span>}
      </span>
    </li>
  );
}
