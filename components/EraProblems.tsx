import { useState } from 'react';
import type { ProblemSeverity } from '../lib/claim/era';
import type { EraFileView } from '../lib/era/files';
import { Fold } from './Fold';
import { Icon, type IconName } from './Icon';
import { keyed } from './models/keyed';
import { count } from './models/text';
import { PageText } from './PageText';
import { SegmentLink } from './SegmentLink';

const LOOKS: Record<ProblemSeverity, { says: string; icon: IconName; tone: string }> = {
  error: { says: 'Not read', icon: 'blocked', tone: 'stop' },
  warning: { says: 'Does not fit', icon: 'decide', tone: 'ask' },
  info: { says: 'Harmless', icon: 'info', tone: 'unk' },
};

const WORST_FIRST: ProblemSeverity[] = ['error', 'warning', 'info'];
const STEP = 10;
const MOST_IN_SIGHT = 3;

const isAboutTest = ({ text }: EraFileView['problems'][number]): boolean => text.includes(' is marked as a test.');

/** What is wrong in a file, the worst first, with the segments that it is about. That it is a test is said above it. */
export function EraProblems({ file, isTestSaid }: { file: EraFileView; isTestSaid: boolean }) {
  const [shown, setShown] = useState(STEP);
  const problems = file.problems.filter((problem) => !(isTestSaid && isAboutTest(problem)));
  const total = file.problemCount - (file.problems.length - problems.length);
  if (total === 0) return null;
  const sorted = WORST_FIRST.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
  const rest = total - sorted.length;
  // A few things that were not read are no detail.
  const inSight = sorted[0]?.severity === 'error' && total <= MOST_IN_SIGHT;
  return (
    <div className="bleed below">
      <Fold title="Found wrong in the file" count={total.toLocaleString('en-US')} open={inSight}>
        <ul className="steplist inset">
          {keyed(sorted.slice(0, shown), ({ text }) => text).map(({ key, item: { severity, segment, text } }) => (
            <li key={key} className={`two t-${LOOKS[severity].tone}`}>
              <span className="tone">
                <Icon name={LOOKS[severity].icon} />
              </span>
              <span>
                <span className="sr">{LOOKS[severity].says}: </span>
                <PageText text={text.replaceAll('{file}', file.name)} />
                <SegmentLink file={file.id} segment={segment} />
              </span>
            </li>
          ))}
        </ul>
        {shown < sorted.length && (
          <button type="button" className="lk" onClick={() => setShown(shown + 5 * STEP)}>
            {`Show ${Math.min(5 * STEP, sorted.length - shown)} more`}
          </button>
        )}
        {rest > 0 && <p className="note">{`${count(rest, 'more is', 'more are')} not listed.`}</p>}
      </Fold>
    </div>
  );
}
