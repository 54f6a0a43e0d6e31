import type { PayerSearch } from '../claim/form';
import type { SearchPage } from '../lookups/page';
import type { FrameView, TabView } from './session';
import type { SessionState } from './state';

const searchIn = (frame: FrameView | undefined): PayerSearch | undefined => frame?.search ?? frame?.form?.search;

const framesOf = (tab: TabView | undefined): FrameView[] => Object.values(tab?.frames ?? {});

/** The frame with the form's payer list. */
const listFrame = (tab: TabView | undefined): FrameView | undefined =>
  framesOf(tab).find((frame) => (searchIn(frame)?.payers.length ?? 0) > 0);

const openerOf = (state: SessionState, tab: TabView): TabView | undefined => {
  const opener = tab.openerTabId === undefined ? undefined : state.tabs[tab.openerTabId];
  return opener?.origin === tab.origin ? opener : undefined;
};

/** A popup shows what the form that opened it asked for, where it does not repeat the question itself. */
const withQuestion = (search: PayerSearch, asked: PayerSearch | undefined): PayerSearch =>
  asked
    ? {
        ...search,
        payers: search.payers.length > 0 ? search.payers : asked.payers,
        payer: search.payer || asked.payer,
        lastName: search.lastName || asked.lastName,
      }
    : search;

const beforeOf = (frame: FrameView | undefined): SearchPage['before'] => {
  const search = searchIn(frame);
  return frame && search ? { documentId: frame.documentId, search } : undefined;
};

/**
 * One frame of a tab as the keeper of lookups sees it. `earlier` is the session before this page was taken in;
 * undefined where only the present state counts.
 */
export const searchPageOf = (
  state: SessionState,
  tab: TabView,
  frame: FrameView,
  earlier?: SessionState,
): SearchPage => {
  const opener = frame.form ? undefined : openerOf(state, tab);
  const formFrame = listFrame(opener) ?? frame;
  const shown = searchIn(frame);
  const search = shown && withQuestion(shown, searchIn(listFrame(opener)));
  const before = beforeOf(earlier?.tabs[tab.tabId]?.frames[frame.frameId]) ?? (opener && beforeOf(listFrame(opener)));
  const { patient, claimId } = formFrame;
  return {
    tabId: tab.tabId,
    frameId: frame.frameId,
    ...(opener ? { openerTabId: opener.tabId } : {}),
    documentId: frame.documentId,
    origin: tab.origin,
    page: frame.page,
    complete: frame.complete,
    serverError: frame.problems.some(({ kind }) => kind === 'server-error'),
    ...(search ? { search } : {}),
    ...(patient !== undefined && claimId !== undefined ? { claim: { patient, claim: claimId } } : {}),
    ...(before ? { before } : {}),
  };
};

/** Where a lookup of this tab is carried out now: the tab's frame with the payer list, else a popup's. */
export const searchPageIn = (state: SessionState, tabId: number): SearchPage | undefined => {
  const tab = state.tabs[tabId];
  const popups = Object.values(state.tabs).filter(
    (other) => other.openerTabId === tabId && other.origin === tab?.origin,
  );
  const own = listFrame(tab);
  if (tab && own) return searchPageOf(state, tab, own);
  for (const popup of tab ? popups : []) {
    const frame = listFrame(popup);
    // A tab that a link opened may show a form of its own: that is not this one's search.
    if (frame && !frame.form) return searchPageOf(state, popup, frame);
  }
  return undefined;
};

/** The tab that shows the form of a claim. */
export const tabWithForm = (state: SessionState, claim: { patient: string; claim: string }): number | undefined =>
  Object.values(state.tabs).find((tab) =>
    framesOf(tab).some((frame) => frame.form && frame.patient === claim.patient && frame.claimId === claim.claim),
  )?.tabId;
