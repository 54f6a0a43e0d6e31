import type { ClaimStatus } from '../claim/claim';
import { known } from '../claim/reading';
import type { Check } from './check';
import { missing, pass, raise, unknown } from './outcome';
import { cut, places } from './words';

/** The four interim statuses: HF Accepted, Sent to Payer, Received, Acknowledged (the last two are one to the reader). */
const INTERIM: ReadonlySet<ClaimStatus> = new Set(['accepted', 'sent', 'received']);

const check: Check = {
  id: 'C002',
  name: 'interim_status',
  title: 'The status is not an acknowledgement only',
  when: 'Raised where the status says no more than that the claim is on its way: HF Accepted, Sent to Payer, Received, Acknowledged. A status that cannot be read: unknown.',
  why: 'Such a status says that the claim arrived, not that it was adjudicated.',
  fix: 'Wait for the remittance of the primary.',
  section: 'posting',
  severity: 'block',
  noOverride: 'The payer has not decided yet, and NextGen Office offers COB only for a finalized claim.',
  needs: ['row'],
  source: 'NextGen Office, claim statuses: a 999 or 277 is no promise of adjudication',
  run: ({ row }) => {
    const status = known(row.status);
    if (status === undefined) return unknown([missing('the status of the claim', 'claim-history', row.status)]);
    if (!INTERIM.has(status)) return pass();
    const raw = row.status.kind === 'read' ? cut(row.status.raw, 40) : status;
    return raise({
      title: 'The primary has not decided yet',
      why: `"${raw}" says that the claim arrived, not that it was adjudicated.`,
      short: 'Waiting for the primary',
      places: places(row.status),
      lines: [],
    });
  },
};

export default check;
