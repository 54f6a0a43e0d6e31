import type { Lookup } from '../lookups/lookup';
import type { FrameView, PatientFile, SubmitOutcome, TabView } from '../session/session';
import { z } from '../zod';
import { key, LIMITS, list, moment, optional, short, tabId, text } from './basics';
import { answers, claimKey } from './commands';
import { adjudication } from './era';
import { journal } from './orders';
import {
  chart,
  claimForm,
  claimRow,
  isoDate,
  ledger,
  pageKind,
  pageProblem,
  patientStrip,
  payerSearch,
  pmMessage,
  searchHit,
} from './page';

// What is read back from storage: written by an earlier version of the product, or by one that was stopped half-way.

const frameView: z.ZodMiniType<FrameView> = z.object({
  frameId: tabId,
  documentId: short,
  page: pageKind,
  profile: short,
  title: text,
  readAt: moment,
  complete: z.boolean(),
  patient: optional(key),
  claimId: optional(short),
  form: optional(claimForm),
  search: optional(payerSearch),
  messages: list(pmMessage, LIMITS.few),
  problems: list(pageProblem, LIMITS.claims),
});

export const tabView: z.ZodMiniType<TabView> = z.object({
  tabId,
  origin: text,
  frames: z.record(short, frameView),
  submitting: optional(
    z.object({
      patient: key,
      claimId: key,
      at: moment,
      rowsBefore: list(short, LIMITS.claims),
      rowsKnown: z.boolean(),
      documentId: short,
    }),
  ),
  held: optional(z.object({ claimId: key, documentId: short, at: moment })),
  openerTabId: optional(tabId),
  loadingSince: optional(moment),
});

/** Storage drops keys whose value is undefined. */
const balance = z.object({ before: z.optional(z.int()), after: z.optional(z.int()) });

const outcome: z.ZodMiniType<SubmitOutcome> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refused'), at: moment, messages: list(pmMessage, LIMITS.few) }),
  z.object({
    kind: z.literal('accepted'),
    at: moment,
    claimId: key,
    status: z.optional(
      z.enum([
        'user-hold',
        'rejected',
        'accepted',
        'paper-accepted',
        'sent',
        'received',
        'payer-rejected',
        'finalized',
        'voided',
      ]),
    ),
    statusShown: text,
    patientBalance: balance,
    insuranceBalance: balance,
    moved: z.enum(['yes', 'no', 'unknown']),
  }),
]) as unknown as z.ZodMiniType<SubmitOutcome>;

export const patientFile: z.ZodMiniType<PatientFile> = z.object({
  key,
  origin: text,
  strip: patientStrip,
  claims: list(claimRow, LIMITS.claims),
  claimsReadAt: optional(moment),
  claimsComplete: z.boolean(),
  ledgers: z.record(key, z.object({ ledger, readAt: moment, from: z.enum(['live', 'fetched']) })),
  chart: optional(z.object({ chart, readAt: moment })),
  picked: z.record(key, searchHit),
  answers: z.record(key, answers),
  journals: z.record(key, journal),
  outcomes: z.record(key, outcome),
  // Not there in what an earlier version stored.
  remittances: z._default(z.record(key, list(adjudication, LIMITS.adjudications)), {}),
  problems: list(pageProblem, LIMITS.claims),
  touchedAt: moment,
});

/** A lookup: each is read back by itself, so that one that is not known takes no other with it. */
export const lookup: z.ZodMiniType<Lookup> = z.object({
  id: short,
  claim: claimKey,
  payer: text,
  option: optional(z.object({ value: text, label: text })),
  lastName: short,
  tabId,
  startedBy: z.enum(['panel', 'page']),
  state: z.enum(['queued', 'searching', 'found', 'several', 'none', 'failed', 'lost', 'cancelled']),
  step: z.enum(['payer', 'name', 'press', 'result']),
  attempt: z.int().check(z.minimum(0)),
  createdAt: moment,
  updatedAt: moment,
  attemptAt: optional(moment),
  leaseUntil: optional(moment),
  signedOut: optional(z.boolean()),
  reason: optional(text),
  hits: list(searchHit, LIMITS.hits),
  earlier: optional(z.object({ at: moment, people: z.string() })),
  pressed: optional(z.object({ documentId: short, shown: z.string(), busy: z.boolean(), again: z.boolean() })),
});

/** What the biller set in Options. */
export const settings = z.object({
  marks: z.boolean(),
  singleKeys: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  holdSubmit: z.boolean(),
});

/** A payer's name in the chart, and the name in the form's list that the biller confirmed for it. */
export const aliases = list(z.object({ chartName: short, formName: short }), 500);

/** What the biller said of payers. */
export const payers = list(
  z.object({ payer: short, electronicSecondary: z.enum(['yes', 'no']), saidOn: isoDate }),
  500,
);
