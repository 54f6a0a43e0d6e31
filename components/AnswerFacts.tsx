import { formatMoney } from '../lib/claim/money';
import { Facts } from './Facts';
import type { ShownAnswer } from './models/answer';
import { Unread } from './Unread';

/** Who paid whom, when, how, and for which claim. */
export function AnswerFacts({ answer }: { answer: ShownAnswer }) {
  const payment = [answer.trace || 'no number', answer.paidOn ?? 'date not read'].join(', ');
  const text = (value: string | undefined) => (value ? <span className="any">{value}</span> : undefined);
  return (
    <Facts
      facts={[
        ['Payer', text(answer.payer) ?? <Unread key="payer">not read</Unread>],
        [answer.method, text(payment)],
        ['Status', answer.status],
        ['Claim no.', text(answer.controlNumber)],
        ['Payer’s claim no.', text(answer.payerClaimNumber)],
        ['Patient', text(answer.patient)],
        ['Member ID', text(answer.memberId)],
        ['Dates', answer.dates],
        ['Forwarded to', text(answer.forwardedTo)],
        ['Charge', answer.charge === undefined ? <Unread key="charge">not read</Unread> : formatMoney(answer.charge)],
        ['Paid', answer.paid === undefined ? <Unread key="paid">not read</Unread> : formatMoney(answer.paid)],
      ]}
    />
  );
}
