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
