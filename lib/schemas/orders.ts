import type { Mark, SearchOrder } from '../messages';
import type { FillJournal, FillOrder, FillResult } from '../prefill/plan';
import { z } from '../zod';
import { key, LIMITS, list, moment, optional, short, text } from './basics';

// What the panel and the worker may tell a page's content script. Small: its bytes are injected into every page.

const KINDS = [
  'text',
  'id',
  'name',
  'money',
  'date',
  'sex',
  'relationship',
  'yes-no',
  'state',
  'phone',
  'code',
  'units',
  'choice',
] as const;

const mark: z.ZodMiniType<Mark> = z.object({
  claimId: key,
  verdict: z.enum(['ready', 'decide', 'blocked', 'cannot-tell', 'do-not-bill']),
  word: short,
});

/** The choices of a group of radios or check boxes. */
const choices = optional(list(z.object({ value: text, label: text }), LIMITS.few));

const fillOrder: z.ZodMiniType<FillOrder> = z.object({
  box: short,
  kind: z.enum(KINDS),
  path: text,
  expected: text,
  wanted: text,
  source: text,
  options: choices,
});

const fillResult: z.ZodMiniType<FillResult> = z.object({
  box: short,
  path: text,
  before: text,
  wanted: text,
  after: text,
  status: z.enum(['filled', 'kept', 'refused']),
  why: optional(text),
  source: text,
  options: choices,
});

/** What a fill did; the panel gives it back to the worker to keep, and to the page to undo. */
export const journal: z.ZodMiniType<FillJournal> = z.object({
  claimId: key,
  filledAt: moment,
  results: list(fillResult, LIMITS.boxes),
  stopped: optional(text),
  undone: optional(
    z.object({
      at: moment,
      putBack: z.int().check(z.minimum(0)),
      stayed: list(z.object({ box: short, why: text }), LIMITS.boxes),
    }),
  ),
});

/** One step of a lookup. */
export const searchOrder: z.ZodMiniType<SearchOrder> = z.object({
  lookupId: short,
  payer: z.object({ value: text, label: text }),
  lastName: short,
  pressed: z.boolean(),
});

/** Input of each message that a content script answers. */
export const ORDERS = {
  readPage: z.undefined(),
  fetchLedger: z.object({ claimId: key, href: z.string().check(z.maxLength(LIMITS.url)) }),
  showPlace: z.object({ path: text, focus: z.boolean() }),
  setMarks: z.object({ marks: list(mark, LIMITS.claims) }),
  search: searchOrder,
  pickHit: z.object({ path: text, insuranceId: short, name: text, dob: optional(text) }),
  fillForm: z.object({ claimId: key, fingerprint: text, orders: list(fillOrder, LIMITS.boxes) }),
  undoFill: z.object({ journal }),
  setHold: z.object({ reasons: list(text, LIMITS.few) }),
};
