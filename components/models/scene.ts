import type { PageProblem } from '../../lib/claim/page';
import type { PatientFile, TabView } from '../../lib/session/session';
import { fileOf, type PanelState, tabViewOf } from '../store';
import { patientOf, topFrame } from './frames';

/** What the panel as a whole has to say before any claim. */
export type Scene =
  | { is: 'starting' }
  | { is: 'no-access'; why: 'missing' | 'refused' | 'taken-back' }
  | { is: 'not-pm' }
  | { is: 'reload' }
  | { is: 'reading'; rows: number; file: PatientFile | undefined }
  | { is: 'signed-out'; file: PatientFile | undefined }
  | { is: 'unknown-page' }
  | { is: 'no-claims' }
  | { is: 'patient'; file: PatientFile; tab: TabView | undefined };

/** PM pages that are about no patient: a schedule, a search, a worklist. */
const aboutNobody = (tab: TabView): boolean => topFrame(tab)?.page !== 'unknown';

const waiting = (tab: TabView): boolean => {
  const top = topFrame(tab);
  return top !== undefined && !top.complete && !top.problems.some(isCut);
};

/** The page ended early: what was read stays, the rest is not known. */
export const isCut = (problem: PageProblem): boolean => problem.kind === 'cut-off' || problem.kind === 'server-error';

/** The patient of a tab that shows a login page: the one she last saw there. */
const lastOf = (state: PanelState, tab: TabView): PatientFile | undefined => {
  const files = Object.values(state.mirror?.patients ?? {}).filter((file) => file.origin === tab.origin);
  return files.sort((a, b) => b.touchedAt - a.touchedAt)[0];
};

const sceneOfTab = (state: PanelState, tab: TabView): Scene => {
  const file = fileOf(state);
  if (topFrame(tab)?.page === 'login') return { is: 'signed-out', file: file ?? lastOf(state, tab) };
  if (file && file.claimsReadAt === undefined && waiting(tab)) return { is: 'reading', rows: file.claims.length, file };
  if (file) return { is: 'patient', file, tab };
  if (waiting(tab)) return { is: 'reading', rows: 0, file: undefined };
  return aboutNobody(tab) ? { is: 'no-claims' } : { is: 'unknown-page' };
};

/** Which view the panel shows for the tab in front. Pure. */
export const sceneOf = (state: PanelState): Scene => {
  const { mirror, access, tab, view } = state;
  if (!mirror || access === undefined) return { is: 'starting' };
  if (access !== 'granted') return { is: 'no-access', why: access };
  const seen = tabViewOf(state);
  const pinned = view.at === 'patient' && view.key !== undefined ? fileOf(state) : undefined;
  if (pinned && patientOf(seen) === undefined) return { is: 'patient', file: pinned, tab: undefined };
  if (seen) return sceneOfTab(state, seen);
  if (!tab?.isPm) return { is: 'not-pm' };
  return tab.silent ? { is: 'reload' } : { is: 'reading', rows: 0, file: undefined };
};

/** The patients read in this session that are not the one shown. */
export const stillHere = (state: PanelState, shownKey: string | undefined): PatientFile[] =>
  Object.values(state.mirror?.patients ?? {})
    .filter((file) => file.key !== shownKey && file.claims.length > 0)
    .sort((a, b) => b.touchedAt - a.touchedAt)
    .slice(0, 20);
