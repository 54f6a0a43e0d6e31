import type { ClaimStatus } from '../claim/claim';
import { known } from '../claim/reading';
import type { Check } from './check';
import { missing, pass, raise, unknown } from './outcome';
import { cut, places } from './words';

type Words = { short: string; fix: string };

const WAITING: Words = {
  short: 'Waiting for the primary',
  fix: 'Wait for the primary, post its answer to every line, then read again.',
};
const REJECTED: Words = { short: 'Rejected, not adjudicated', fix: 'Mend the claim and send it to the primary again.' };

/** What is to be done where waiting is not enough. */
const WORDS: Partial<Record<ClaimStatus, Words>> = {
  'user-hold': { short: 'On hold, not sent', fix: 'Complete the claim and send it to the primary.' },
  rejected: REJECTED,
  'payer-rejected': REJECTED,
  voided: { short: 'Voided', fix: 'Work on the claim that took its place.' },
};

const check: Check = {
  id: 'C001',
  name: 'not_finalized',
  title: 'The primary claim is finalized',
  when: 'Raised for every status that is not Finalized. A status that cannot be read does not count as Finalized: unknown.',
  why: 'A secondary claim can be made only after the primary is finalized.',
  fix: 'Wait for the primary and post its answer, or mend a claim that was rejected.',
  section: 'posting',
  severity: 'block',
  noOverride: 'NextGen Office offers COB only for a claim that is finalized.',
  needs: ['row'],
  source: 'NextGen Office, Secondary Claim article: COB is enabled for finalized claims only',
  run: ({ row }) => {
    const status = known(row.status);
    if (status === undefined) return unknown([missing('the status of the claim', 'claim-history', row.status)]);
    if (status === 'finalized') return pass();
    const raw = row.status.kind === 'read' ? cut(row.status.raw, 40) : status;
    return raise({
      title: 'The primary claim is not finalized',
      why: `The claim stands at "${raw}"; a secondary claim can be made only after the primary is finalized.`,
      ...(WORDS[status] ?? WAITING),
      places: places(row.status),
      lines: [],
    });
  },
};

export default check;
