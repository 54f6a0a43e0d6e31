import { isStanding } from '../lib/checks/acknowledged';
import { Act } from './Act';
import type { ClaimProps } from './ClaimView';
import { formFrame } from './models/frames';
import { count } from './models/text';
import { Strip } from './Strip';

/** The first press of Submit was held: why, and that the second goes through. Gone once nothing would be refused. */
export function HeldStrip({ item, file, tab }: Pick<ClaimProps, 'item' | 'file' | 'tab'>) {
  const frame = formFrame(tab, file, item.id);
  const held = tab?.held;
  if (!held || !frame || held.documentId !== frame.documentId || held.claimId !== item.id) return null;
  const blocks = item.exam.findings.filter(isStanding);
  if (blocks.length === 0) return null;
  const place = blocks.flatMap(({ places }) => places)[0];
  return (
    <Strip
      icon="blocked"
      link={
        place && (
          <Act intent={{ do: 'show', place }} look="link">
            Show the first
          </Act>
        )
      }
    >
      Held once: {count(blocks.length, 'thing')} would be refused. Press Submit again to send anyway.
    </Strip>
  );
}
