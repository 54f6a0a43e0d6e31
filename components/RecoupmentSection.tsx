import { formatDollars } from '../lib/claim/money';
import type { Evidence } from '../lib/era/evidence';
import { Icon } from './Icon';
import { paymentWords } from './models/answer';
import { PageText } from './PageText';
import { SegmentLink } from './SegmentLink';

/** Money of this claim that the payer moved outside of it. */
export function RecoupmentSection({ found }: { found: Evidence[] }) {
  return found.map(({ code, segment, text, amount, adjudication, payment, file = adjudication.file }) => (
    <article key={`${file.id} ${code} ${segment}`} className="finding t-ask">
      <Icon name="decide" />
      <div>
        <h3>
          <span className="sr">Needs a decision: </span>
          <PageText text={text} />
        </h3>
        <p>
          {payment && <PageText text={`${paymentWords(payment)}: `} />}
          {amount === null || amount === undefined
            ? `${code}, amount not read.`
            : `${code}, ${formatDollars(amount)}. It is not in the lines above.`}
        </p>
        <div className="lks">
          <SegmentLink file={file.id} segment={segment} />
        </div>
      </div>
    </article>
  ));
}
