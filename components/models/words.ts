import type { Missing } from '../../lib/checks/check';
import { count, formatTime } from './text';

/** `15 claims, read 10:41 AM`, `31 of 204 claims, read 10:41 AM`. */
export const listCount = (some: number | undefined, all: number, readAt: number | undefined): string => {
  const n = some === undefined ? count(all, 'claim') : `${some} of ${count(all, 'claim')}`;
  return readAt === undefined ? `${n}, Claim History not read` : `${n}, read ${formatTime(readAt)}`;
};

/** What a source is called, and how it comes to be read. */
export const SOURCES: Record<Missing['source'], { name: string; how: string }> = {
  'claim-history': { name: 'Claim History', how: 'Open Claim History, and the panel reads it.' },
  ledger: { name: 'The charge ledger of this claim', how: 'Open the ledger, and the panel reads it.' },
  chart: { name: 'The insurance in the chart', how: "Open the patient's chart, and the panel reads it." },
  'claim-form': { name: 'The secondary claim form', how: 'Open the form, and the panel reads it.' },
  remittance: { name: 'The remittance', how: 'Look it up in the remittance or the EOB.' },
  'payer-directory': { name: 'What this payer takes', how: 'Look it up at your clearinghouse.' },
  coverage: { name: "The patient's coverage", how: 'Answer the questions under Payer order.' },
};

/** The panel can get a ledger by itself where the PM gives it a plain address. */
export const READS_BY_ITSELF = 'The panel can read it in the background. It only looks, and changes nothing.';
