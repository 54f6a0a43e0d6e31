import type { ShownRemark } from './models/answer';

/** Remark codes with what they say. */
export function RemarkList({ remarks }: { remarks: ShownRemark[] }) {
  if (remarks.length === 0) return null;
  return (
    <ul className="plain">
      {remarks.map(({ code, words }) => (
        <li key={code}>
          <span className="bx">{code}</span>
          <span>{words ?? 'The panel has no words for this code.'}</span>
        </li>
      ))}
    </ul>
  );
}
