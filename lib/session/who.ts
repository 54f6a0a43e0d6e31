import type { PatientStrip } from '../claim/claim';
import { sameName } from '../claim/names';
import type { PageSnapshot } from '../claim/page';
import { known, type PageKind } from '../claim/reading';
import type { PatientFile, TabView } from './session';
import { entry, type SessionState } from './state';

/** Chart numbers as they are compared: without spaces, upper case. */
const bare = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/**
 * The key of a patient file: `<origin>|<chart number>`, else `<origin>|<last>,<first>|<dob>`.
 * Undefined where the strip cannot tell a patient apart.
 */
export const patientKey = (origin: string, strip: PatientStrip): string | undefined => {
  const key = keyIn(origin, strip);
  // Nobody is called like that: the page is not what it seems.
  return key !== undefined && key.length <= LONGEST_KEY ? key : undefined;
};

const LONGEST_KEY = 600;

const keyIn = (origin: string, strip: PatientStrip): string | undefined => {
  const chart = bare(known(strip.chart) ?? '');
  if (chart !== '') return `${origin}|${chart}`;
  // A chart number that stands there and cannot be read may be anybody's.
  if (strip.chart.kind === 'unreadable') return undefined;
  const name = known(strip.name);
  const dob = known(strip.dob);
  return name && dob ? `${origin}|${bare(name.last)},${bare(name.first)}|${dob}` : undefined;
};

/** True where the two strips name different people: something that both show differs. */
export const differs = (a: PatientStrip, b: PatientStrip): boolean => {
  const [nameA, nameB] = [known(a.name), known(b.name)];
  const [dobA, dobB] = [known(a.dob), known(b.dob)];
  const [chartA, chartB] = [known(a.chart), known(b.chart)];
  return (
    (nameA !== undefined && nameB !== undefined && !sameName(nameA, nameB)) ||
    (dobA !== undefined && dobB !== undefined && dobA !== dobB) ||
    (chartA !== undefined && chartB !== undefined && bare(chartA) !== bare(chartB))
  );
};

const anyUnreadable = ({ name, chart, dob }: PatientStrip): boolean =>
  [name, chart, dob].some((reading) => reading.kind === 'unreadable');

/** Every claim id that a page speaks of. */
export const claimIdsOf = (snapshot: PageSnapshot): string[] =>
  [
    known(snapshot.ledger?.claimId),
    snapshot.form?.claimId,
    ...(snapshot.claims ?? []).map((row) => known(row.id)),
  ].filter((id) => id !== undefined);

export const hasClaim = (file: PatientFile, claim: string): boolean =>
  file.claims.some((row) => known(row.id) === claim) || entry(file.ledgers, claim) !== undefined;

/** The patients of a site that are known to own a claim. */
export const ownersOf = (state: SessionState, origin: string, claim: string): PatientFile[] =>
  Object.values(state.patients).filter((file) => file.origin === origin && hasClaim(file, claim));

/**
 * The patient of the page in whose frame or popup a page stands, so far as that is certain. Tabs opened by a link have
 * an opener too and may go on to any patient: only a payer search is sure to be for the form that opened it.
 */
const mainPatient = (state: SessionState, tab: TabView, frameId: number, page: PageKind): string | undefined => {
  if (frameId !== 0) return tab.loadingSince === undefined ? tab.frames['0']?.patient : undefined;
  const opener = page !== 'payer-search' || tab.openerTabId === undefined ? undefined : state.tabs[tab.openerTabId];
  return opener && opener.origin === tab.origin && opener.loadingSince === undefined
    ? opener.frames['0']?.patient
    : undefined;
};

export type Who =
  | { is: 'patient'; key: string }
  /** The page names nobody who can be told apart: it is shown, and kept for nobody. */
  | { is: 'anonymous' }
  /** The page carries a known chart number, but another name or birth date. */
  | { is: 'contradiction' };

/** A page without a sure strip belongs to a file if nothing on it says otherwise and its claim is that file's alone. */
const byClaim = (state: SessionState, origin: string, snapshot: PageSnapshot): string | undefined => {
  if (anyUnreadable(snapshot.patient)) return undefined;
  const owners = new Set(claimIdsOf(snapshot).flatMap((id) => ownersOf(state, origin, id).map((file) => file.key)));
  const [only] = owners;
  const file = owners.size === 1 ? entry(state.patients, only) : undefined;
  return file && !differs(file.strip, snapshot.patient) ? file.key : undefined;
};

/**
 * Whose page it is. By its own strip; else by the page it is a frame or a popup of, else by its claim.
 * Never by what the tab showed before.
 */
export const whose = (state: SessionState, tab: TabView, frameId: number, snapshot: PageSnapshot): Who => {
  const { origin } = tab;
  const key = patientKey(origin, snapshot.patient);
  const file = entry(state.patients, key);
  if (file && differs(file.strip, snapshot.patient)) return { is: 'contradiction' };
  if (key !== undefined && known(snapshot.patient.chart) !== undefined) return { is: 'patient', key };
  const owner = byClaim(state, origin, snapshot);
  if (owner !== undefined) return { is: 'patient', key: owner };
  if (key !== undefined) return { is: 'patient', key };
  const main = entry(state.patients, mainPatient(state, tab, frameId, snapshot.page));
  return main && !differs(main.strip, snapshot.patient) ? { is: 'patient', key: main.key } : { is: 'anonymous' };
};
