import type { SearchHit } from '../../lib/claim/form';
import type { Place } from '../../lib/claim/reading';
import type { FrameView, PatientFile, TabView } from '../../lib/session/session';

/** The page itself, then its frames. */
export const framesOf = (tab: TabView | undefined): FrameView[] =>
  Object.values(tab?.frames ?? {}).sort((a, b) => a.frameId - b.frameId);

export const topFrame = (tab: TabView | undefined): FrameView | undefined => tab?.frames['0'];

/** The patient the tab shows: the page's own, else a frame's. */
export const patientOf = (tab: TabView | undefined): string | undefined =>
  framesOf(tab).find((frame) => frame.patient !== undefined)?.patient;

/** The frame in which a place can be seen now. */
export const frameFor = (tab: TabView | undefined, place: Place): FrameView | undefined =>
  framesOf(tab).find((frame) => frame.page === place.page && concerns(frame, place));

/** A ledger or posting page shows one claim: a place of another claim is not on it. */
const concerns = (frame: FrameView, place: Place): boolean => {
  if (place.page !== 'ledger' || frame.claimId === undefined) return true;
  const claim = place.path.split('/')[1];
  return claim === undefined || claim === frame.claimId;
};

/** The frame with the open claim form, if it belongs to this claim of this patient. */
export const formFrame = (tab: TabView | undefined, file: PatientFile, claim: string): FrameView | undefined =>
  framesOf(tab).find(
    (frame) =>
      frame.form !== undefined &&
      (frame.patient === undefined || frame.patient === file.key) &&
      (frame.claimId ?? frame.form.claimId) === claim,
  );

/** The frame with the list of claims. */
export const historyFrame = (tab: TabView | undefined): FrameView | undefined =>
  framesOf(tab).find((frame) => frame.page === 'claim-history');

/** One insurance profile that is listed now, and the frame that lists it. */
export interface ListedHit {
  tabId: number;
  frameId: number;
  hit: SearchHit;
}

/** The same profile: two people can share an ID. */
export const sameProfile = (a: SearchHit, b: SearchHit): boolean =>
  a.insuranceId === b.insuranceId && a.name === b.name && a.dob === b.dob;

/** The insurance profiles that are listed now for a claim's open form: on its own page, or in a window that it opened. */
export const listedHits = (
  tabs: Readonly<Record<string, TabView>>,
  tab: TabView | undefined,
  file: PatientFile,
  claim: string,
): ListedHit[] => {
  if (!tab || !formFrame(tab, file, claim)) return [];
  const windows = Object.values(tabs).filter((one) => one.openerTabId === tab.tabId && one.origin === tab.origin);
  return [tab, ...windows].flatMap((one) =>
    framesOf(one)
      .filter((frame) => one === tab || (frame.form === undefined && frame.patient === file.key))
      .flatMap(
        ({ frameId, form, search }) =>
          (form?.search ?? search)?.hits.map((hit) => ({ tabId: one.tabId, frameId, hit })) ?? [],
      ),
  );
};
