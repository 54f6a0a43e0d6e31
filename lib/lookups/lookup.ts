import type { ClaimKey } from '../claim/case';
import type { SearchHit } from '../claim/form';

export type LookupState = 'queued' | 'searching' | 'found' | 'several' | 'none' | 'failed' | 'lost' | 'cancelled';

/** The next thing to do on the form; each step can be repeated without harm by looking at the page first. */
export type LookupStep = 'payer' | 'name' | 'press' | 'result';

/** One payer lookup: (payer, patient's last name) to insurance ids. Written to the session before it starts. */
export interface Lookup {
  id: string;
  claim: ClaimKey;
  /** Payer as the chart or claim names it. */
  payer: string;
  /** Payer as the form's list names it, once matched. */
  option?: { value: string; label: string };
  lastName: string;
  tabId: number;
  startedBy: 'panel' | 'page';
  state: LookupState;
  step: LookupStep;
  attempt: number;
  createdAt: number;
  updatedAt: number;
  /** When the present attempt began. */
  attemptAt?: number;
  /** Past this the searching page has not been heard of: `lost`. */
  leaseUntil?: number;
  /** Waits until the biller signs in again. */
  signedOut?: boolean;
  /** Why it failed, was lost, or waits; a full sentence. */
  reason?: string;
  hits: SearchHit[];
  /** The answer of this lookup before it was made again: who was found, and when. */
  earlier?: { at: number; people: string };
  /** What stood on the page when Search was pressed, so that an old result is not taken for the new one. */
  pressed?: Pressed;
}

/** The page at the moment of pressing Search. */
export interface Pressed {
  documentId: string;
  /** The result that stood there before: its hits and words as one text. */
  shown: string;
  /** The page has said since that it is searching. */
  busy: boolean;
  /** What stood there was the answer to the very same search: if it goes on standing there, it is the answer again. */
  again: boolean;
}

export const isOpen = (lookup: Lookup): boolean => lookup.state === 'queued' || lookup.state === 'searching';

/** One step of a lookup for the page to take. */
export interface SearchOrder {
  lookupId: string;
  payer: { value: string; label: string };
  lastName: string;
  /** True once Search was pressed: only look for the result. */
  pressed: boolean;
}

/** What the page did of a step. The result itself comes with the next reading. */
export type SearchProgress = { did: 'payer' | 'name' | 'pressed' | 'nothing' } | { did: 'refused'; why: string };
