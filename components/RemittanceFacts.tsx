import { formatDate } from '../lib/claim/dates';
import type { Adjudication } from '../lib/claim/era';
import { formatMoney } from '../lib/claim/money';
import { Facts } from './Facts';
import { FileName } from './FileName';
import { Icon } from './Icon';
import { methodName } from './models/answer';
import { matchWords, type RemittanceModel } from './models/remittance';
import { count } from './models/text';
import { PageText } from './PageText';
import { Unread } from './Unread';

/** `0098812, 03/24/2026, 1,842.16`. */
const paymentOf = ({ payment }: Adjudication): string =>
  [
    payment.trace.slice(0, 40) || 'no number',
    payment.paidOn === null ? 'date not read' : formatDate(payment.paidOn),
    payment.total === null ? 'amount not read' : formatMoney(payment.total),
  ].join(', ');

function OwnSums({ model }: { model: RemittanceModel }) {
  const failed = model.sums.filter(({ severity }) => severity === 'warning').length;
  const isKnown = model.net.paid !== null;
  const [tone, icon, words] =
    failed > 0
      ? (['t-stop', 'blocked', `${count(failed, 'sum')} ${failed === 1 ? 'fails' : 'fail'}`] as const)
      : isKnown
        ? (['t-ok', 'tick', 'balance'] as const)
        : (['t-unk', 'unk', 'not known'] as const);
  return (
    <span className={`inl ${tone}`}>
      <span className="tone">
        <Icon name={icon} />
      </span>
      {words}
    </span>
  );
}

/** Which remittance it is: payer, check or EFT, the payer's claim number, and whether its own sums hold. */
export function RemittanceFacts({ model }: { model: RemittanceModel }) {
  const all = [...model.sides.primary, ...model.sides.unclear, ...model.sides.secondary];
  const answer = model.net.last ?? all.at(-1);
  if (!answer) return null;
  const { payment, claim } = answer;
  return (
    <section className="sec">
      <h2>
        Remittance <span className="count">{matchWords(answer)}</span>
      </h2>
      <Facts
        facts={[
          [
            'Payer',
            payment.payer.name || payment.payer.id ? (
              <PageText key="payer" text={payment.payer.name || payment.payer.id} max={120} />
            ) : (
              <Unread key="payer">not read</Unread>
            ),
          ],
          [methodName(payment.method), <PageText key="payment" text={paymentOf(answer)} />],
          [
            'Payer’s claim no.',
            claim.payerClaimNumber ? <PageText key="icn" text={claim.payerClaimNumber} max={60} /> : undefined,
          ],
          ['Its own sums', <OwnSums key="sums" model={model} />],
          ['File', <FileName key="file" name={answer.file.name} />],
        ]}
      />
    </section>
  );
}
