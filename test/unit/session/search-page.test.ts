import { describe, expect, it } from 'vitest';
import { searchPageIn, searchPageOf, tabWithForm } from '../../../lib/session/search-page';
import { aFormPage, aHistory, aHit, aPage, aSearch, at, KEY, nobody, sessionAfter } from './build';

const CLAIM = { patient: KEY, claim: '8841207' };
const ASKED = { payer: '31', lastName: 'OKAFOR' };
const popupAt = (documentId = 'p1') => ({ ...at(2, documentId), openerTabId: 1 });

const withForm = (...more: Parameters<typeof sessionAfter>) =>
  sessionAfter([at(), aHistory()], [at(1, 'd2'), aFormPage({ search: aSearch(ASKED) })], ...more);

describe('the payer search of a tab', () => {
  it('is the one of its form, with the claim', () => {
    expect(searchPageIn(withForm(), 1)).toMatchObject({ tabId: 1, frameId: 0, claim: CLAIM, search: ASKED });
    expect(tabWithForm(withForm(), CLAIM)).toBe(1);
    expect(searchPageIn(sessionAfter([at(), aHistory()]), 1)).toBeUndefined();
  });

  it('knows in a popup what the form asked for, and what stood there before', () => {
    const hits = aSearch({ payers: [], state: 'done', hits: [aHit()] });
    const state = withForm([popupAt(), aPage({ page: 'payer-search', patient: nobody, search: hits })]);
    const tab = state.tabs[2]!;
    expect(searchPageOf(state, tab, tab.frames['0']!, withForm())).toMatchObject({
      openerTabId: 1,
      claim: CLAIM,
      search: { ...ASKED, state: 'done' },
      before: { documentId: 'd2', search: ASKED },
    });
  });

  it('may stand in a popup, but never in the form of another tab that a link opened', () => {
    const popup = aPage({ page: 'payer-search', patient: nobody, search: aSearch() });
    const bare = [at(), aHistory()] as Parameters<typeof sessionAfter>[0];
    expect(searchPageIn(sessionAfter(bare, [popupAt(), popup]), 1)?.tabId).toBe(2);
    expect(searchPageIn(sessionAfter(bare, [popupAt(), aFormPage({ claimId: '111' })]), 1)).toBeUndefined();
  });
});
