import type { IsoDate } from './claim';

// What payer lists can say of a payer, in their own few words.

export const TAKES = ['yes', 'no', 'paper-only'] as const;
export const PROFESSIONAL = ['yes', 'no', 'enroll'] as const;
export const COB_METHODS = [
  'standard',
  'nondup',
  'mob',
  'medicaid',
  'medicaid_lesser_of_line',
  'medicaid_lesser_of_claim',
  'medicaid_allowed_minus_paid',
  'medicaid_full_cost_share',
  'medigap',
  'msp',
  'tricare',
] as const;
export const TEMPLATES = ['A', 'B', 'custom'] as const;
export const BOX_29 = ['primary-paid', 'patient-paid', 'blank'] as const;
export const YES_NO = ['yes', 'no'] as const;

export type Professional = (typeof PROFESSIONAL)[number];
export type CobMethod = (typeof COB_METHODS)[number];
export type BoxTemplate = (typeof TEMPLATES)[number];
export type Box29Rule = (typeof BOX_29)[number];
export type YesNo = (typeof YES_NO)[number];

/** One word of one list: whose it is, and of which day. */
export interface Word<T> {
  value: T;
  by: string;
  asOf: IsoDate;
}

/** The newest word of the lists on one matter, and what other lists say that differs from it. */
export interface ListWord<T> extends Word<T> {
  others?: readonly Word<T>[];
}

/** What the imported lists say of a payer, beyond what a case works with anyway. What none of them says is not there. */
export interface ListWords {
  /** Claim filing indicator (X12 SBR09). */
  filingIndicator?: ListWord<string>;
  /** Takes electronic professional claims (837P) at all, or only after enrollment. */
  professional?: ListWord<Professional>;
  /** Gets claims forwarded by Medicare (COBA). */
  crossoverCarrier?: ListWord<YesNo>;
  cobaId?: ListWord<string>;
  cobMethod?: ListWord<CobMethod>;
  /** Which convention of the CMS-1500 it wants: A destination payer's view, B Medicare secondary. */
  boxTemplate?: ListWord<BoxTemplate>;
  /** What it wants in box 29. */
  box29?: ListWord<Box29Rule>;
  /** Wants the primary's EOB on paper. */
  eobOnPaper?: ListWord<YesNo>;
  /** Wants the amount that remains for the patient in its own segment (837 AMT*EAF). */
  eafRequired?: ListWord<YesNo>;
}
