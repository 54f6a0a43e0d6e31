import type { PatientStrip } from '../claim/claim';
import type { PageSnapshot } from '../claim/page';
import { known } from '../claim/reading';
import type { PatientFile, TabView } from './session';
import { entry, type SessionState, without } from './state';
import { claimIdsOf, differs, hasClaim } from './who';

/** The same name and birth date, both read on both. */
const samePerson = (a: PatientStrip, b: PatientStrip): boolean =>
  known(a.name) !== undefined &&
  known(b.name) !== undefined &&
  known(a.dob) !== undefined &&
  known(b.dob) !== undefined &&
  !differs(a, b);

/** What both files know; the one with the chart number goes first. */
const together = (file: PatientFile, weaker: PatientFile): PatientFile => ({
  ...weaker,
  ...file,
  claims: file.claims.length > 0 ? file.claims : weaker.claims,
  claimsComplete: file.claims.length > 0 ? file.claimsComplete : weaker.claimsComplete,
  ledgers: { ...weaker.ledgers, ...file.ledgers },
  picked: { ...weaker.picked, ...file.picked },
  answers: { ...weaker.answers, ...file.answers },
  journals: { ...weaker.journals, ...file.journals },
  outcomes: { ...weaker.outcomes, ...file.outcomes },
  remittances: { ...weaker.remittances, ...file.remittances },
});

const renamed = (tab: TabView, from: string, to: string): TabView => ({
  ...tab,
  frames: Object.fromEntries(
    Object.entries(tab.frames).map(([id, frame]) => [id, frame.patient === from ? { ...frame, patient: to } : frame]),
  ),
});

/**
 * A page without chart number opened a file under name and birth date; now a page with the chart number shows the same
 * name, birth date and claim. Then both are one patient, and the first file goes into the second.
 */
export const absorbWeaker = (state: SessionState, key: string, snapshot: PageSnapshot): SessionState => {
  if (known(snapshot.patient.chart) === undefined) return state;
  const origin = key.split('|', 1)[0];
  const ids = claimIdsOf(snapshot);
  const weaker = Object.values(state.patients).find(
    (file) =>
      file.key !== key &&
      file.origin === origin &&
      known(file.strip.chart) === undefined &&
      samePerson(file.strip, snapshot.patient) &&
      ids.some((id) => hasClaim(file, id)),
  );
  if (!weaker) return state;
  const file = entry(state.patients, key) ?? { ...weaker, key, strip: snapshot.patient };
  return {
    ...state,
    tabs: Object.fromEntries(Object.entries(state.tabs).map(([id, tab]) => [id, renamed(tab, weaker.key, key)])),
    patients: { ...without(state.patients, weaker.key), [key]: together(file, weaker) },
    lookups: state.lookups.map((lookup) =>
      lookup.claim.patient === weaker.key ? { ...lookup, claim: { ...lookup.claim, patient: key } } : lookup,
    ),
  };
};
