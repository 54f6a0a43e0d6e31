import { z } from '../zod';

/** The longest things that are believed. Past them a message is refused: no page of a PM is like that. */
export const LIMITS = {
  id: 200,
  text: 2_000,
  url: 8_000,
  claims: 5_000,
  lines: 1_000,
  boxes: 2_000,
  options: 5_000,
  hits: 2_000,
  few: 200,
  /** Adjudications of one claim. */
  adjudications: 50,
} as const;

/** Ids and short labels. */
export const short = z.string().check(z.maxLength(LIMITS.id));

/** One thing that stands on a page. */
export const text = z.string().check(z.maxLength(LIMITS.text));

/** Page text that names a record's entry: never a name that every object has. */
export const key = z.string().check(
  z.minLength(1),
  z.maxLength(600),
  z.refine((id) => !(id in {}), 'not a usable id'),
);

/** Epoch milliseconds. */
export const moment = z.number().check(z.minimum(0), z.maximum(8.64e15));

export const tabId = z.int().check(z.minimum(0));

export const list = <T extends z.ZodMiniType>(of: T, most: number) => z.array(of).check(z.maxLength(most));

export const optional = z.exactOptional;
