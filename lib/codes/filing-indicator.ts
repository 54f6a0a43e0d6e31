import type { PayerFacts } from '../claim/case';

/** What kind of payer a claim filing indicator (X12 SBR09) names, in own words. Source: X12 005010X222A1 SBR09. */
const INDICATORS: Readonly<Record<string, string>> = {
  11: 'Other non-federal program',
  12: 'PPO',
  13: 'Point of service',
  14: 'EPO',
  15: 'Indemnity insurance',
  16: 'Medicare Advantage, HMO with Medicare risk',
  17: 'Dental maintenance organization',
  AM: 'Automobile medical',
  BL: 'Blue Cross and Blue Shield',
  CH: 'TRICARE',
  CI: 'Commercial insurance',
  DS: 'Disability',
  FI: 'Federal employees program',
  HM: 'HMO',
  LM: 'Liability, medical',
  MA: 'Medicare Part A',
  MB: 'Medicare Part B',
  MC: 'Medicaid',
  OF: 'Other federal program',
  TV: 'Title V',
  VA: 'Veterans Affairs',
  WC: "Workers' compensation",
  ZZ: 'Mutually defined, or not known',
};

/** Indicators that a remittance (835 CLP06) cannot carry: what the PM has counts for these payers. */
const NOT_ON_REMITTANCES: ReadonlySet<string> = new Set(['11', 'BL', 'CI', 'FI']);

const plain = (code: string): string => code.trim().toUpperCase();

/** What a claim filing indicator names, in own words; undefined for a code that is none. */
export const filingIndicatorName = (code: string): string | undefined =>
  Object.hasOwn(INDICATORS, plain(code)) ? INDICATORS[plain(code)] : undefined;

/** True where CLP06 of a remittance may say this indicator. */
export const isOnRemittances = (code: string): boolean =>
  filingIndicatorName(code) !== undefined && !NOT_ON_REMITTANCES.has(plain(code));

/** Kinds of payer whose own words tell them for sure; what is only known to be an insurer may sell any plan. */
const NAMED: ReadonlySet<PayerFacts['kind']> = new Set([
  'medicare',
  'medicare-advantage',
  'medicaid',
  'medigap',
  'tricare',
]);

/** Indicators that name one kind of payer. */
const KIND_OF: Readonly<Record<string, PayerFacts['kind']>> = {
  MA: 'medicare',
  MB: 'medicare',
  16: 'medicare-advantage',
  MC: 'medicaid',
  CH: 'tricare',
};

/**
 * Whether an indicator can be that of a payer of this kind; undefined where nobody can tell: a code that is none, a payer
 * that is only known to be an insurer, an indicator that many kinds have. Original Medicare has no other than MA and MB,
 * and nobody else has these. Source: X12 005010X222A1 SBR09.
 */
export const indicatorFits = (code: string, kind: PayerFacts['kind']): boolean | undefined => {
  if (filingIndicatorName(code) === undefined || kind === 'unknown') return undefined;
  const only = Object.hasOwn(KIND_OF, plain(code)) ? KIND_OF[plain(code)] : undefined;
  if (kind === 'medicare' || only === 'medicare') return only === kind;
  return NAMED.has(kind) && only !== undefined ? only === kind : undefined;
};
