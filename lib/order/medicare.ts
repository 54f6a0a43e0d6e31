import type { Case } from '../claim/case';
import type { IsoDate } from '../claim/claim';
import type { MedicareReason } from '../claim/coverage';
import { known } from '../claim/reading';
import type { Gap } from './answer';
import { chosenMspType } from './form-facts';
import { asked, disagreed, isGap, unread } from './gaps';

const AGE = 65;
const COORDINATION_MONTHS = 30;

/**
 * The day from which Medicare's rules take a patient as 65: the first of the month of the birthday, of the month before for
 * those born on the 1st. In and out: ISO dates. Source: 42 CFR 406.10, 411.170.
 */
export const agedFrom = (dob: IsoDate): IsoDate => {
  const birthday = Temporal.PlainDate.from(dob).add({ years: AGE });
  const born = Temporal.PlainDate.from(dob).day;
  return (born === 1 ? birthday.subtract({ months: 1 }) : birthday).with({ day: 1 }).toString();
};

/** The first day after the coordination period: 30 months from the first day of Medicare for kidney failure, clamped to the month's end. */
export const coordinationEnds = (from: IsoDate): IsoDate =>
  Temporal.PlainDate.from(from).add({ months: COORDINATION_MONTHS }, { overflow: 'constrain' }).toString();

/** Whether the patient counts as 65 on that day. */
export const isAged = (c: Case, day: IsoDate): boolean | Gap => {
  const dob = known(c.patient.dob);
  return dob === undefined ? unread("the patient's birth date", 'claim-history', c.patient.dob) : day >= agedFrom(dob);
};

type Reasons = ReadonlySet<MedicareReason>;

const FORM = 'the form';

/** The reasons that an insurance type on the form gives; 12 and 43 exclude kidney failure, whose rule would come first. */
const byType = (c: Case, aged: boolean): MedicareReason[] | undefined => {
  const code = chosenMspType(c)?.code;
  if (code === '13') return ['esrd'];
  if (code === '12' && aged) return ['age'];
  return code === '43' && !aged ? ['disability'] : undefined;
};

const asSaid = (said: readonly MedicareReason[], aged: boolean): Reasons => {
  const reasons = new Set(said);
  if (aged) reasons.add('age');
  else reasons.delete('age');
  return reasons;
};

/** All reasons for which the patient has Medicare on that day: by age as the birth date says, the others as a form or the biller does. */
export const reasonsOf = (c: Case, day: IsoDate): Reasons | Gap => {
  const aged = isAged(c, day);
  if (isGap(aged)) return aged;
  const said = c.coverage?.medicareFor;
  const onForm = byType(c, aged);
  if (said && onForm && said.includes('esrd') !== onForm.includes('esrd'))
    return disagreed('medicare-for', undefined, FORM);
  const all = onForm ?? said;
  if (!all) return asked('medicare-for');
  const reasons = asSaid([...all, ...(said ?? [])], aged);
  return reasons.size > 0 ? reasons : disagreed('medicare-for', undefined, 'the birth date');
};

/** Where a day lies to the coordination period of kidney failure. */
export type Coordination = 'none' | 'inside' | 'after' | 'medicare-was-first';

/** Medicare for age or disability from before the kidney failure may have paid first then. */
const mayHaveBeenFirst = (c: Case, reasons: Reasons, from: IsoDate): boolean => {
  const dob = known(c.patient.dob);
  return reasons.has('disability') || (reasons.has('age') && dob !== undefined && agedFrom(dob) <= from);
};

/**
 * Where the day lies to the 30 months in which a group plan pays first, whatever its employer's size. Medicare that already
 * paid first for age or disability goes on to. Source: 42 CFR 411.161-411.163; SSA POMS HI 00801.247.
 */
export const coordinationOn = (c: Case, reasons: Reasons, day: IsoDate): Coordination | Gap => {
  if (!reasons.has('esrd')) return 'none';
  const isOnForm = chosenMspType(c)?.code === '13';
  const { medicareFrom, medicareWasFirst } = c.coverage?.esrd ?? {};
  if (medicareFrom === undefined) {
    if (!isOnForm) return asked('esrd-from');
    return medicareWasFirst === true ? disagreed('medicare-was-first', undefined, FORM) : 'inside';
  }
  if (day < medicareFrom && reasons.size === 1) return disagreed('esrd-from', undefined, 'the day of service');
  const where = day < medicareFrom ? 'none' : day < coordinationEnds(medicareFrom) ? 'inside' : 'after';
  if (isOnForm && where !== 'inside') return disagreed('esrd-from', undefined, FORM);
  if (where !== 'inside' || !mayHaveBeenFirst(c, reasons, medicareFrom)) return where;
  if (isOnForm) return medicareWasFirst === true ? disagreed('medicare-was-first', undefined, FORM) : 'inside';
  if (medicareWasFirst === undefined) return asked('medicare-was-first');
  return medicareWasFirst ? 'medicare-was-first' : 'inside';
};
