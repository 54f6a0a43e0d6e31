import { formatDollars } from '../lib/claim/money';
import type { Evidence } from '../lib/era/evidence';
import { Icon } from './Icon';
import { paymentWords } from './models/answer';
import { PageText } from './PageText';
import { SegmentLink } from './SegmentLink';

/** Provider-level money stands beside the claim; a refund code is one of its adjustments. */
const wordsOf = ({ code, segmentName, amount, adjudication, payment = adjudication.payment }: Evidence): string => {
  const much = amount === null || amount === undefined ? 'An amount that is not read' : formatDollars(Math.abs(amount));
  if (segmentName !== 'PLB') return `${code}: ${much}.`;
  const moved = (amount ?? 0) < 0 ? 'was given back with' : 'was taken from';
  return `${much} ${moved} ${paymentWords(payment)} (${code}). It is not in the lines above.`;
};

/** Money of this claim that the payer moved outside of it. */
export function RecoupmentSection({ found }: { found: Evidence[] }) {
  return found.map((one) => {
    const { code, segment, text, adjudication, file = adjudication.file } = one;
    return (
      <article key={`${file.id} ${code} ${segment}`} className="finding t-ask">
        <Icon name="decide" />
        <div>
          <h3>
            <span className="sr">Needs a decision: </span>
            <PageText text={text} />
          </h3>
          <p>
            <PageText text={wordsOf(one)} />
          </p>
          <div className="lks">
            <SegmentLink file={file.id} segment={segment} />
          </div>
        </div>
      </article>
    );
  });
}
