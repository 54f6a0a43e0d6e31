import type { EraClaimRow } from '../lib/era/files';
import { Act } from './Act';
import { AnswerFacts } from './AnswerFacts';
import { AnswerLines } from './AnswerLines';
import { answerOf } from './models/answer';
import type { ClaimItem } from './models/claims';
import { eobOf } from './models/eob';
import { SegmentLink } from './SegmentLink';
import { TakeForm } from './TakeForm';
import { useAdjudication } from './use-adjudication';

/** What the payer answered to one claim of a file, read-only, and the way to say whose claim it is. */
export function EraClaimDetail({ row, items }: { row: EraClaimRow; items: ClaimItem[] }) {
  const loaded = useAdjudication(row);
  if (loaded.is === 'loading') return <p className="detail dim">Reading the claim.</p>;
  if (loaded.is === 'failed') return <p className="detail">{loaded.why}</p>;
  const answer = answerOf(loaded.adjudication);
  return (
    <div className="detail">
      <AnswerFacts answer={answer} />
      <AnswerLines answer={answer} />
      <div className="lks">
        <Act intent={{ do: 'print-eob', eob: eobOf([loaded.adjudication]) }} look="link" icon="print">
          Print this EOB
        </Act>
        <SegmentLink file={row.file} segment={row.segment} />
      </div>
      <TakeForm row={row} items={items} />
    </div>
  );
}
