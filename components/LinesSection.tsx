// oxlint-disable jsx-a11y/no-noninteractive-tabindex -- the table scrolls when text is enlarged
import { formatMoney } from '../lib/claim/money';
import { Amount } from './Amount';
import { Icon } from './Icon';
import { LineBar } from './MoneyBar';
import type { ClaimItem } from './models/claims';
import { isCents, type LineMoney, lineMoney, type Shown } from './models/money';

function Balance({ leftOver }: { leftOver: Shown }) {
  if (leftOver === 0)
    return (
      <>
        <span className="tone">
          <Icon name="tick" />
        </span>
        <span className="sr">balanced</span>
      </>
    );
  if (isCents(leftOver))
    return (
      <>
        <span className="off">
          <Icon name="blocked" />
        </span>
        <span className="sr">off by {formatMoney(Math.abs(leftOver))}</span>
      </>
    );
  return (
    <>
      <span className="dim">
        <Icon name="unk" />
      </span>
      <span className="sr">not known</span>
    </>
  );
}

function LineRows({ line, hit }: { line: LineMoney; hit: boolean }) {
  return (
    <>
      <tr className={hit ? 'hit' : undefined}>
        <th scope="row">{line.name}</th>
        {[line.charge, line.paid, line.adjusted, line.patient].map((amount, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: four fixed columns
          <td key={i} className={i === 2 ? 'n adj' : 'n'}>
            <Amount value={amount} />
          </td>
        ))}
        <td className="st t-ok">
          <Balance leftOver={line.leftOver} />
        </td>
      </tr>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused, and the row above says it */}
      <tr className="lb" aria-hidden="true">
        <td colSpan={6}>{line.bar && <LineBar bar={line.bar} />}</td>
      </tr>
    </>
  );
}

/** The service lines: charge, paid, adjusted, patient, and whether each balances. */
export function LinesSection({ item, hits }: { item: ClaimItem; hits: number[] }) {
  const lines = item.case.ledger?.lines.map((line) => lineMoney(item.case, line));
  if (!lines || lines.length === 0)
    return (
      <section className="sec">
        <h2>Lines</h2>
        <p className="dim">
          {lines ? 'The charge ledger shows no lines.' : 'Lines come from the charge ledger. Not read yet.'}
        </p>
      </section>
    );
  const balanced = lines.filter(({ leftOver }) => leftOver === 0).length;
  return (
    <section className="sec">
      <h2>
        Lines <span className="count">{`${balanced} of ${lines.length} balanced`}</span>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls when text is enlarged */}
      <section className="tw" aria-label="Service lines, scrolls sideways" tabIndex={0}>
        <table className="lines">
          <caption className="sr">Service lines</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col" className="n">
                Charge
              </th>
              <th scope="col" className="n">
                Paid
              </th>
              <th scope="col" className="n adj">
                <abbr title="Adjustments that are not the patient's share">Adj.</abbr>
              </th>
              <th scope="col" className="n">
                Patient
              </th>
              <th scope="col" className="st">
                <span className="sr">Balance</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRows key={line.n} line={line} hit={hits.includes(line.n)} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
