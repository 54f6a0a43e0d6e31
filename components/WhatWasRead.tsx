import { Facts } from './Facts';
import { Fold } from './Fold';
import type { ClaimItem } from './models/claims';
import { formatTime } from './models/text';
import { Unread } from './Unread';

const when = (at: number | undefined) =>
  at === undefined ? <Unread>not read</Unread> : <span className="nw">{formatTime(at)}</span>;

/** Which pages were read for this claim, and when. */
export function WhatWasRead({ item }: { item: ClaimItem }) {
  const { claimHistoryReadAt, ledgerReadAt, chartReadAt, formReadAt } = item.case.sources;
  const times = [claimHistoryReadAt, ledgerReadAt, chartReadAt, formReadAt];
  const read = times.filter((time) => time !== undefined).length;
  return (
    <Fold title="What was read" count={`${read} of ${times.length}`}>
      <Facts
        facts={[
          ['Claim History', when(claimHistoryReadAt)],
          ['Charge ledger', when(ledgerReadAt)],
          ['Insurance in chart', when(chartReadAt)],
          ['Secondary claim form', when(formReadAt)],
        ]}
      />
    </Fold>
  );
}
