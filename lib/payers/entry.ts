import type { PayerFacts } from '../claim/case';
import type { IsoDate } from '../claim/claim';
import { daysBetween } from '../claim/dates';
import type { FilingLimit, FilingRule } from '../claim/filing';
import type { Box29Rule, BoxTemplate, CobMethod, Professional, TAKES, YesNo } from '../claim/payer-words';

export const KINDS = [
  'medicare',
  'medicare-advantage',
  'medicaid',
  'medigap',
  'tricare',
  'commercial',
  'other',
] as const satisfies readonly PayerFacts['kind'][];

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
  kind?: (typeof KINDS)[number];
  /** Claim filing indicator (X12 SBR09). */
  filingIndicator?: string;
  /** Takes electronic professional claims (837P) at all. */
  professional?: Professional;
  /** Takes electronic claims as the secondary. */
  electronicSecondary?: (typeof TAKES)[number];
  /** Gets claims forwarded by Medicare (COBA). */
  crossoverCarrier?: YesNo;
  cobaId?: string;
  primaryFiling?: FilingLimit;
  secondaryFiling?: FilingRule;
  cobMethod?: CobMethod;
  /** Which convention of the CMS-1500 it wants: A destination payer's view, B Medicare secondary. */
  boxTemplate?: BoxTemplate;
  /** What it wants in box 29. */
  box29?: Box29Rule;
  /** Wants the primary's EOB on paper. */
  eobOnPaper?: YesNo;
  /** Wants the amount that remains for the patient in its own segment (837 AMT*EAF). */
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

/** True where a word of that day is old today. */
export const isStale = (asOf: IsoDate, today: IsoDate): boolean => daysBetween(asOf, today) > STALE_AFTER;
