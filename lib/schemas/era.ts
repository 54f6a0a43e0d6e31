import type {
  Adjudication,
  EraAdjustment,
  EraClaim,
  EraLine,
  EraName,
  EraParty,
  EraPayment,
  EraProblem,
  ProviderAdjustment,
} from '../claim/era';
import { z } from '../zod';
import { key, LIMITS, list, optional, short, text } from './basics';

// What the panel's reader of remittance files found, on its way into the session. A file is made by a stranger: nothing is endless.

/** A line may have 99 CAS segments of six adjustments. */
const MOST_ADJUSTMENTS = 600;
const number = z.int().check(z.minimum(0));
const cents = z.nullable(z.int());
const quantity = z.nullable(z.number());
const date = z.nullable(short);
const span = z.nullable(z.object({ from: short, to: short }));
const byQualifier = z.record(key, text);
const amounts = z.record(key, cents);

const problem: z.ZodMiniType<EraProblem> = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  segment: number,
  text,
});

const party: z.ZodMiniType<EraParty> = z.object({ name: text, id: text, idQualifier: short, ids: byQualifier });

const payment: z.ZodMiniType<EraPayment> = z.object({
  control: short,
  segment: number,
  test: z.boolean(),
  payer: party,
  payee: party,
  trace: text,
  paidOn: date,
  method: short,
  handling: short,
  total: cents,
  direction: z.enum(['credit', 'debit', '']),
});

const adjustment: z.ZodMiniType<EraAdjustment> = z.object({ group: short, carc: short, amount: cents, quantity });

const name: z.ZodMiniType<EraName> = z.object({
  role: short,
  last: text,
  first: text,
  middle: text,
  id: text,
  idQualifier: short,
});

const line: z.ZodMiniType<EraLine> = z.object({
  segment: number,
  procedure: short,
  qualifier: short,
  modifiers: list(short, LIMITS.few),
  submittedProcedure: z.nullable(z.object({ procedure: short, qualifier: short, modifiers: list(short, LIMITS.few) })),
  charge: cents,
  paid: cents,
  units: quantity,
  submittedUnits: quantity,
  adjustments: list(adjustment, MOST_ADJUSTMENTS),
  allowed: cents,
  lineControlNumber: short,
  remarks: list(short, LIMITS.few),
  dates: span,
  amounts,
});

const claim: z.ZodMiniType<EraClaim> = z.object({
  segment: number,
  controlNumber: text,
  status: short,
  charge: cents,
  paid: cents,
  patientResponsibility: cents,
  filingIndicator: short,
  payerClaimNumber: text,
  frequency: short,
  adjustments: list(adjustment, MOST_ADJUSTMENTS),
  names: list(name, LIMITS.few),
  crossover: z.nullable(z.object({ name: text, id: text })),
  remarks: list(short, LIMITS.few),
  dates: z.object({ service: span, received: date, coverageEnded: date }),
  amounts,
  references: byQualifier,
  lines: list(line, LIMITS.lines),
});

const providerAdjustment: z.ZodMiniType<ProviderAdjustment> = z.object({
  segment: number,
  provider: text,
  fiscalPeriod: date,
  code: short,
  reference: text,
  amount: cents,
  payment: optional(z.object({ paidOn: date, method: short, trace: text })),
  file: optional(z.object({ id: short, name: text })),
});

/** One adjudication of one claim. */
export const adjudication: z.ZodMiniType<Adjudication> = z.object({
  file: z.object({ id: short, name: text }),
  payment,
  claim,
  providerAdjustments: list(providerAdjustment, LIMITS.few),
  problems: list(problem, LIMITS.few),
  match: z.enum(['control-number', 'payer-claim-number', 'patient-date-charge', 'by-hand']),
});
