import { Fold } from './Fold';
import { keyed } from './models/keyed';
import type { RemittanceModel } from './models/remittance';
import { PageText } from './PageText';
import { SegmentLink } from './SegmentLink';

const MOST = 20;

/** What was wrong in the segments of this claim and its payment, its own sums among them. */
export function RemittanceProblems({ model }: { model: RemittanceModel }) {
  const all = [...model.sides.primary, ...model.sides.unclear].flatMap(({ problems, file }) =>
    problems.filter(({ severity }) => severity !== 'info').map((problem) => ({ ...problem, file })),
  );
  if (all.length === 0) return null;
  return (
    <Fold title="Found wrong in the remittance" count={all.length}>
      <ul className="steplist inset">
        {keyed(all.slice(0, MOST), ({ text }) => text).map(({ key, item: { text, segment, file } }) => (
          <li key={key} className="one">
            <span>
              <PageText text={text.replaceAll('{file}', file.name)} />
              <SegmentLink file={file.id} segment={segment} />
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
