import type { EraAdjustment, EraClaim, EraPayment } from '../../lib/claim/era';
import { type Payment, type RemitClaim, type RemitFile, type RemitLine, totalOf } from '../pm/remittance';

const money = (adjustments: readonly (EraAdjustment | { group: string; carc: string; amount: number })[]) =>
  adjustments.filter(({ amount }) => amount !== 0).map(({ group, carc, amount }) => `${group}-${carc} ${amount}`);

const sorted = (all: readonly string[]) => all.toSorted();

const lineFacts = (line: RemitLine) => ({
  procedure: line.procedure,
  modifiers: line.modifiers,
  submitted: line.submitted ? [line.submitted.procedure, ...line.submitted.modifiers].join(':') : null,
  charge: line.charge,
  paid: line.paid,
  units: line.units ?? 1,
  control: line.control ?? '',
  adjustments: sorted(money(line.adjustments)),
  remarks: line.remarks,
});

/** What the stand-in's payer said of a claim, reduced to what can be compared. */
export const truthOf = (payment: Payment, claim: RemitClaim) => ({
  payer: payment.payer.name,
  trace: payment.check,
  paidOn: payment.date,
  total: totalOf(payment),
  controlNumber: claim.controlNumber,
  status: claim.status,
  charge: claim.charge,
  paid: claim.paid,
  responsibility: claim.responsibility > 0 ? claim.responsibility : null,
  payerClaimNumber: claim.icn,
  adjustments: sorted(money(claim.adjustments)),
  remarks: claim.remarks,
  forwardedTo: claim.forwardedTo?.name ?? null,
  lines: claim.lines.map(lineFacts),
});

/** The same of what the panel made of it. */
export const readingOf = ({ payment, claim }: { payment: EraPayment; claim: EraClaim }) => ({
  payer: payment.payer.name,
  trace: payment.trace,
  paidOn: payment.paidOn,
  total: payment.total,
  controlNumber: claim.controlNumber,
  status: claim.status,
  charge: claim.charge,
  paid: claim.paid,
  responsibility: claim.patientResponsibility,
  payerClaimNumber: claim.payerClaimNumber,
  adjustments: sorted(money(claim.adjustments)),
  remarks: claim.remarks,
  forwardedTo: claim.crossover?.name ?? null,
  lines: claim.lines.map((line) => ({
    procedure: line.procedure,
    modifiers: line.modifiers,
    submitted: line.submittedProcedure
      ? [line.submittedProcedure.procedure, ...line.submittedProcedure.modifiers].join(':')
      : null,
    charge: line.charge,
    paid: line.paid,
    units: line.units,
    control: line.lineControlNumber,
    adjustments: sorted(money(line.adjustments)),
    remarks: line.remarks,
  })),
});

/** Every answer to a claim in files of the stand-in, in the order of payment. */
export const truthFor = (files: readonly RemitFile[], ...controlNumbers: readonly string[]) =>
  files
    .flatMap(({ payments }) => payments)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .flatMap((payment) =>
      payment.claims
        .filter(({ controlNumber }) => controlNumbers.includes(controlNumber))
        .map((claim) => truthOf(payment, claim)),
    );
