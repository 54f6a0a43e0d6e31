import type { Finding } from '../lib/checks/check';
import type { Answers, ClaimKey } from '../lib/claim/case';
import type { SearchHit } from '../lib/claim/form';
import type { Place } from '../lib/claim/reading';
import type { EraClaimRow } from '../lib/era/files';
import type { PrefillPlan } from '../lib/prefill/plan';
import type { Eob } from './models/eob';
import type { Asked } from './models/order';
import type { Said } from './models/order-questions';

/** The four steps of one claim. */
export const STEPS = ['check', 'payer', 'fill', 'submit'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_NAMES: Record<Step, string> = { check: 'Check', payer: 'Payer', fill: 'Fill', submit: 'Submit' };

/** Everything the biller can ask of the panel. A button carries one of these as data; only `store.ts` carries them out. */
export type Intent =
  | { do: 'open'; claim: string; step?: Step }
  | { do: 'step'; step: Step }
  | { do: 'list' }
  /** From a view that belongs to no claim to where she came from. */
  | { do: 'back' }
  | { do: 'lookups' }
  | { do: 'shortcuts' }
  | { do: 'about' }
  /** The rule book, at this rule. */
  | { do: 'rules'; rule?: string }
  | { do: 'options' }
  | { do: 'forget' }
  | { do: 'patient'; key: string }
  | { do: 'tab'; tabId: number }
  | { do: 'allow' }
  | { do: 'reload' }
  | { do: 'show'; place: Place; focus?: boolean }
  | { do: 'focus'; id: string }
  | { do: 'read-again' }
  | { do: 'read-ledger'; claim: string; href: string }
  | { do: 'read-ledgers' }
  | { do: 'stop-ledgers' }
  | { do: 'search'; claim: string; payer: string; lastName: string }
  | { do: 'open-lookup'; claim: ClaimKey; tabId: number }
  | { do: 'retry'; lookup: string }
  | { do: 'cancel'; lookup: string }
  | { do: 'use'; claim: string; hit: SearchHit }
  | { do: 'confirm-payer'; chartName: string; formName: string }
  /** She accepts what the finding says, or overrides its block. */
  | { do: 'accept'; claim: string; finding: Finding; reason: string }
  | { do: 'take-back'; claim: string; finding: Finding }
  | { do: 'record' }
  | { do: 'export-record'; as: 'csv' | 'json' }
  | { do: 'answer'; claim: string; answers: Answers }
  /** The claim's secondary takes electronic secondary claims, or none: her word, for all claims of this payer. */
  | { do: 'say-electronic'; claim: string; takes: 'yes' | 'no' }
  | { do: 'forget-payer'; payer: string }
  /** What she says of the patient's coverage, for all claims of the patient in this session; undefined takes it back. */
  | { do: 'say-coverage'; patient: string; asked: Asked; said: Said | undefined }
  /** She does not know the answer, or (`on: false`) wants to be asked again. */
  | { do: 'not-sure'; patient: string; asked: Asked; on: boolean }
  | { do: 'tick'; key: string; on: boolean }
  | { do: 'fill'; plan: PrefillPlan }
  | { do: 'undo'; claim: string }
  | { do: 'remittances' }
  /** The comparison of one claim with its remittance. */
  | { do: 'open-remittance'; claim: string }
  /** Opens the browser's own file chooser. */
  | { do: 'choose-files' }
  | { do: 'add-files'; files: readonly File[] }
  | { do: 'again-file'; file: string }
  | { do: 'cancel-file'; file: string }
  /** Also what the session keeps of it. */
  | { do: 'forget-file'; file: string }
  /** This claim of a file is the claim of the page: her word. */
  | { do: 'take-adjudication'; claim: string; row: EraClaimRow }
  /** Takes her word back. `segment` is that of the adjudication's claim. */
  | { do: 'leave-adjudication'; claim: string; file: string; segment: number }
  /** Line of the remittance (`<trace>/<control number>/<n>`) is this line of the ledger; 0 for none, undefined takes it back. */
  | { do: 'match-line'; claim: string; line: string; ledgerLine: number | undefined }
  | { do: 'amounts-from'; claim: string; from: 'posting' | 'remittance' }
  /** One claim's EOB on a page of its own, to be printed. */
  | { do: 'print-eob'; eob: Eob };

/** Id of the file chooser, which is in every view. */
export const CHOOSER = 'remittance-files';

/** A button: what it says and what it does. */
export interface Action {
  label: string;
  intent: Intent;
  icon?: 'show' | 'undo' | 'look' | 'print';
}

/** What the bar at the bottom says: at most one filled button (`go`) and one outlined one (`also`). */
export interface Next {
  /** The sentence after `Next:`; `plain` sentences stand without it. */
  text: string;
  plain?: boolean;
  go?: Action;
  also?: Action;
}
