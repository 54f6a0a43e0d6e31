/** A value of a case file, as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What is wrong in a case file, each with its place: `ledger.lines[1].charge: ...`. */
export class Problems {
  readonly all: string[] = [];

  say(at: string, what: string): undefined {
    this.all.push(`${at === '' ? 'The file' : at}: ${what}`);
  }
}

/** How one kind of value stands in a case file. */
export interface Codec<T> {
  /** The value; undefined where it is none, which `problems` then says. `at`: its place in the file. */
  readonly read: (json: unknown, at: string, problems: Problems) => T | undefined;
  readonly write: (value: T) => Json;
}

/** A value of an object. */
export interface Field<T> extends Codec<Exclude<T, undefined>> {
  /** What it is where the file leaves it out; without this it has to be there. Its result may be undefined: no such key. */
  leftOut?: () => T;
  /** True for what `leftOut` gives: the writer leaves it out. */
  isLeftOut?: (value: T) => boolean;
  /** Never stands in a file. */
  hidden?: true;
}

type Fields<T> = { readonly [K in keyof T]-?: Field<T[K]> };

export const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

export const inside = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`);

const quoted = (keys: readonly string[]): string => keys.map((key) => `"${key}"`).join(', ');

/** Says each key that nobody knows: a misspelled one would else be a value that is left out. */
const sayUnknown = (json: object, known: readonly string[], at: string, problems: Problems): void => {
  for (const key of Object.keys(json)) {
    if (!known.includes(key)) problems.say(inside(at, key), `not known here. Known: ${quoted(known)}`);
  }
};

const readField = (json: object, key: string, field: Field<unknown>, at: string, problems: Problems): unknown => {
  if (!field.hidden && Object.hasOwn(json, key)) {
    return field.read((json as Record<string, unknown>)[key], inside(at, key), problems);
  }
  return field.leftOut ? field.leftOut() : problems.say(inside(at, key), 'needed, and not there');
};

/** An object with these keys and no others. Where anything in it is wrong, what comes out is not to be used. */
export const object = <T extends object>(fields: Fields<T>): Codec<T> => {
  const all = Object.entries(fields) as [string, Field<unknown>][];
  const known = all.flatMap(([key, field]) => (field.hidden ? [] : [key]));
  return {
    read: (json, at, problems) => {
      if (!isRecord(json)) return problems.say(at, 'has to be an object, { ... }');
      sayUnknown(json, known, at, problems);
      const values = all.map(([key, field]) => [key, readField(json, key, field, at, problems)] as const);
      return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as T;
    },
    write: (value) =>
      Object.fromEntries(
        all.flatMap(([key, field]): [string, Json][] => {
          const own = (value as Record<string, unknown>)[key];
          if (own === undefined || field.hidden || field.isLeftOut?.(own)) return [];
          return [[key, field.write(own as never)]];
        }),
      ),
  };
};

/** May be left out, and is then not there. */
export const optional = <T>(codec: Codec<T>): Field<T | undefined> =>
  ({
    read: codec.read,
    write: codec.write as Field<T | undefined>['write'],
    leftOut: () => undefined,
  }) as Field<T | undefined>;

/** Is the same in every case, and stands in no file. */
export const hidden = <T>(value: T): Field<T> =>
  ({ read: () => value, write: () => null, leftOut: () => value, hidden: true }) as Field<T>;

/** A list, empty where it is left out. */
export const list = <T>(of: Codec<T>): Field<T[]> => ({
  read: (json, at, problems) => {
    if (!Array.isArray(json)) return problems.say(at, 'has to be a list, [ ... ]');
    return json.flatMap((one: unknown, i) => {
      const value = of.read(one, `${at}[${i}]`, problems);
      return value === undefined ? [] : [value];
    });
  },
  write: (values) => values.map((value) => of.write(value)),
  leftOut: () => [],
  isLeftOut: (values) => values.length === 0,
});

/** The value in another shape on the way in and out. */
export const shaped = <A, B>(codec: Codec<A>, into: (a: A) => B, back: (b: B) => A): Codec<B> => ({
  read: (json, at, problems) => {
    const value = codec.read(json, at, problems);
    return value === undefined ? undefined : into(value);
  },
  write: (value) => codec.write(back(value)),
});
