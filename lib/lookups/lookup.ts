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
  /** Past this the searching page has not been heard of: `lost`. */
  leaseUntil?: number;
  /** Waits until the biller signs in again. */
  signedOut?: boolean;
  /** Why it failed, was lost, or waits; a full sentence. */
  reason?: string;
  hits: SearchHit[];
}

export const isOpen = (lookup: Lookup): boolean => lookup.state === 'queued' || lookup.state === 'searching';
