import { Fold } from './Fold';
import { adjustmentWords, remarksOf, type ShownRemark } from './models/answer';
import { counting, type RemittanceModel } from './models/remittance';
import { RemarkList } from './RemarkList';

/** What the payer added in codes: remarks of the claim and of its lines, and the reasons of its adjustments. */
export function RemarksFold({ model }: { model: RemittanceModel }) {
  const claims = counting(model.net).map(({ claim }) => claim);
  const lines = model.net.parts.map(({ line }) => line);
  const remarks: ShownRemark[] = remarksOf([...claims, ...lines].flatMap((one) => one.remarks));
  const reasons = [...new Set([...claims, ...lines].flatMap((one) => one.adjustments.map(adjustmentWords)))];
  if (remarks.length === 0 && reasons.length === 0) return null;
  return (
    <Fold title="Remarks from the payer" count={remarks.length || 'none'}>
      {remarks.length === 0 && <p>The payer gives no remark code.</p>}
      <RemarkList remarks={remarks} />
      {reasons.length > 0 && (
        <>
          <h3 className="b gap">Reasons of the adjustments</h3>
          <ul className="plain">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </Fold>
  );
}
