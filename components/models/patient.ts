import type { PatientStrip, PersonName } from '../../lib/claim/claim';
import { formatDate } from '../../lib/claim/dates';
import { known } from '../../lib/claim/reading';
import { shown } from './text';

const UPPER = /^[^a-z]*$/;

/** `OKAFOR` as `Okafor`, `CASTELLANOS-WHITFIELD` as `Castellanos-Whitfield`; mixed case stays as it is written. */
const readable = (name: string): string =>
  UPPER.test(name)
    ? name
        .toLowerCase()
        .replaceAll(/(^|[\s'’.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : name;

/** `Okafor, Denise M.`: never shortened. */
export const personName = (name: PersonName): string => {
  const middle = name.middle.length === 1 ? `${name.middle}.` : name.middle;
  const given = [name.first, middle].filter(Boolean).map(readable).join(' ');
  return shown([readable(name.last), given].filter(Boolean).join(', '), 200);
};

export const patientName = (strip: PatientStrip): string => {
  const name = known(strip.name);
  return name ? personName(name) : 'Patient name not read';
};

/** `HF204417 · born 11/09/1960`, of what was read. */
export const patientSub = (strip: PatientStrip): string => {
  const dob = known(strip.dob);
  const chart = known(strip.chart);
  return [chart && shown(chart, 40), dob && `born ${formatDate(dob)}`].filter(Boolean).join(' · ');
};
