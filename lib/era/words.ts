import { formatDate } from '../claim/dates';
import type { EraPayment, PaymentMethod } from '../claim/era';

const LONGEST_NUMBER = 30;

/** Text of a file in a sentence is cut, so that no file can fill the panel. */
export const cutText = (text: string, length = LONGEST_NUMBER): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** What billers call the number of a payment, by how the money came (BPR04). */
const NUMBER_NAMES: Readonly<Record<string, string>> = { CHK: 'check', ACH: 'EFT', FWT: 'wire' };

const numberName = (method: PaymentMethod): string =>
  Object.hasOwn(NUMBER_NAMES, method) ? (NUMBER_NAMES[method] ?? 'payment') : 'payment';

/** `check 0012345`, `EFT 0098812`, `payment 77`; `''` where the file gives no number. */
export const checkName = ({ method, trace }: Pick<EraPayment, 'method' | 'trace'>): string =>
  trace.trim() === '' ? '' : `${numberName(method)} ${cutText(trace.trim())}`;

/** `03/24/2026`, or words for a date that the file does not give. */
export const paidOnText = ({ paidOn }: Pick<EraPayment, 'paidOn'>): string =>
  paidOn === null ? 'an unread date' : formatDate(paidOn);

/** `03/24/2026, check 0012345`: one answer of a payer in a sentence. */
export const answerName = (payment: Pick<EraPayment, 'paidOn' | 'method' | 'trace'>): string =>
  [paidOnText(payment), checkName(payment)].filter((part) => part !== '').join(', ');

/** `Remittance 03/24/2026, check 0012345`: the source of a value. */
export const remittanceName = (payment: Pick<EraPayment, 'paidOn' | 'method' | 'trace'>): string =>
  `Remittance ${answerName(payment)}`;
