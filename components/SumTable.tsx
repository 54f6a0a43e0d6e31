import type { Sum, SumRow } from '../lib/checks/check';
import { formatMoney } from '../lib/claim/money';
import { keyed } from './models/keyed';
import { PageText } from './PageText';
import { Unread } from './Unread';

const CLASSES: Record<SumRow['role'], string | undefined> = { part: undefined, suspect: 'hit', total: 'total' };

function Row({ row }: { row: SumRow }) {
  const off = row.role === 'total' && row.amount !== 0;
  return (
    <tr className={CLASSES[row.role]}>
      <th scope="row">
        <PageText text={row.label} />
      </th>
      <td className={off ? 'n off' : 'n'}>
        {row.amount === undefined ? <Unread>not read</Unread> : formatMoney(row.amount)}
      </td>
    </tr>
  );
}

/** A sum written as one would on paper; what is taken away carries its minus. */
export function SumTable({ sum }: { sum: Sum }) {
  return (
    <div className="tw">
      <table className="sum">
        <caption className="sr">{sum.caption}</caption>
        <tbody>
          {keyed(sum.rows, ({ label }) => label).map(({ key, item }) => (
            <Row key={key} row={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
