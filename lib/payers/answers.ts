import type { PayerFacts } from '../claim/case';
import type { IsoDate } from '../claim/claim';
import type { FilingRule } from '../claim/filing';
import { aliasKey } from './aliases';
import { type KnownOfPayer, payerFacts } from './directory';
import { NO_LISTS, type PayerDirectory } from './lists';

/** What the biller said of a payer, kept beyond the session. A payer's name and no patient: no PHI. */
export interface PayerAnswer {
  payer: string;
  /** Whether it takes electronic secondary claims. */
  electronicSecondary: 'yes' | 'no';
  /** The day on which she said so. */
  saidOn: IsoDate;
}

/** The time to file that the biller entered for a payer, kept beyond the session. No PHI. */
export interface PayerLimit {
  payer: string;
  rule: FilingRule;
  /** The day on which she entered it. */
  saidOn: IsoDate;
}

/** Several spellings of one payer have one answer; a name without words has none. */
const isOf = (name: string) => {
  const key = aliasKey(name);
  return ({ payer }: { payer: string }): boolean => key !== '' && aliasKey(payer) === key;
};

/** The answers without that payer's. */
export const withoutAnswer = <T extends { payer: string }>(answers: readonly T[], payer: string): T[] => {
  const isIts = isOf(payer);
  return answers.filter((answer) => answer.payer !== payer && !isIts(answer));
};

/** The answers with this one, in place of an earlier one for the same payer. */
export const withAnswer = <T extends { payer: string }>(answers: readonly T[], answer: T): T[] => [
  ...withoutAnswer(answers, answer.payer),
  answer,
];

const withLimit = (facts: PayerFacts, limits: readonly PayerLimit[]): PayerFacts => {
  const limit = limits.findLast(isOf(facts.name));
  return limit ? { ...facts, filing: { rule: limit.rule, says: 'Your own entry', asOf: limit.saidOn } } : facts;
};

/**
 * As `payerFacts`, with what the biller said before. What a page of the PM says of the payer counts before her answer: it is
 * read today, and she saw it. Her answer counts before what a list says: she may know better than a clearinghouse.
 */
export const payerFactsWith =
  (answers: readonly PayerAnswer[], lists: PayerDirectory = NO_LISTS, limits: readonly PayerLimit[] = []) =>
  (name: string, known: KnownOfPayer = {}): PayerFacts => {
    const facts = withLimit(payerFacts(name, known, lists), limits);
    if (known.electronicSecondary !== undefined && known.electronicSecondary !== 'unknown') return facts;
    const answer = answers.findLast(isOf(name));
    if (!answer) return facts;
    const { listed: _outdone, ...others } = facts;
    return { ...others, electronicSecondary: answer.electronicSecondary, saidOn: answer.saidOn };
  };
