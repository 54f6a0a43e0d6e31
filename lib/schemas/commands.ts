import type { Acknowledgement, Answers, ClaimKey } from '../claim/case';
import type { SearchProgress } from '../messages';
import { SEVERITIES } from '../policy/severity';
import { RECORDED, type RecordEntry } from '../record/record';
import { z } from '../zod';
import { key, LIMITS, list, moment, optional, short, tabId, text } from './basics';
import { coverage } from './coverage';
import { adjudication } from './era';
import { journal } from './orders';
import { isoDate, pageSnapshot } from './page';

export const claimKey: z.ZodMiniType<ClaimKey> = z.object({ patient: key, claim: key });

const acknowledgement: z.ZodMiniType<Acknowledgement> = z.object({
  reason: text,
  of: short,
  at: moment,
  said: text,
  lapsedAt: optional(moment),
});

/** Of one check. An earlier version kept the reason alone: nobody knows any more what the finding said. */
const acknowledgements: z.ZodMiniType<readonly Acknowledgement[]> = z.union([
  list(acknowledgement, LIMITS.few),
  z.pipe(
    text,
    z.transform((reason) => [{ reason, of: '', at: 0, said: '' }]),
  ),
]) as z.ZodMiniType<readonly Acknowledgement[]>;

/** What the biller did with a finding. */
export const recordEntry: z.ZodMiniType<RecordEntry> = z.object({
  at: moment,
  action: z.enum(RECORDED),
  patient: key,
  chart: short,
  claim: key,
  dos: z.union([isoDate, z.literal('')]),
  check: short,
  severity: z.enum(SEVERITIES),
  title: text,
  reason: text,
  charge: z.nullable(z.int()),
  balance: z.nullable(z.int()),
  difference: z.nullable(z.int()),
});

/** What the biller told the panel about a claim. */
export const answers: z.ZodMiniType<Answers> = z.object({
  acknowledged: z.record(key, acknowledgements),
  crossover: optional(z.enum(['forwarded', 'not-forwarded'])),
  eobAttached: optional(z.boolean()),
  electronicSecondary: optional(z.enum(['yes', 'no'])),
  lineMatches: optional(z.record(key, z.int().check(z.minimum(0), z.maximum(LIMITS.lines)))),
  amountsFrom: optional(z.enum(['posting', 'remittance'])),
});

const progress: z.ZodMiniType<SearchProgress> = z.union([
  z.object({ did: z.enum(['payer', 'name', 'pressed', 'nothing']) }),
  z.object({ did: z.literal('refused'), why: text }),
]);

/** What a script gives that the worker ran in a page. */
export const ANSWERS = { nothing: z.object({ url: text, title: text }) };

/** Input of each message that the worker answers. */
export const COMMANDS = {
  // From a page.
  readerWanted: z.object({ url: text }),
  pageRead: pageSnapshot,
  searchPressing: z.object({ lookupId: short }),
  searchProgress: z.object({ lookupId: short, progress }),
  submitPressed: z.object({ held: z.boolean() }),
  // From the panel.
  pageShown: z.object({ tabId }),
  loadReader: z.object({ tabId }),
  startLookup: z.object({ tabId, claim: claimKey, payer: text, lastName: short }),
  retryLookup: z.object({ id: short }),
  cancelLookup: z.object({ id: short }),
  setAnswers: z.object({ claim: claimKey, answers }),
  sayOfFinding: z.object({ claim: claimKey, of: short, entry: recordEntry }),
  setCoverage: z.object({ patient: key, coverage }),
  keepJournal: z.object({ claim: claimKey, journal }),
  keepSnapshot: z.object({ tabId, snapshot: pageSnapshot }),
  keepRemittance: z.object({ claim: claimKey, file: short, adjudications: list(adjudication, LIMITS.adjudications) }),
  forgetRemittance: z.object({ file: short }),
  confirmAlias: z.object({ chartName: short, formName: short }),
  sayOfPayer: z.object({ payer: short, electronicSecondary: z.enum(['yes', 'no']) }),
  forgetPayer: z.object({ payer: short }),
  payerListsChanged: z.undefined(),
  policyChanged: z.undefined(),
  forgetSession: z.undefined(),
};
