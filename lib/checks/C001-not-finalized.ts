import { known } from '../claim/reading';
import type { Check } from './check';
import { missing, pass, raise, unknown } from './outcome';
import { cut, places } from './words';

/** Raised for every status that is not Finalized. A status that cannot be read does not count as Finalized: unknown. */
const check: Check = {
  id: 'C001',
  name: 'not_finalized',
  title: 'The primary claim is finalized',
  section: 'posting',
  severity: 'block',
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
      fix: 'Wait for the primary, post its answer to every line, then read again.',
      short: 'Waiting for the primary',
      places: places(row.status),
      lines: [],
    });
  },
};

export default check;
