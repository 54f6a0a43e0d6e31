import { boxOf, shownIn } from '../checks/form';
import { FORM_LINE_NUMBERS, serviceOn } from '../checks/form-lines';
import type { LedgerLine } from '../claim/claim';
import { parseRecentDate } from '../claim/dates';
import type { ClaimForm } from '../claim/form';
import { parseMoney } from '../claim/money';
import { absent, type Parsed, type Place, type Reading, read, toReading } from '../claim/reading';

const UNITS = /^\d{1,6}$/;

const parseUnits = (text: string): Parsed<number> =>
  UNITS.test(text) ? { ok: true, value: Number(text) } : { ok: false, why: `"${text}" is not a number of units` };

const inBox = <T>(form: ClaimForm, id: string, parse: (text: string) => Parsed<T>): Reading<T> => {
  const box = boxOf(form, id);
  const text = shownIn(form, id);
  return box && text !== '' ? toReading(parse(text), text, box.place) : absent;
};

const lineOf = (form: ClaimForm, n: number): LedgerLine[] => {
  const { procedure, modifiers } = serviceOn(form, n);
  if (procedure === '') return [];
  const place: Place = boxOf(form, `24.${n}.D`)?.place ?? {
    page: 'claim-form',
    path: `form/24.${n}.D`,
    label: `Line ${n}`,
  };
  return [
    {
      n,
      dos: inBox(form, `24.${n}.A.from`, parseRecentDate),
      procedure: read(procedure, procedure, place),
      modifiers: read(modifiers, modifiers.join(' '), place),
      units: inBox(form, `24.${n}.G`, parseUnits),
      charge: inBox(form, `24.${n}.F`, parseMoney),
      insurancePaid: absent,
      patientPaid: absent,
      patientResponsibility: absent,
      balance: absent,
      postings: [],
    },
  ];
};

/** The filled service lines of the form, as a ledger without postings would have them. */
export const linesOfForm = (form: ClaimForm): LedgerLine[] => FORM_LINE_NUMBERS.flatMap((n) => lineOf(form, n));
