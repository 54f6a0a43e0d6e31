import type { IsoDate } from './claim';
import type { Word } from './payer-words';

/** The day from which a payer counts: first or last day of service, or the day of the primary's answer (its EOB). */
export type FilingBasis = 'DOS_FROM' | 'DOS_TO' | 'PRIMARY_EOB';

/** `90 days from the primary's EOB`. Units: days, months, years. */
export interface FilingLimit {
  basis: FilingBasis;
  value: number;
  unit: 'D' | 'M' | 'Y';
}

/** One limit, or a limit from the service and one from the primary's answer, of which the later or the earlier day counts. */
export type FilingRule =
  | FilingLimit
  | { basis: 'LATER_OF' | 'EARLIER_OF'; limits: readonly [FilingLimit, FilingLimit] };

/** The time a payer gives to file with it as the secondary, and who says so. */
export interface PayerFiling {
  rule: FilingRule;
  /** Whose word it is: `Medicare`, `Stedi`. */
  says: string;
  /** The day of that word, where it comes from a list. */
  asOf?: IsoDate;
  /** What other lists say that differs from it. */
  others?: readonly Word<FilingRule>[];
  /** Holds only where the primary paid something. */
  onlyIfPaid?: boolean;
  /** The payer may give less: the words say "verify". */
  atMost?: boolean;
}
