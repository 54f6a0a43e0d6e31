import type {
  Address,
  Adjustment,
  Chart,
  ClaimAction,
  ClaimRow,
  CrossoverSign,
  Ledger,
  LedgerLine,
  PatientStrip,
  Policy,
  Posting,
} from '../claim/claim';
import type { ClaimForm, FormBox, PayerSearch, PmMessage, SearchHit } from '../claim/form';
import type { PageProblem, PageSnapshot } from '../claim/page';
import type { Place, Reading } from '../claim/reading';
import { z } from '../zod';
import { LIMITS, list, moment, optional, short, text } from './basics';

// What a page's content script says it has read. Content scripts are not trusted: each value is checked to its leaf.

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

const cents = z.int();
export const isoDate = z.string().check(z.maxLength(10), z.regex(ISO_DATE));
const level = z.enum(['P', 'S', 'T']);
const sex = z.enum(['M', 'F', 'U']);

export const pageKind = z.enum([
  'claim-history',
  'ledger',
  'chart',
  'insurance',
  'claim-form',
  'payer-search',
  'posting',
  'login',
  'unknown',
]);

/** Paths of form boxes carry the option's value, which a page may make long. */
const path = text;

const place: z.ZodMiniType<Place> = z.object({ page: pageKind, path, label: text });

/** A reading whose value is one of `value`. */
const reading = <T>(value: z.ZodMiniType<T>): z.ZodMiniType<Reading<T>> =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('read'), value, raw: text, place }),
    z.object({ kind: z.literal('absent') }),
    z.object({ kind: z.literal('unreadable'), raw: text, why: text, place }),
  ]) as z.ZodMiniType<Reading<T>>;

const readText = reading(text);
const readCents = reading<number>(cents);
const readDate = reading(isoDate);
const readFlag = reading<boolean>(z.boolean());
const readLevel = reading(level);

const personName = z.object({ last: text, first: text, middle: text });
const dateSpan = z.object({ from: isoDate, to: isoDate });
const address: z.ZodMiniType<Address> = z.object({ line1: text, city: text, state: text, zip: text, phone: text });

export const patientStrip: z.ZodMiniType<PatientStrip> = z.object({
  name: reading(personName),
  chart: readText,
  dob: readDate,
});

const crossover: z.ZodMiniType<CrossoverSign> = z.object({
  says: z.enum(['forwarded', 'not-forwarded', 'no-more-money']),
  code: optional(short),
  text,
  page: readText,
});

const action: z.ZodMiniType<ClaimAction> = z.object({
  kind: z.enum(['cob', 'ledger', 'other']),
  label: text,
  enabled: z.boolean(),
  path,
  href: optional(z.string().check(z.maxLength(LIMITS.url))),
});

