import type { Address, Adjustment, Cents, DateSpan, GroupCode, IsoDate, PersonName } from '../claim/claim';
import { formatMoney, formatPlain, parseMoney } from '../claim/money';
import { formatName, parseName } from '../claim/names';
import { z } from '../zod';
import { type Codec, inside, isRecord, type Json, object, optional, type Problems } from './codec';

const stringThat = <T>(what: string, parse: (text: string) => T | undefined, write: (value: T) => Json): Codec<T> => ({
  read: (json, at, problems) => {
    const value = typeof json === 'string' ? parse(json) : undefined;
    return value === undefined ? problems.say(at, what) : value;
  },
  write,
});

export const text: Codec<string> = stringThat(
  'has to be a text, "..."',
  (value) => value,
  (value) => value,
);

/** Money is a text in dollars and cents, as on the pages: a number could be either. */
export const money: Codec<Cents> = stringThat(
  'has to be an amount in dollars and cents as a text, "85.00"',
  (written) => {
    const parsed = parseMoney(written);
    return parsed.ok ? parsed.value : undefined;
  },
  formatPlain,
);

const ISO = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (written: string): boolean => {
  if (!ISO.test(written)) return false;
  try {
    return Temporal.PlainDate.from(written).toString() === written;
  } catch {
    return false;
  }
};

export const date: Codec<IsoDate> = stringThat(
  'has to be a day that there is, "2026-02-24"',
  (written) => (isDay(written) ? written : undefined),
  (value) => value,
);

export const flag: Codec<boolean> = {
  read: (json, at, problems) => (typeof json === 'boolean' ? json : problems.say(at, 'has to be true or false')),
  write: (value) => value,
};

export const number: Codec<number> = {
  read: (json, at, problems) =>
    typeof json === 'number' && Number.isFinite(json) ? json : problems.say(at, 'has to be a number'),
  write: (value) => value,
};

/** One of a few words. */
export const oneOf = <T extends string>(...words: readonly T[]): Codec<T> =>
  stringThat(
    `has to be one of ${words.map((word) => `"${word}"`).join(', ')}`,
    (value) => words.find((word) => word === value),
    (value) => value,
  );

const spanObject: Codec<DateSpan> = object<DateSpan>({ from: date, to: date });

/** One day, or `{ "from": ..., "to": ... }`. */
export const span: Codec<DateSpan> = {
  read: (json, at, problems) => {
    if (isRecord(json)) return spanObject.read(json, at, problems);
    const day = date.read(json, at, problems);
    return day === undefined ? undefined : { from: day, to: day };
  },
  write: (value) => (value.from === value.to ? value.from : spanObject.write(value)),
};

const nameObject: Codec<PersonName> = object<PersonName>({ last: text, first: text, middle: text });

const writtenName = (written: string): PersonName | undefined => {
  const parsed = parseName(written);
  return parsed.ok ? parsed.value : undefined;
};

const sameName = (a: PersonName | undefined, b: PersonName): boolean =>
  a?.last === b.last && a.first === b.first && a.middle === b.middle;

/** `OKAFOR, DENISE M`, or its three parts. */
export const name: Codec<PersonName> = {
  read: (json, at, problems) => {
    if (isRecord(json)) return nameObject.read(json, at, problems);
    const value = typeof json === 'string' ? writtenName(json) : undefined;
    return value ?? problems.say(at, 'has to be a name, "LAST, FIRST M"');
  },
  write: (value) => (sameName(writtenName(formatName(value)), value) ? formatName(value) : nameObject.write(value)),
};

export const address: Codec<Address> = object<Address>({
  line1: text,
  city: text,
  state: text,
  zip: text,
  phone: text,
});

const GROUPS = ['CO', 'PR', 'OA', 'PI', 'CR'] as const satisfies readonly GroupCode[];
const ADJUSTMENT = /^(CO|PR|OA|PI|CR)-([A-Z]{0,2}\d{1,3}) (\S+)$/;

type Written = Omit<Adjustment, 'raw'>;

const usualRaw = ({ group, carc, amount }: Written): string => `${group}-${carc} ${formatMoney(amount)}`;

const parts: Codec<Written & { raw?: string }> = object<Written & { raw?: string }>({
  group: oneOf(...GROUPS, ''),
  carc: text,
  amount: money,
  raw: optional(text),
});

const written = (line: string): Written | undefined => {
  const [, group, carc, amount] = ADJUSTMENT.exec(line) ?? [];
  const parsed = parseMoney(amount ?? '');
  const known = GROUPS.find((one) => one === group);
  return known && carc !== undefined && parsed.ok ? { group: known, carc, amount: parsed.value } : undefined;
};

const asLine = ({ group, carc, amount }: Written): string => `${group}-${carc} ${formatPlain(amount)}`;

/** `CO-45 42.00`; in parts where group or reason is missing, or is no usual one. */
export const adjustment: Codec<Adjustment> = {
  read: (json, at, problems) => {
    const value = isRecord(json) ? parts.read(json, at, problems) : written(typeof json === 'string' ? json : '');
    if (value) return { raw: usualRaw(value), ...value };
    return isRecord(json) ? undefined : problems.say(at, 'has to be an adjustment, "CO-45 42.00"');
  },
  write: (value) => {
    const isUsual = value.raw === usualRaw(value) && ADJUSTMENT.test(asLine(value));
    return isUsual ? asLine(value) : parts.write(value);
  },
};

const issueWords = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') return `has to be of type ${issue.expected}`;
  if (issue.code === 'invalid_value')
    return `has to be one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
  return 'is not as the format wants it';
};

const pathOf = (at: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>((whole, key) => (typeof key === 'number' ? `${whole}[${key}]` : inside(whole, String(key))), at);

const sayDropped = (json: unknown, kept: unknown, at: string, problems: Problems): void => {
  if (Array.isArray(json) && Array.isArray(kept)) {
    for (const [i, one] of json.entries()) sayDropped(one, kept[i], `${at}[${i}]`, problems);
  } else if (isRecord(json) && isRecord(kept)) {
    for (const key of Object.keys(json)) {
      if (Object.hasOwn(kept, key)) sayDropped(json[key], kept[key], inside(at, key), problems);
      else problems.say(inside(at, key), 'not known here');
    }
  }
};

/** A value that stands in the file as the panel itself keeps it; keys that its schema drops are said. */
export const kept = <T>(schema: z.ZodMiniType<T>): Codec<T> => ({
  read: (json, at, problems) => {
    const parsed = z.safeParse(schema, json);
    if (parsed.success) {
      sayDropped(json, parsed.data, at, problems);
      return parsed.data;
    }
    for (const issue of parsed.error.issues) problems.say(pathOf(at, issue.path), issueWords(issue));
    return undefined;
  },
  write: (value) => JSON.parse(JSON.stringify(value)) as Json,
});
