import type { Adjudication, EraParty, EraPayment } from '../claim/era';
import { samePayer } from '../payers/aliases';

const plain = (text: string): string => text.trim().toUpperCase();

/** Identifiers that are the payer's own (N104, REF 2U payer id, REF NF NAIC code); a submitter's may be a clearinghouse's. */
const OWN_IDS = ['2U', 'NF'];

/** Every identifier of the payer itself that the file gives. */
export const payerIds = (payer: EraParty): string[] =>
  [payer.id, ...OWN_IDS.map((qualifier) => (Object.hasOwn(payer.ids, qualifier) ? (payer.ids[qualifier] ?? '') : ''))]
    .map(plain)
    .filter((id) => id !== '');

/** True where two headers are of one payer: an identifier in common, or the same name. */
export const isSamePayer = (a: EraParty, b: EraParty): boolean => {
  const ids = new Set(payerIds(a));
  return payerIds(b).some((id) => ids.has(id)) || (a.name.trim() !== '' && samePayer(a.name, b.name));
};

const isSameDay = (a: EraPayment, b: EraPayment): boolean =>
  a.paidOn === null || b.paidOn === null || a.paidOn === b.paidOn;

/**
 * True where two sets are of one payment: the same trace number, payer and total, and no other payment date. A payment
 * without a number, or whose total is not read, is never the same as another.
 */
export const isSamePayment = (a: EraPayment, b: EraPayment): boolean =>
  plain(a.trace) !== '' &&
  plain(a.trace) === plain(b.trace) &&
  a.total !== null &&
  a.total === b.total &&
  a.direction === b.direction &&
  isSameDay(a, b) &&
  isSamePayer(a.payer, b.payer);

/** True where both stand in one set of one file. */
export const isSameSet = (a: Adjudication, b: Adjudication): boolean =>
  a.file.id === b.file.id && a.payment.segment === b.payment.segment;

/** True where both are of one payment, be it one set or two files that hold it. */
export const isOfSamePayment = (a: Adjudication, b: Adjudication): boolean =>
  isSameSet(a, b) || isSamePayment(a.payment, b.payment);