export const claimRow: z.ZodMiniType<ClaimRow> = z.object({
  id: readText,
  pcn: readText,
  dos: reading(dateSpan),
  status: reading(
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
  level: readLevel,
  primaryPayer: readText,
  secondaryPayer: readText,
  charge: readCents,
  insurancePaid: readCents,
  patientPaid: readCents,
  adjusted: readCents,
  insuranceBalance: readCents,
  patientBalance: readCents,
  notes: readText,
  appeal: readFlag,
  excluded: readFlag,
  writtenOff: readFlag,
  crossover: list(crossover, LIMITS.few),
  actions: list(action, LIMITS.few),
});

const adjustment: z.ZodMiniType<Adjustment> = z.object({
  group: z.enum(['CO', 'PR', 'OA', 'PI', 'CR', '']),
  carc: short,
  amount: cents,
  raw: text,
});

const posting: z.ZodMiniType<Posting> = z.object({
  level: readLevel,
  payer: readText,
  paid: readCents,
  adjustments: reading(list(adjustment, LIMITS.few)),
  date: readDate,
  remarks: readText,
});

const ledgerLine: z.ZodMiniType<LedgerLine> = z.object({
  n: z.int().check(z.minimum(1)),
  dos: readDate,
  procedure: readText,
  modifiers: reading(list(short, LIMITS.few)),
  units: reading<number>(z.number()),
  charge: readCents,
  insurancePaid: readCents,
  patientPaid: readCents,
  patientResponsibility: readCents,
  balance: readCents,
  postings: list(posting, LIMITS.few),
});

export const ledger: z.ZodMiniType<Ledger> = z.object({
  claimId: readText,
  lines: list(ledgerLine, LIMITS.lines),
  totalCharge: readCents,
  totalBalance: readCents,
  insuranceBalance: readCents,
  patientBalance: readCents,
  patientPaid: readCents,
  statementSent: readFlag,
  writtenOff: readFlag,
  crossover: list(crossover, LIMITS.few),
});

const policy: z.ZodMiniType<Policy> = z.object({
  rank: reading(z.enum(['primary', 'secondary', 'tertiary', 'ancillary', 'archived'])),
  active: readFlag,
  payer: readText,
  payerId: readText,
  memberId: readText,
  group: readText,
  plan: readText,
  type: readText,
  insured: reading(personName),
  insuredDob: readDate,
  insuredSex: reading(sex),
  insuredAddress: reading(address),
  relationship: reading(z.enum(['self', 'spouse', 'child', 'other'])),
  effective: readDate,
  terminated: readDate,
  electronicSecondary: readFlag,
  path,
});

export const chart: z.ZodMiniType<Chart> = z.object({
  sex: reading(sex),
  address: reading(address),
  policies: list(policy, LIMITS.few),
  patientBalance: readCents,
});

const option = z.object({ value: text, label: text });

const formBox: z.ZodMiniType<FormBox> = z.object({
  box: short,
  control: z.enum(['text', 'select', 'checkbox', 'radio']),
  value: text,
  shown: text,
  options: optional(list(option, LIMITS.options)),
  maxLength: optional(z.int().check(z.minimum(0))),
  state: z.enum(['open', 'disabled', 'read-only', 'hidden', 'off-screen']),
  touched: z.boolean(),
  place,
});

export const searchHit: z.ZodMiniType<SearchHit> = z.object({
  insuranceId: short,
  name: text,
  dob: optional(isoDate),
  payer: optional(text),
  group: optional(text),
  path,
});

export const payerSearch: z.ZodMiniType<PayerSearch> = z.object({
  payers: list(option, LIMITS.options),
  payer: text,
  lastName: text,
  state: z.enum(['none', 'busy', 'done', 'failed']),
  hits: list(searchHit, LIMITS.hits),
  message: text,
});

export const pmMessage: z.ZodMiniType<PmMessage> = z.object({
  text,
  box: optional(short),
  place: optional(place),
});

export const claimForm: z.ZodMiniType<ClaimForm> = z.object({
  claimId: optional(short),
  boxes: list(formBox, LIMITS.boxes),
  search: payerSearch,
  transmission: z.object({
    value: text,
    options: list(
      z.object({ value: text, label: text, means: z.enum(['electronic', 'paper', 'unknown']) }),
      LIMITS.few,
    ),
  }),
  messages: list(pmMessage, LIMITS.few),
  submitLabel: optional(text),
});

export const pageProblem: z.ZodMiniType<PageProblem> = z.object({
  kind: z.enum(['cut-off', 'duplicate-claim', 'unreadable', 'other-patient', 'too-large', 'server-error']),
  text,
  path: optional(path),
});

/** What one page says. */
export const pageSnapshot: z.ZodMiniType<PageSnapshot> = z.object({
  profile: short,
  page: pageKind,
  url: z.string().check(z.maxLength(LIMITS.url)),
  readAt: moment,
  from: z.enum(['live', 'fetched']),
  complete: z.boolean(),
  title: text,
  patient: patientStrip,
  claims: optional(list(claimRow, LIMITS.claims)),
  ledger: optional(ledger),
  chart: optional(chart),
  form: optional(claimForm),
  search: optional(payerSearch),
  messages: list(pmMessage, LIMITS.few),
  problems: list(pageProblem, LIMITS.claims),
});
