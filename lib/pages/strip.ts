import type { PatientStrip } from '../claim/claim';
import { parseDate } from '../claim/dates';
import { parseName } from '../claim/names';
import { absent, type Parsed, type Reading } from '../claim/reading';
import { agree, type Context, placeAt, readText } from './context';
import type { Field } from './fields';
import { rawText } from './look';
import type { PatientLabel } from './profile';
import { keyOf, plain } from './words';

/** Text of the strip that is looked through for a name, a chart number and a birth date. */
const MAX_STRIP = 400;

const chartNumber =
  (pattern: string) =>
  (text: string): Parsed<string> => {
    const id = new RegExp(`^(?:${pattern})$`, 'i').test(text) || /^[A-Z0-9][A-Z0-9-]{2,19}$/i.test(text);
    return id && /\d/.test(text) ? { ok: true, value: text } : { ok: false, why: `"${text}" is not a chart number.` };
  };

const DATE = /\b\d{1,2}[/-]\d{1,2}[/-]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/;
const NAME = /^[\p{L}'’. -]{2,40}, ?[\p{L}'’. -]{1,40}/u;

/** `OKAFOR, RUTH (HF204417)` and `RUTH OKAFOR - 03/04/1950`: what shape alone tells in the profile's strip. */
const byShape = (ctx: Context, text: string): Partial<Record<'name' | 'chart' | 'dob', string>> => {
  const chart = new RegExp(`\\b${ctx.profile.chartNumber}\\b`, 'i').exec(text)?.[0];
  const rest = chart ? text.replace(chart, '|') : text;
  const dates = [...rest.matchAll(new RegExp(DATE, 'g'))];
  const parts = rest.split(/[|()[\]\d:]| {2}|\s[-–]\s|\bfor\b/).map((part) => plain(part));
  const name = parts.map((part) => NAME.exec(part)?.[0]).find(Boolean);
  return {
    ...(chart ? { chart } : {}),
    ...(dates.length === 1 && dates[0] ? { dob: dates[0][0] } : {}),
    ...(name ? { name: name.replace(/[-\s]+$/, '') } : {}),
  };
};

/** A heading that names the patient: `Claim History - OKAFOR, RUTH (HF204417)`. */
const headingWithChart = (ctx: Context): Element | undefined => {
  const pattern = new RegExp(`\\b${ctx.profile.chartNumber}\\b`, 'i');
  const headings = [...ctx.doc.querySelectorAll(`h1,h2,h3,caption,${ctx.profile.selectors.title}`)].slice(0, 20);
  return headings.find((heading) => pattern.test(rawText(heading).slice(0, MAX_STRIP)));
};

const LABELS = { name: 'Patient', chart: 'Chart number', dob: 'Birth date' } as const;

/** A value may carry more: `OKAFOR, RUTH (HF204417)`, `03/04/1950 (76 y)`. */
const trimmed = (label: keyof typeof LABELS, value: string, pattern: string): string => {
  const first = plain(value.split('\n')[0] ?? '');
  if (label === 'dob')
    return first.replace(/\s*[([]?\s*(?:age:?\s*)?\d{1,3}\s*(?:y(?:rs?|ears?)?(?: old)?|yo)\.?\s*[)\]]?$/i, '');
  if (label === 'name') return first.replace(new RegExp(`\\s*[-(\\[#]*\\s*(?:${pattern})\\s*[)\\]]?$`, 'i'), '');
  return first.replace(/^#\s*/, '');
};

/** Who the page is about, from labels near the top and from the profile's strip. Two different patients are unreadable. */
export const readStrip = (ctx: Context, fields: readonly Field<PatientLabel>[]): PatientStrip => {
  const pattern = ctx.profile.chartNumber;
  const parse = { name: parseName, chart: chartNumber(pattern), dob: parseDate };
  const strip = ctx.doc.querySelector(ctx.profile.selectors.strip) ?? headingWithChart(ctx);
  const shapes = strip ? byShape(ctx, plain(ctx.look.text(strip).replace(/\n/g, ' | '), MAX_STRIP)) : {};
  const one = <K extends keyof typeof LABELS>(label: K): PatientStrip[K] => {
    type R = Reading<string>;
    const place = placeAt(ctx, `patient/${label}`, LABELS[label]);
    const all = fields.filter((f) => f.label === label && f.value);
    const inside = all.filter(({ el }) => strip?.contains(el));
    const named = all.filter(({ shown }) => /patient/.test(keyOf(shown)));
    const own = inside.length ? inside : named.length ? named : all.slice(0, 1);
    let found: R = absent;
    for (const { value, el } of own.slice(0, 4)) {
      const read = readText(trimmed(label, value, pattern), place, parse[label] as (text: string) => Parsed<string>);
      if (read.kind === 'unreadable' && (found.kind === 'read' || !strip?.contains(el))) continue;
      found = agree(found, read);
      ctx.handles.set(place.path, el);
    }
    const shape = shapes[label];
    if (found.kind === 'absent' && shape && strip) {
      const read = readText(shape, place, parse[label] as (text: string) => Parsed<string>);
      found = read;
      ctx.handles.set(place.path, strip);
    }
    return found as PatientStrip[K];
  };
  return { name: one('name'), chart: one('chart'), dob: one('dob') };
};

/** A strip on which nothing can be relied on. */
export const noStrip: PatientStrip = { name: absent, chart: absent, dob: absent };
