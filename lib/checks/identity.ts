import type { Case } from '../claim/case';
import { known, type Place, placeOf, type Reading } from '../claim/reading';
import type { Missing, Raised } from './check';
import { boxName, boxOf, insuredOnForm, shownIn } from './form';
import { isMissing, type Judged, missing, SOUND } from './outcome';
import { isBlank, policyOf } from './policies';

/** What is known of one thing that the claim must name: it is there, it is empty, or it cannot be told. */
export type Fact = { is: 'there' } | { is: 'empty'; what: string; place?: Place } | { is: 'unknown'; missing: Missing };

export const THERE: Fact = { is: 'there' };

const empty = (what: string, place: Place | undefined): Fact =>
  place ? { is: 'empty', what, place } : { is: 'empty', what };

/** A box of the open form, or undefined where no form is open or the form has no such box. */
export const boxFact = (c: Case, id: string): Fact | undefined => {
  const box = c.form && boxOf(c.form, id);
  if (!c.form || !box) return undefined;
  return shownIn(c.form, id) === '' ? empty(boxName(id), box.place) : THERE;
};

/** What an absent reading means: the page does not show such a thing and the form will, or it has to be read elsewhere. */
export type Absent = 'shown-on-form' | 'must-be-read';

/** A thing in the chart. */
export const chartFact = (
  reading: Reading<unknown>,
  what: string,
  whenAbsent: Absent,
  source: Missing['source'] = 'chart',
): Fact => {
  if (isBlank(reading)) return empty(what, placeOf(reading));
  if (reading.kind === 'read') return THERE;
  return reading.kind === 'absent' && whenAbsent === 'shown-on-form'
    ? THERE
    : { is: 'unknown', missing: missing(what, source, reading) };
};

export const unknownFact = (lacking: Missing): Fact => ({ is: 'unknown', missing: lacking });

/**
 * Whether the patient is the insured of the primary or secondary: by box 6 where the open form has that insured there, else
 * by the chart. Medicare's insured is always the patient. Undefined where the relationship is empty or the chart shows none.
 */
export const isPatientInsured = (c: Case, rank: 'primary' | 'secondary'): boolean | Missing | undefined => {
  if (c[rank]?.kind === 'medicare') return true;
  const onForm = c.form && insuredOnForm(c) === rank ? shownIn(c.form, '6') : '';
  if (onForm !== '') return /^self$/i.test(onForm);
  const policy = policyOf(c, rank);
  if (isMissing(policy)) return policy;
  const { relationship } = policy;
  if (relationship.kind === 'unreadable' && !isBlank(relationship))
    return missing(`the patient's relationship to the insured of the ${rank}`, 'chart', relationship);
  const value = known(relationship);
  return value === undefined ? undefined : value === 'self';
};

/** The empty ones in one finding, and what is missing of the others. */
export const sorted = (
  facts: readonly Fact[],
  finding: (what: string[]) => Omit<Raised, 'places' | 'lines'>,
): Judged => {
  if (facts.every(({ is }) => is === 'there')) return SOUND;
  const blanks: (Fact & { is: 'empty' })[] = [];
  const lacking: Missing[] = [];
  for (const fact of facts) {
    if (fact.is === 'empty') blanks.push(fact);
    else if (fact.is === 'unknown') lacking.push(fact.missing);
  }
  const raised: Raised[] =
    blanks.length === 0
      ? []
      : [{ ...finding(blanks.map(({ what }) => what)), places: blanks.flatMap(({ place }) => place ?? []), lines: [] }];
  return { raised, lacking };
};
