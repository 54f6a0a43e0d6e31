import type { Sum } from '../lib/checks/check';
import { SumTable } from './SumTable';

/** The sums of a finding: the first open, those of further lines folded. */
export function Sums({ sums }: { sums: Sum[] }) {
  const [first, ...more] = sums;
  if (!first) return null;
  return (
    <>
      <SumTable sum={first} />
      {more.map((sum) => (
        <details key={sum.caption} className="inner">
          <summary>{sum.caption}</summary>
          <SumTable sum={sum} />
        </details>
      ))}
    </>
  );
}
