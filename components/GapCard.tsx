import type { Missing, Unknown } from '../lib/checks/check';
import { Icon } from './Icon';
import { capital } from './models/text';
import { PageText } from './PageText';
import { Quote } from './Quote';
import { ShowLink } from './ShowLink';

/** A value that stands there but cannot be read, or that the page does not have. */
export function GapCard({ unknown, missing }: { unknown: Unknown; missing: Missing }) {
  return (
    <article className="finding t-unk">
      <Icon name="unk" />
      <div>
        <h3>
          <span className="sr">Not known: </span>
          <PageText text={capital(missing.what)} />
        </h3>
        {missing.raw !== undefined && <Quote from="The page says" text={missing.raw} />}
        <p>
          <PageText text={missing.why ?? `The page does not say. Needed for: ${unknown.title}.`} />
        </p>
        {missing.place && (
          <div className="lks">
            <ShowLink place={missing.place} />
          </div>
        )}
      </div>
    </article>
  );
}
