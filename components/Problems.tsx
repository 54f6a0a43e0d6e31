import type { PageProblem } from '../lib/claim/page';
import { Act } from './Act';
import { Icon } from './Icon';
import { keyed } from './models/keyed';
import { PageText } from './PageText';

/** What the biller has to know about the pages that were read: cut off, a claim twice, a value that cannot be read. */
export function Problems({ problems }: { problems: PageProblem[] }) {
  if (problems.length === 0) return null;
  return keyed(problems.slice(0, 8), ({ text }) => text).map(({ key, item: problem }) => (
    <article key={key} className="finding t-unk">
      <Icon name="unk" />
      <div>
        <p>
          <PageText text={problem.text} />
        </p>
        <div className="lks">
          <Act intent={{ do: 'read-again' }} look="link" icon="reread">
            Read again
          </Act>
        </div>
      </div>
    </article>
  ));
}
