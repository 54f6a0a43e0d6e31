import type { PayerFacts } from '../claim/case';
import { remembered } from '../claim/remembered';

/** Payers that are liable for an accident or an injury at work, and pay before any health plan. */
export type Liability = 'work' | 'auto' | 'other';

/** Words of their names and of the chart's insurance types. Source: CMS, Medicare Secondary Payer: liability, no-fault, workers' compensation. */
const WORDS: Readonly<Record<Liability, readonly string[]>> = {
  work: ['WORKERS COMP', 'WORKERS COMPENSATION', 'WORKMANS COMP', 'WORKMANS COMPENSATION', 'WORK COMP', 'FECA'],
  auto: [
    'NO FAULT',
    'AUTO INSURANCE',
    'AUTO INS',
    'AUTO ACCIDENT',
    'AUTOMOBILE',
    'AUTO MEDICAL',
    'MED PAY',
    'MEDPAY',
    'PIP',
  ],
  other: ['LIABILITY'],
};

/** The chart's insurance type may be a single word that in a payer's name means nothing. */
const TYPES: Readonly<Record<string, Liability>> = { WC: 'work', AUTO: 'auto' };

const LONGEST = 200;

const padded = (words: string): string =>
  ` ${words
    .slice(0, LONGEST)
    .toUpperCase()
    .replace(/['’.]/g, '')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()} `;

const inWords = remembered((words: string): Liability | 'none' => {
  const text = padded(words);
  const found = Object.entries(WORDS).find(([, list]) => list.some((word) => text.includes(` ${word} `)));
  return (found?.[0] as Liability | undefined) ?? 'none';
});

const inType = remembered((type: string): Liability | 'none' => {
  const word = padded(type).trim();
  return Object.hasOwn(TYPES, word) ? (TYPES[word] ?? 'none') : inWords(type);
});

/** What accident a payer is liable for, by its name and the chart's insurance type; undefined of a health plan. */
export const liabilityOf = (name: string, type = ''): Liability | undefined => {
  const byName = inWords(name);
  const found = byName === 'none' ? inType(type) : byName;
  return found === 'none' ? undefined : found;
};

/** Claim filing indicators (X12 SBR09) of payers that are liable for an accident or injury. */
const INDICATORS: Readonly<Record<string, Liability>> = { WC: 'work', AM: 'auto', LM: 'other' };

/** As `liabilityOf`, with what the payer lists say: their claim filing indicator counts first. */
export const liabilityOfPayer = ({ name, lists }: PayerFacts, type = ''): Liability | undefined => {
  const indicator = lists?.filingIndicator?.value.trim().toUpperCase() ?? '';
  return Object.hasOwn(INDICATORS, indicator) ? INDICATORS[indicator] : liabilityOf(name, type);
};
