import type { FilingRule } from '../claim/filing';
import { BOX_29, COB_METHODS, PROFESSIONAL, TAKES, TEMPLATES, YES_NO } from '../claim/payer-words';
import type { Lookup } from '../lookups/lookup';
import type { PayerLimit } from '../payers/answers';
import { FIELDS, type KeptMapping } from '../payers/columns';
import { KINDS, type PayerEntry, type PayerList, type PayerRows } from '../payers/entry';
import type { FrameView, PatientFile, SubmitOutcome, TabView } from '../session/session';
import { z } from '../zod';
import { key, LIMITS, list, moment, optional, short, tabId, text } from './basics';
import { answers, claimKey } from './commands';
import { coverage } from './coverage';
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
  coverage: optional(coverage),
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

const limit = z.object({
  basis: z.enum(['DOS_FROM', 'DOS_TO', 'PRIMARY_EOB']),
  value: z.int().check(z.minimum(1), z.maximum(9_999)),
  unit: z.enum(['D', 'M', 'Y']),
});

export const filingRule: z.ZodMiniType<FilingRule> = z.union([
  limit,
  z.object({ basis: z.enum(['LATER_OF', 'EARLIER_OF']), limits: z.tuple([limit, limit]) }),
]);

/** Times to file that the biller entered. */
export const payerLimits: z.ZodMiniType<PayerLimit[]> = list(
  z.object({ payer: short, rule: filingRule, saidOn: isoDate }),
  500,
);

/** One payer of an imported list. */
export const payerEntry: z.ZodMiniType<PayerEntry> = z.object({
  payerId: short,
  name: short,
  aliases: list(short, LIMITS.few),
  otherIds: list(short, LIMITS.few),
  clearinghouse: short,
  asOf: isoDate,
  kind: optional(z.enum(KINDS)),
  filingIndicator: optional(short),
  professional: optional(z.enum(PROFESSIONAL)),
  electronicSecondary: optional(z.enum(TAKES)),
  crossoverCarrier: optional(z.enum(YES_NO)),
  cobaId: optional(short),
  primaryFiling: optional(limit),
  secondaryFiling: optional(filingRule),
  cobMethod: optional(z.enum(COB_METHODS)),
  boxTemplate: optional(z.enum(TEMPLATES)),
  box29: optional(z.enum(BOX_29)),
  eobOnPaper: optional(z.enum(YES_NO)),
  eafRequired: optional(z.enum(YES_NO)),
  notes: optional(text),
  sourceUrl: optional(text),
});

/** The imported payer lists, without their payers. */
export const payerLists: z.ZodMiniType<PayerList[]> = list(
  z.object({ id: short, name: short, clearinghouse: short, importedOn: isoDate, count: z.int() }),
  100,
);

/** The payers of a list as texts: each is read, and checked, when somebody asks for it. */
export const payerRows: z.ZodMiniType<PayerRows> = z.object({
  entries: list(z.string(), 100_000),
  keys: list(z.string(), 100_000),
});

/** Which columns the biller took for which field, by the heads of the file. */
export const payerMappings: z.ZodMiniType<KeptMapping[]> = list(
  z.object({
    heads: list(short, 500),
    columns: z.partialRecord(z.enum(FIELDS.map(({ id }) => id)), z.int().check(z.minimum(0), z.maximum(500))),
    clearinghouse: short,
  }),
  50,
) as unknown as z.ZodMiniType<KeptMapping[]>;
