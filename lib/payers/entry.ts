import type { PayerFacts } from '../claim/case';
import type { IsoDate } from '../claim/claim';
import type { FilingLimit, FilingRule } from '../claim/filing';

export const COB_METHODS = ['standard', 'nondup', 'mob', 'medicaid', 'medigap', 'msp', 'tricare'] as const;
export const KINDS = [
  'medicare',
  'medicare-advantage',
  'medicaid',
  'medigap',
  'tricare',
  'commercial',
  'other',
] as const satisfies readonly PayerFacts['kind'][];
export const TAKES = ['yes', 'no', 'paper-only'] as const;
export const PROFESSIONAL = ['yes', 'no', 'enroll'] as const;
export const TEMPLATES = ['A', 'B', 'custom'] as const;
export const BOX_29 = ['primary-paid', 'patient-paid', 'blank'] as const;
export const YES_NO = ['yes', 'no'] as const;

type One<T extends readonly unknown[]> = T[number];
export type YesNo = One<typeof YES_NO>;

/** One payer as one list has it: that list's word, not ours. What the list does not say is not there. */
export interface PayerEntry {
  /** The ID by which that clearinghouse knows the payer. */
  payerId: string;
  name: string;
  /** Other names. */
  aliases: string[];
  /** Other IDs of the payer with that clearinghouse. */
  otherIds: string[];
  /** Whose word this is; `''` where neither the file nor the biller said. */
  clearinghouse: string;
  /** The day of that word. */
  asOf: IsoDate;
  kind?: One<typeof KINDS>;
  /** Claim filing indicator (X12 SBR09). */
  filingIndicator?: string;
  /** Takes electronic professional claims (837P) at all. */
  professional?: One<typeof PROFESSIONAL>;
  /** Takes electronic claims as the secondary. */
  electronicSecondary?: One<typeof TAKES>;
  /** Gets claims forwarded by Medicare (COBA). */
  crossoverCarrier?: YesNo;
  cobaId?: string;
  primaryFiling?: FilingLimit;
  secondaryFiling?: FilingRule;
  cobMethod?: One<typeof COB_METHODS>;
  /** Which convention of the CMS-1500 it wants: A destination payer's view, B Medicare secondary. */
  boxTemplate?: One<typeof TEMPLATES>;
  /** What it wants in box 29. */
  box29?: One<typeof BOX_29>;
  /** Wants the primary's EOB on paper. */
  eobOnPaper?: YesNo;
  /** Wants an electronic attachment form. */
  eafRequired?: YesNo;
  notes?: string;
  sourceUrl?: string;
}

/** One import, as it is kept beyond the session. Payers and no patient: no PHI. */
export interface PayerList {
  id: string;
  /** The file's name. */
  name: string;
  /** Whose list it is. */
  clearinghouse: string;
  importedOn: IsoDate;
  count: number;
}

/**
 * The payers of a list as texts: one entry is read when somebody asks for it, so that a list of ten thousand costs a claim
 * nothing. `keys[i]` has the alias keys of the names of `entries[i]`, one a line.
 */
export interface PayerRows {
  entries: readonly string[];
  keys: readonly string[];
}

/** After so many days what a list says is old. */
export const STALE_AFTER = 90;
