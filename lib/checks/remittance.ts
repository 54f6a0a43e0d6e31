import type { Case } from '../claim/case';
import type { Adjudication } from '../claim/era';
import { netAdjustments, sumOf } from '../era/amounts';
import { type Comparison, compareWithPosting, type PostedAmounts } from '../era/compare';
import { gradeCrossover } from '../era/crossover';
import { type Evidence, placeInFile } from '../era/evidence';
import { matchRemitLines } from '../era/match-lines';
import { type NetState, netOf } from '../era/netting';
import type { SumFinding } from '../era/sums';
import { mayBePrimary, sidesOf } from '../era/whose';
import { answerName, cutText, remittanceName } from '../era/words';
import type { Missing, Outcome, Raised } from './check';
import { oncePerCase } from './once';
import { missing, pass, unknown } from './outcome';
import { type Adjudicated, adjudicatedLines } from './postings';

/**
 * What the remittances say of one payer's answers to the claim.
 * `none`: there is none of that payer, which is no gap. `unclear`: they do not say one thing. `no-answer`: the payer sent
 * something, and nothing of it counts: taken back, pended, priced only. `here`: their net counts.
 */
export type Remit =
  | { is: 'none'; because: string }
  | { is: 'unclear'; missing: Missing[]; net?: NetState }
  | { is: 'no-answer'; net: NetState }
  | { is: 'here'; net: NetState; last: Adjudication };

const NOT_LOADED = { is: 'none', because: 'no remittance loaded' } as const;
/** Most claims have none: one outcome for all of them. */
const PASSED_WITHOUT = pass(NOT_LOADED.because);

const isTest = ({ payment }: Adjudication): boolean => payment.test;

const payerOf = ({ payment }: Adjudication): string => cutText(payment.payer.name.trim(), 60) || 'an unnamed payer';

const remitOf = (adjudications: readonly Adjudication[], whose: string): Remit => {
  if (adjudications.length === 0) return { is: 'none', because: `no remittance of ${whose} loaded` };
  if (adjudications.every(isTest)) return { is: 'none', because: 'the remittance is a test' };
  const net = netOf(adjudications);
  if (net.unclear.length > 0) {
    const why = net.unclear.join(' ');
    return { is: 'unclear', net, missing: [{ what: `what ${whose} answered in the end`, source: 'remittance', why }] };
  }
  return net.last ? { is: 'here', net, last: net.last } : { is: 'no-answer', net };
};

const remits = oncePerCase((c): { primary: Remit; secondary: Remit } => {
  const { primary, secondary, unclear } = sidesOf(c);
  const doubtful = unclear.filter((one) => primary.length === 0 || (mayBePrimary(one) && !isTest(one)));
  const [first] = doubtful;
  const ofPrimary: Remit = first
    ? { is: 'unclear', missing: [missing(`whose answer the remittance of ${payerOf(first)} is`, 'remittance')] }
    : remitOf(primary, 'the primary');
  return { primary: ofPrimary, secondary: remitOf(secondary, 'the secondary') };
});

const isLoaded = ({ remittance }: Case): boolean => remittance !== undefined && remittance.length > 0;

/** The primary's answers in the remittances that were dropped. */
export const primaryRemit = (c: Case): Remit => (isLoaded(c) ? remits(c).primary : NOT_LOADED);

/** The secondary's. */
export const secondaryRemit = (c: Case): Remit => (isLoaded(c) ? remits(c).secondary : NOT_LOADED);

const NO_AMOUNTS = { paid: null, adjustments: null };

/** What is posted from the primary on a line. Postings of which nobody can tell whose they are, are posted but not read. */
const postedOn = ({ primary, unclear }: Adjudicated): PostedAmounts => {
  if (unclear) return { isPosted: true, ...NO_AMOUNTS };
  if (primary.length === 0) return { isPosted: false, ...NO_AMOUNTS };
  const lists = primary.map(({ adjustments }) => (adjustments.kind === 'read' ? adjustments.value : null));
  return {
    isPosted: true,
    paid: sumOf(primary.map(({ paid }) => (paid.kind === 'read' ? paid.value : null))),
    adjustments: lists.every((list) => list !== null) ? netAdjustments(lists.flat()) : null,
  };
};

/** The primary's net answer beside its posting; undefined where either is not there. */
export const comparisonOf = oncePerCase((c): Comparison | undefined => {
  const remit = primaryRemit(c);
  if (remit.is !== 'here' || !c.ledger) return undefined;
  const matched = matchRemitLines(remit.net.parts, c.ledger.lines, c.answers.lineMatches);
  return compareWithPosting(remit.net, matched, adjudicatedLines(c).map(postedOn));
});

const NO_CROSSOVER = { grade: 'no-sign', evidence: [], forwardedTo: [] } as const;

/** What the primary's remittances say about forwarding; no sign where none is loaded. */
export const remitCrossover = oncePerCase((c) => {
  const remit = primaryRemit(c);
  return 'net' in remit && remit.net ? gradeCrossover(remit.net) : NO_CROSSOVER;
});

/** `Remittance 04/07/2026, check 0012345, CLP, segment 112`. */
const whereIn = (one: Evidence): string =>
  `${remittanceName(one.payment ?? one.adjudication.payment)}, ${placeInFile(one)}`;

/** What remittances say, as quotes. */
export const quotesOfEvidence = (evidence: readonly Evidence[]): NonNullable<Raised['quotes']> =>
  evidence.map((one) => ({ text: one.text, says: whereIn(one) }));

/** Sums that do not hold, as quotes. */
export const quotesOfSums = (sums: readonly (SumFinding & { answer: Adjudication })[]): NonNullable<Raised['quotes']> =>
  sums.map(({ text, answer }) => ({ text, says: remittanceName(answer.payment) }));

/** The outcome where the primary's net answer counts; else that the check does not apply, or what is missing. */
export const withAnswer = (c: Case, judge: (remit: Remit & { is: 'here' }) => Outcome): Outcome => {
  if (!isLoaded(c)) return PASSED_WITHOUT;
  const remit = primaryRemit(c);
  switch (remit.is) {
    case 'none':
      return pass(remit.because);
    case 'unclear':
      return unknown(remit.missing);
    case 'no-answer':
      return pass('the remittance holds no answer that counts');
    case 'here':
      return judge(remit);
  }
};

/** `03/24/2026, check 0012345`: the answer that counts last. */
export const answeredBy = ({ last }: Remit & { is: 'here' }): string => answerName(last.payment);
