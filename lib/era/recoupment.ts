import type { Cents } from '../claim/claim';
import type { Adjudication, EraClaim, EraPayment, ProviderAdjustment } from '../claim/era';
import type { Evidence } from './evidence';
import { adjustmentEvidence } from './evidence';
import type { NetState } from './netting';
import { isSamePayer, isSamePayment } from './payment';

const plain = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+(?=.)/, '');

/** A number this short may stand among other words, or inside another number, by chance. */
const SHORTEST_WORD = 4;
const SHORTEST_INSIDE = 8;
/** A number this long stands inside another one only where that was made of it. */
const SURELY_INSIDE = 12;

const numbersOf = (claim: EraClaim): string[] =>
  [
    claim.controlNumber,
    claim.payerClaimNumber,
    Object.hasOwn(claim.references, 'F8') ? (claim.references.F8 ?? '') : '',
  ]
    .map(plain)
    // Payers write 0 where they were sent no number.
    .filter((number) => number !== '' && number !== '0');

/** What is left of a reference without the numbers of the claim and of its people. */
const restOf = (whole: string, claim: EraClaim): string =>
  [...numbersOf(claim), ...claim.names.map(({ id }) => plain(id))]
    .filter((number) => number.length >= SHORTEST_INSIDE)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, number) => rest.replace(number, ''), whole);

const isInside = (number: string, whole: string, claim: EraClaim): boolean =>
  number.length >= SHORTEST_INSIDE &&
  whole.includes(number) &&
  (number.length >= SURELY_INSIDE || !/\d/.test(restOf(whole, claim)));

/** True where the reference of a provider-level adjustment (PLB03-2) names the claim, alone or among other words. */
export const namesClaim = ({ reference }: ProviderAdjustment, claim: EraClaim): boolean => {
  const words = reference.split(/[^A-Za-z0-9]+/).map(plain);
  const whole = plain(reference);
  return numbersOf(claim).some(
    (number) =>
      whole === number || (number.length >= SHORTEST_WORD && words.includes(number)) || isInside(number, whole, claim),
  );
};

/** Provider-level codes by which a payer takes an overpayment back (PLB03-1). */
const TAKES_BACK: ReadonlySet<string> = new Set(['WO', '72']);
/** Refunds that go outside the claim: to a payer that was wrongly first, to the patient. */
export const REFUND_CARCS: ReadonlySet<string> = new Set(['195', 'A0']);

const takesBack = ({ code }: ProviderAdjustment): boolean => TAKES_BACK.has(code.trim().toUpperCase());

/** A negative amount raises the check: a reversal is set off so that it is taken back later. */
const wordsOf = (amount: Cents | null): string =>
  amount !== null && amount < 0
    ? 'Overpayment of this claim given or left to you, to be taken back later'
    : 'Overpayment of this claim taken back from the payment';

const takenBack = (adjudication: Adjudication): Evidence[] =>
  adjudication.providerAdjustments.filter(takesBack).map(({ segment, code, amount, payment, file }) => ({
    code: `PLB ${code.trim().toUpperCase()}`,
    segmentName: 'PLB',
    segment,
    text: wordsOf(amount),
    amount,
    adjudication,
    ...(payment ? { payment } : {}),
    ...(file ? { file } : {}),
  }));

/** Each answer of a payment keeps all its recoveries of the claim: a reversal, and its correction. */
const onceEach = (all: readonly Evidence[]): Evidence[] =>
  all.filter(
    (one, i) => !all.slice(0, i).some((other) => other.adjudication !== one.adjudication && isSame(other, one)),
  );

const isSame = (a: Evidence, b: Evidence): boolean =>
  a.segment === b.segment && a.code === b.code && a.amount === b.amount && fileOf(a) === fileOf(b);

const fileOf = ({ file, adjudication }: Evidence): string => (file ?? adjudication.file).id;

/** Signs that money of the claim was moved outside it: PLB WO or 72 that names the claim, CARC 195 or A0. */
export const recoupments = (net: NetState): Evidence[] => {
  const live = net.events.filter(({ standing }) => standing !== 'test' && standing !== 'repeated');
  return [
    ...onceEach(live.flatMap(({ adjudication }) => takenBack(adjudication))),
    ...adjustmentEvidence(net, REFUND_CARCS),
  ];
};

/**
 * What later payments of the same payer take back of a claim that they do not hold themselves: PLB WO or 72 that names it,
 * each with the payment that it stands in, to be kept with the claim's last answer. Tests do not count.
 */
export const recoveriesElsewhere = (
  { claim, payment: own }: Pick<Adjudication, 'claim' | 'payment'>,
  sets: Iterable<{ payment: EraPayment; providerAdjustments: readonly ProviderAdjustment[] }>,
): ProviderAdjustment[] => {
  const found: ProviderAdjustment[] = [];
  for (const { payment, providerAdjustments } of sets) {
    if (payment.test || isSamePayment(payment, own) || !isSamePayer(payment.payer, own.payer)) continue;
    const { paidOn, method, trace } = payment;
    for (const one of providerAdjustments) {
      if (takesBack(one) && namesClaim(one, claim)) found.push({ ...one, payment: { paidOn, method, trace } });
    }
  }
  return found;
};
