/** The kinds of page the product knows. `unknown` is a page of the PM that no profile recognises. */
export type PageKind =
  | 'claim-history'
  | 'ledger'
  | 'chart'
  | 'insurance'
  | 'claim-form'
  | 'payer-search'
  | 'posting'
  | 'login'
  | 'unknown';

/** Where a value stands: enough for *Show on page* to find it again in the page that is open now. */
export interface Place {
  page: PageKind;
  /** Stable inside one kind of page, made of meaning and not of position: `claims/8841207/status`, `ledger/8841207/2/balance`, `form/29`. */
  path: string;
  /** What the biller calls it: `Status`, `Line 2, balance`, `Box 29`. */
  label: string;
}

/** A value that a page shows, does not have, or shows unreadably. Nothing turns the last two into a value. */
export type Reading<T> =
  | { kind: 'read'; value: T; raw: string; place: Place }
  | { kind: 'absent' }
  | { kind: 'unreadable'; raw: string; why: string; place: Place };

/** The outcome of reading text as something: the value, or why it is none. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; why: string };

export const absent: { kind: 'absent' } = { kind: 'absent' };

export const read = <T>(value: T, raw: string, place: Place): Reading<T> => ({ kind: 'read', value, raw, place });

export const unreadable = (raw: string, why: string, place: Place): Reading<never> => ({
  kind: 'unreadable',
  raw,
  why,
  place,
});

/** What a parser made of `raw`, as a reading at `place`. */
export const toReading = <T>(parsed: Parsed<T>, raw: string, place: Place): Reading<T> =>
  parsed.ok ? read(parsed.value, raw, place) : unreadable(raw, parsed.why, place);

/** The value, or undefined where nothing was read. For places that treat both kinds of "no value" alike. */
export const known = <T>(reading: Reading<T> | undefined): T | undefined =>
  reading?.kind === 'read' ? reading.value : undefined;

/** Where the reading stands, if it stands anywhere. */
export const placeOf = (reading: Reading<unknown> | undefined): Place | undefined =>
  reading && reading.kind !== 'absent' ? reading.place : undefined;
