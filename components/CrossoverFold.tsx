import { formatDate } from '../lib/claim/dates';
import type { CrossoverFinding, CrossoverWait } from '../lib/era/crossover';
import { hasOwnNumber, placeInFile } from '../lib/era/evidence';
import { Fold } from './Fold';
import { GRADE_WORDS, type RemittanceModel } from './models/remittance';
import { shown } from './models/text';
import { PageText } from './PageText';
import { SegmentLink, type Within } from './SegmentLink';

const SAYS: Record<CrossoverFinding['grade'], string> = {
  certain: 'The primary has forwarded the claim. The secondary answers without a bill of yours.',
  likely: 'The primary means to forward the claim. It is not certain that it has.',
  'counter-evidence': 'The primary says that it did not forward the claim. Bill it yourself.',
  'no-sign': 'Nothing in the remittance says that the claim was forwarded.',
};

const TONES: Record<CrossoverFinding['grade'], string> = {
  certain: 'fwd',
  likely: 'fwd',
  'counter-evidence': 'ask',
  'no-sign': 'unk',
};

const waitWords = ({ until, days, kind }: CrossoverWait): string =>
  `Wait for the secondary until ${formatDate(until)}: ${days} ${kind} after the payment.`;

/** `MA18`, the reason of `CO-B11`, the `TT` of `NM1*TT`. */
const withinOf = (name: string, code: string): { within: Within } | undefined =>
  hasOwnNumber(name) ? undefined : { within: { name, holds: code.split(/[-*]/).at(-1) ?? code } };

/** Whether the payer forwarded the claim, each sign with its segment, and how long to wait. */
export function CrossoverFold({ model }: { model: RemittanceModel }) {
  const { grade, evidence, forwardedTo } = model.crossover;
  if (model.sides.primary.length === 0) return null;
  return (
    <Fold title="Crossover" count={GRADE_WORDS[grade]} open={grade !== 'no-sign'}>
      <p>{SAYS[grade]}</p>
      {forwardedTo.map(({ name, id }) => (
        <p key={`${name} ${id}`} className="any">
          Forwarded to <b>{shown(name || id, 120)}</b>
        </p>
      ))}
      {model.wait && <p>{waitWords(model.wait)}</p>}
      {evidence.length > 0 && (
        <ul className={`ev gap t-${TONES[grade]}`}>
          {evidence.map(({ code, text, segmentName, segment, adjudication }) => (
            <li key={`${adjudication.file.id} ${code} ${segment}`}>
              <span className="bx">{shown(code, 20)}</span> <PageText text={text} max={160} />
              <span className="src">{placeInFile({ segmentName, segment })}</span>
              <SegmentLink file={adjudication.file.id} segment={segment} {...withinOf(segmentName, code)} />
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
