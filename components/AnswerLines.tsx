import { formatMoney } from '../lib/claim/money';
import type { Given, ShownAdjustment, ShownAnswer, ShownLine } from './models/answer';
import { RemarkList } from './RemarkList';
import { Unread } from './Unread';

const Amount = ({ of }: { of: Given }) => (of === undefined ? <Unread>not read</Unread> : formatMoney(of));

function Adjustments({ all }: { all: ShownAdjustment[] }) {
  return all.map(({ key, name, amount }) => (
    <tr key={key}>
      <th scope="row" className="any">
        {name}
      </th>
      <td className="n">
        <Amount of={amount} />
      </td>
    </tr>
  ));
}

function Line({ line, n }: { line: ShownLine; n: number }) {
  const about = [
    line.dates,
    line.units && `${line.units} ${line.units === '1' ? 'unit' : 'units'}`,
    line.billedAs && `billed as ${line.billedAs}`,
  ];
  return (
    <tbody>
      <tr className="gl">
        <th scope="rowgroup" colSpan={2} className="any">
          {`Line ${n}, ${line.procedure}`}
          <span className="src">{about.filter(Boolean).join(', ')}</span>
        </th>
      </tr>
      <tr>
        <th scope="row">Charge</th>
        <td className="n">
          <Amount of={line.charge} />
        </td>
      </tr>
      <Adjustments all={line.adjustments} />
      <tr>
        <th scope="row">Paid</th>
        <td className="n">
          <Amount of={line.paid} />
        </td>
      </tr>
    </tbody>
  );
}

/** Every line of an answer with its adjustments, those of the claim as a whole, and the payer's remarks. */
export function AnswerLines({ answer }: { answer: ShownAnswer }) {
  const remarks = [...answer.remarks, ...answer.lines.flatMap((line) => line.remarks)];
  return (
    <>
      <table className="money ans">
        <caption className="sr">Lines of the remittance</caption>
        {answer.lines.map((line, i) => (
          <Line key={line.key} line={line} n={i + 1} />
        ))}
        {answer.adjustments.length > 0 && (
          <tbody>
            <tr className="gl">
              <th scope="rowgroup" colSpan={2}>
                Whole claim
              </th>
            </tr>
            <Adjustments all={answer.adjustments} />
          </tbody>
        )}
      </table>
      <RemarkList remarks={[...new Map(remarks.map((one) => [one.code, one])).values()]} />
    </>
  );
}
