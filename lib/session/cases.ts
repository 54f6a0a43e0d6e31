import { type Case, claimId, type ElectronicSecondary, type PayerFacts } from '../claim/case';
import type { Chart, ClaimRow, IsoDate } from '../claim/claim';
import type { ClaimForm } from '../claim/form';
import type { Margins } from '../claim/margins';
import { known } from '../claim/reading';
import { inOrderOfPayment } from './remittances';
import { policyWith, secondaryName } from './secondary';
import type { FrameView, PatientFile, TabView } from './session';
import { entry } from './state';

/** What a case needs beside what the session has read. */
export interface CaseEnv {
  today: IsoDate;
  /** Undefined: the product's own. */
  margins?: Margins;
  /** `payerFacts` of `lib/payers`, or `payerFactsWith` what the biller said. */
  payerOf(
    name: string,
    known?: { payerId?: string; type?: string; electronicSecondary?: ElectronicSecondary },
  ): PayerFacts;
}

/** Claims billed to the second or third payer are no cases of their own: they stand beside the primary. */
export const isPrimary = (row: ClaimRow): boolean => !['S', 'T'].includes(known(row.level) ?? 'P');

type FormFrame = FrameView & { form: ClaimForm };

/** The frame of a tab that shows the secondary claim form of one claim. */
export const formFrame = (tab: TabView | undefined, patient: string, claim: string): FormFrame | undefined =>
  Object.values(tab?.frames ?? {}).find(
    (frame): frame is FormFrame => frame.form !== undefined && frame.patient === patient && frame.claimId === claim,
  );

const facts = (name: string, chart: Chart | undefined, env: CaseEnv): PayerFacts => {
  const policy = policyWith(chart, name);
  const [payerId, type, takes] = [known(policy?.payerId), known(policy?.type), known(policy?.electronicSecondary)];
  return env.payerOf(name, {
    ...(payerId === undefined ? {} : { payerId }),
    ...(type === undefined ? {} : { type }),
    ...(takes === undefined ? {} : { electronicSecondary: takes ? 'yes' : 'no' }),
  });
};

const caseOf = (row: ClaimRow, file: PatientFile, tab: TabView | undefined, env: CaseEnv): Case => {
  const id = claimId(row);
  const ledger = entry(file.ledgers, id);
  const frame = id === undefined ? undefined : formFrame(tab, file.key, id);
  const picked = entry(file.picked, id);
  const chart = file.chart?.chart;
  const remittance = inOrderOfPayment(entry(file.remittances, id) ?? []);
  const secondary = secondaryName(row, chart, frame?.form);
  return {
    today: env.today,
    patient: file.strip,
    row,
    siblings: file.claims.filter((other) => other !== row),
    ...(ledger ? { ledger: ledger.ledger } : {}),
    ...(chart ? { chart } : {}),
    ...(frame ? { form: frame.form } : {}),
    ...(picked ? { picked } : {}),
    ...(remittance.length > 0 ? { remittance } : {}),
    primary: facts(known(row.primaryPayer) ?? '', chart, env),
    ...(secondary === undefined ? {} : { secondary: facts(secondary, chart, env) }),
    ...(file.coverage ? { coverage: file.coverage } : {}),
    answers: entry(file.answers, id) ?? { acknowledged: {} },
    ...(env.margins ? { margins: env.margins } : {}),
    sources: {
      claimHistoryReadAt: file.claimsReadAt ?? 0,
      ...(ledger ? { ledgerReadAt: ledger.readAt } : {}),
      ...(file.chart ? { chartReadAt: file.chart.readAt } : {}),
      ...(frame ? { formReadAt: frame.readAt } : {}),
    },
  };
};

/**
 * One case for each primary claim of a patient, in the order of Claim History: all that is known about it, side by side.
 * `tab` is the one whose open form counts; the form of another tab is not looked at.
 */
export const casesOf = (file: PatientFile, tab: TabView | undefined, env: CaseEnv): Case[] =>
  file.claims.filter(isPrimary).map((row) => caseOf(row, file, tab, env));
