import type { Lookup } from '../lib/lookups/lookup';
import { LookupRow } from './LookupRow';
import { shown } from './models/text';

/** A lookup that runs, waits, found nothing, or did not come through. */
export function LookupState({ lookup, now }: { lookup: Lookup; now: number }) {
  return (
    <section className="sec">
      <h2 tabIndex={-1}>
        <span>
          Lookup of <bdi>{shown(lookup.lastName, 60)}</bdi>
        </span>
      </h2>
      <ul className="steplist">
        <LookupRow lookup={lookup} now={now} here />
      </ul>
    </section>
  );
}
