import type { ClaimKey } from '../claim/case';
import type { PayerSearch } from '../claim/form';
import type { PageKind } from '../claim/reading';
import { collapseHits, personOf } from './hits';
import type { Lookup } from './lookup';

/** A page as the keeper of lookups sees it: one frame, read at one moment. */
export interface SearchPage {
  tabId: number;
  frameId: number;
  /** The tab that opened this one as its popup, where that is known. */
  openerTabId?: number;
  /** `''` where the browser does not tell. */
  documentId: string;
  origin: string;
  page: PageKind;
  complete: boolean;
  serverError: boolean;
  search?: PayerSearch;
  /** The claim whose form it is. */
  claim?: ClaimKey;
  /** What the same frame showed before, or for a new popup the form that opened it. */
  before?: { documentId: string; search: PayerSearch };
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().toUpperCase();

/** Last names are the same without case and doubled spaces. */
export const sameLastName = (a: string, b: string): boolean => tidy(a) !== '' && tidy(a) === tidy(b);

/** True where the page's search is for the lookup's payer and last name, both as the page itself shows them. */
export const isFor = (lookup: Lookup, search: PayerSearch): boolean =>
  lookup.option !== undefined && search.payer === lookup.option.value && sameLastName(search.lastName, lookup.lastName);

/** What a search shows, as one text: to tell an old result from a new one. */
export const shownBy = (search: PayerSearch | undefined): string =>
  search ? JSON.stringify([search.state === 'done', peopleIn(search.hits), search.message]) : '';

export const peopleIn = (hits: PayerSearch['hits']): string => collapseHits(hits).map(personOf).join('\n');

/** Two readings are of different page loads, for sure. */
export const otherDocument = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;
