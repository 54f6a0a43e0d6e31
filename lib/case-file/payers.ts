import type { PayerFacts } from '../claim/case';
import type { PayerFiling } from '../claim/filing';
import {
  BOX_29,
  COB_METHODS,
  type ListWord,
  type ListWords,
  PROFESSIONAL,
  TEMPLATES,
  type Word,
  YES_NO,
} from '../claim/payer-words';
import { payerFacts } from '../payers/directory';
import { KINDS } from '../payers/entry';
import { list as listOf, optional as maybe, short } from '../schemas/basics';
import { isoDate } from '../schemas/page';
import { filingRule } from '../schemas/stored';
import { z } from '../zod';
import { type Codec, type Field, isRecord, object, optional } from './codec';
import { date, kept, oneOf, text } from './values';

const word = <T>(value: z.ZodMiniType<T>): z.ZodMiniType<Word<T>> =>
  z.object({ value, by: short, asOf: isoDate }) as z.ZodMiniType<Word<T>>;

const listWord = <T>(value: z.ZodMiniType<T>): z.ZodMiniType<ListWord<T>> =>
  z.object({ value, by: short, asOf: isoDate, others: maybe(listOf(word(value), 100)) }) as z.ZodMiniType<ListWord<T>>;

const listWords: z.ZodMiniType<ListWords> = z.object({
  filingIndicator: maybe(listWord(short)),
  professional: maybe(listWord(z.enum(PROFESSIONAL))),
  crossoverCarrier: maybe(listWord(z.enum(YES_NO))),
  cobaId: maybe(listWord(short)),
  cobMethod: maybe(listWord(z.enum(COB_METHODS))),
  boxTemplate: maybe(listWord(z.enum(TEMPLATES))),
  box29: maybe(listWord(z.enum(BOX_29))),
  eobOnPaper: maybe(listWord(z.enum(YES_NO))),
  eafRequired: maybe(listWord(z.enum(YES_NO))),
});

const filing: z.ZodMiniType<PayerFiling> = z.object({
  rule: filingRule,
  says: short,
  asOf: maybe(isoDate),
  others: maybe(listOf(word(filingRule), 100)),
  onlyIfPaid: maybe(z.boolean()),
  atMost: maybe(z.boolean()),
});

const listed: z.ZodMiniType<NonNullable<PayerFacts['listed']>> = z.object({
  by: short,
  asOf: isoDate,
  others: maybe(listOf(word(z.enum(['yes', 'no'])), 100)),
});

/** `null` says that nobody gives a time to file, also where the payer publishes one. */
type WrittenPayer = Partial<Omit<PayerFacts, 'filing'>> & { filing?: PayerFiling | 'none' };

const keptFiling = kept(filing);

const filingOrNone: Codec<PayerFiling | 'none'> = {
  read: (json, at, problems) => (json === null ? 'none' : keptFiling.read(json, at, problems)),
  write: (value) => (value === 'none' ? null : keptFiling.write(value)),
};

const written: Codec<WrittenPayer> = object<WrittenPayer>({
  name: optional(text),
  payerId: optional(text),
  kind: optional(oneOf<PayerFacts['kind']>(...KINDS, 'unknown')),
  electronicSecondary: optional(oneOf<PayerFacts['electronicSecondary']>('yes', 'no', 'unknown')),
  saidOn: optional(date),
  listed: optional(kept(listed)),
  filing: optional(filingOrNone),
  lists: optional(kept(listWords)),
});

/** What the file says of a payer; the rest is worked out from its name, as the panel does. */
export type PayerWords = WrittenPayer | 'nobody';

/** A payer of the case; `null`: there is none. */
export const payer: Field<PayerWords | undefined> = optional<PayerWords>({
  read: (json, at, problems) => (json === null ? 'nobody' : written.read(json, at, problems)),
  write: (value) => (value === 'nobody' ? null : written.write(value)),
});

/** The payer of that name, with what the file says of it. */
export const factsOf = (name: string, words: WrittenPayer = {}): PayerFacts => {
  const { filing: own, ...others } = words;
  const { filing: usual, ...facts } = payerFacts(
    words.name ?? name,
    words.payerId === undefined ? {} : { payerId: words.payerId },
  );
  const counts = own === undefined ? usual : own;
  return { ...facts, ...others, ...(counts === undefined || counts === 'none' ? {} : { filing: counts }) };
};

/** All of it, so that nothing has to be worked out. */
export const wordsOf = ({ filing: own, ...facts }: PayerFacts): WrittenPayer => ({ ...facts, filing: own ?? 'none' });

export const isPayer = (words: PayerWords | undefined): words is WrittenPayer => isRecord(words);
