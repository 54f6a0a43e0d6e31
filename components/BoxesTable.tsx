import type { PlanItem } from '../lib/prefill/plan';
import { boxTag } from './models/boxes';
import { type BoxGroup, boxGroups } from './models/fill';
import { count, small } from './models/text';
import { PageText } from './PageText';

/** From this many lines on, further lines are folded. */
const LINES_OPEN = 1;

function Rows({ group }: { group: BoxGroup }) {
  return (
    <tbody>
      <tr className="gl">
        <th scope="rowgroup" colSpan={3}>
          <PageText text={group.name} max={120} />{' '}
          {group.source && <span className="dim">from {small(group.source)}</span>}
        </th>
      </tr>
      {group.rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">
            <span className="bx">{boxTag(row.box)}</span>
            <span>
              <PageText text={row.name} max={80} />
              {!group.source && <span className="src">from {small(row.source)}</span>}
            </span>
          </th>
          <td className="now">
            <Value text={row.now} />
          </td>
          <td className="will">
            <PageText text={row.will} max={120} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

export function Value({ text }: { text: string }) {
  return text === '' ? <span className="empty">empty</span> : <PageText text={text} max={120} />;
}

/** Boxes with what stands in them now and what will: grouped by source, further lines folded. */
export function BoxesTable({ items, caption }: { items: PlanItem[]; caption: string }) {
  const groups = boxGroups(items);
  const lines = groups.filter(({ isLine }) => isLine);
  const open = groups.filter((group) => !lines.includes(group) || lines.indexOf(group) < LINES_OPEN);
  const folded = groups.filter((group) => !open.includes(group));
  return (
    <>
      <BoxTable groups={open} caption={caption} head />
      {folded.map((group) => (
        <details key={group.name} className="inner">
          <summary>
            <span>
              <PageText text={group.name} max={120} />, {count(group.boxes, 'box', 'boxes')}
            </span>
          </summary>
          <BoxTable groups={[group]} caption={group.name} />
        </details>
      ))}
    </>
  );
}

function BoxTable({ groups, caption, head = false }: { groups: BoxGroup[]; caption: string; head?: boolean }) {
  return (
    <table className="boxes">
      <caption className="sr">{caption}</caption>
      <colgroup>
        <col className="c1" />
        <col className="c2" />
        <col />
      </colgroup>
      <thead className={head ? undefined : 'sr'}>
        <tr>
          <th scope="col">Box</th>
          <th scope="col">Now</th>
          <th scope="col">Will be</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <Rows key={group.name} group={group} />
      ))}
    </table>
  );
}
