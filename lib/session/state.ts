import type { Lookup } from '../lookups/lookup';
import type { RecordEntry } from '../record/record';
import type { PatientFile, TabView } from './session';

/** All that is known in this browser session. The worker is its only writer; it lives in `storage.session`. */
export interface SessionState {
  tabs: Record<string, TabView>;
  patients: Record<string, PatientFile>;
  lookups: Lookup[];
  /** Sites whose permission was taken back: what was read of them is gone. */
  revoked: string[];
  /** What the biller accepted and overrode in this session, the oldest first. */
  record: RecordEntry[];
}

export const emptySession = (): SessionState => ({ tabs: {}, patients: {}, lookups: [], revoked: [], record: [] });

/** An entry of a record whose keys come from a page: inherited names are no entries. */
export const entry = <T>(record: Readonly<Record<string, T>>, key: string | undefined): T | undefined =>
  key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

/** The record without one entry. */
export const without = <T>(record: Readonly<Record<string, T>>, key: string | number): Record<string, T> => {
  const { [String(key)]: _, ...rest } = record;
  return rest;
};

/** True where page text can name an entry: no name that every object has, not endless. */
export const isKey = (id: string): boolean => id !== '' && id.length <= 200 && !(id in {});
