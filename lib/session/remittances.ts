import type { Adjudication } from '../claim/era';
import type { PatientFile } from './session';
import type { SessionState } from './state';

/** Adjudications in the order of payment, those of one day as they were kept; payments without a date go first. */
export const inOrderOfPayment = (all: readonly Adjudication[]): Adjudication[] =>
  all.toSorted((a, b) => {
    const [first, second] = [a.payment.paidOn ?? '', b.payment.paidOn ?? ''];
    if (first !== second) return first < second ? -1 : 1;
    return a.file.id === b.file.id ? a.claim.segment - b.claim.segment : 0;
  });

const withEntry = (file: PatientFile, claim: string, adjudications: Adjudication[]): PatientFile => {
  const { [claim]: _, ...others } = file.remittances;
  return {
    ...file,
    remittances: adjudications.length === 0 ? others : { ...others, [claim]: adjudications },
  };
};

/** What one patient's remittances may weigh, in characters: `storage.session` has room for a few million in all. */
const ROOM = 1_500_000;

/**
 * Keeps what one remittance file says of a claim. What was kept of the same file goes; other files' stays before it.
 * @throws an Error where one patient would have more than there is room for
 */
export const keepAdjudications = (
  file: PatientFile,
  claim: string,
  from: string,
  adjudications: readonly Adjudication[],
): PatientFile => {
  const others = (file.remittances[claim] ?? []).filter((one) => one.file.id !== from);
  const next = withEntry(file, claim, [...others, ...adjudications.filter((one) => one.file.id === from)]);
  if (adjudications.length > 0 && JSON.stringify(next.remittances).length > ROOM)
    throw new Error('There are more remittances of this patient than the panel can keep.');
  return next;
};

const forgetFrom = (file: PatientFile, from: string): PatientFile => {
  const touched = Object.entries(file.remittances).filter(([, all]) => all.some((one) => one.file.id === from));
  return touched.reduce(
    (rest, [claim, all]) =>
      withEntry(
        rest,
        claim,
        all.filter((one) => one.file.id !== from),
      ),
    file,
  );
};

/** Forgets all that is kept of one remittance file. The same state where nothing is. */
export const forgetRemittanceFile = (state: SessionState, from: string): SessionState => {
  const patients = Object.entries(state.patients).map(([key, file]) => [key, forgetFrom(file, from)] as const);
  return patients.every(([key, file]) => state.patients[key] === file)
    ? state
    : { ...state, patients: Object.fromEntries(patients) };
};
