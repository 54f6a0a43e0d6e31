// oxlint-disable jsx-a11y/no-noninteractive-tabindex -- the table scrolls when text is enlarged
import { useState } from 'react';
import type { Cents } from '../lib/claim/claim';
import { formatMoney } from '../lib/claim/money';
import { known } from '../lib/claim/reading';
import type { ComparedAmount, ComparedLine, ComparedState, Comparison } from '../lib/era/compare';
import { Icon } from './Icon';
import { shown } from './models/text';
import { Unread } from './Unread';

/** What stands in place of an amount: on the payer's side, on the posting's. */
interface Gaps {
  said: string;
  posted: string;
}

const GAPS: Partial<Record<ComparedState, Partial<Gaps>>> = {
  'not-posted': { posted: 'not posted' },
  'no-answer': { said: 'none' },
};

const gapsOf = (state: ComparedState): Gaps => ({ said: 'not read', posted: 'not read', ...GAPS[state] });

/** `+0.01`, `−0.01`, `0.00`. */
const signed = (cents: Cents): string => (cents > 0 ? `+${formatMoney(cents)}` : formatMoney(cents));

const WORDS: Record<ComparedAmount['what'], (label: string) => string> = {
  paid: () => 'Paid',
  adjustment: (label) => label,
  adjusted: () => 'Adjusted',
  patient: () => 'Patient',
  'left-over': () => 'Left over',
};

function Row({ row, gaps }: { row: ComparedAmount; gaps: Gaps }) {
  const { said, posted, differs } = row;
  const off = differs !== null && differs !== 0;
  return (
    <tr className={off ? 'hit' : undefined}>
      <th scope="row" className="any">
        {shown(WORDS[row.what](row.label), 24)}
      </th>
      <td className="n">{said === null ? <Unread>{gaps.said}</Unread> : formatMoney(said)}</td>
      <td className="n">{posted === null ? <Unread>{gaps.posted}</Unread> : formatMoney(posted)}</td>
      <td className={off ? 'n off' : 'n zero'}>{differs === null ? <Unread>not known</Unread> : signed(differs)}</td>
    </tr>
  );
}

const procedureOf = ({ line }: ComparedLine): string => {
  const procedure = known(line.procedure);
  return procedure === undefined ? '' : `, ${shown([procedure, ...(known(line.modifiers) ?? [])].join('-'), 40)}`;
};

const HOW: Record<ComparedLine['treatment'], string | undefined> = {
  whole: undefined,
  split: 'The payer split it into several lines.',
  unbundled: 'The payer took it apart into several codes.',
  bundled: 'The payer put it into another line.',
};

const notesOf = (line: ComparedLine): string[] =>
  [
    HOW[line.treatment],
    line.match === 'by-hand' ? 'Matched by you.' : undefined,
    line.charge.said !== null && line.charge.billed !== null && line.charge.said !== line.charge.billed
      ? `The payer's charge is ${formatMoney(line.charge.said)}.`
      : undefined,
    line.state === 'no-answer' ? 'No line of the remittance is matched to it.' : undefined,
    line.state === 'not-posted' ? 'Nothing is posted on it.' : undefined,
  ].filter((note) => note !== undefined);

const isSame = ({ state }: ComparedLine): boolean => state === 'same';

function SameLine({ line }: { line: ComparedLine }) {
  return (
    <tbody>
      <tr className="lh same">
        <th scope="row" colSpan={3} className="any">{`Line ${line.n}${procedureOf(line)}`}</th>
        <td className="n t-ok">
          <span className="inl">
            <span className="tone">
              <Icon name="tick" />
            </span>
            same
          </span>
        </td>
      </tr>
    </tbody>
  );
}

function WholeLine({ line }: { line: ComparedLine }) {
  const gaps = gapsOf(line.state);
  const charge = line.charge.billed === null ? 'charge not read' : `charge ${formatMoney(line.charge.billed)}`;
  const notes = notesOf(line);
  return (
    <tbody>
      <tr className="lh">
        <th scope="rowgroup" colSpan={4} className="any">
          {`Line ${line.n}${procedureOf(line)}, ${charge}`}
          {notes.length > 0 && <span className="src">{notes.join(' ')}</span>}
        </th>
      </tr>
      {line.rows.map((row) => (
        <Row key={`${row.what} ${row.label}`} row={row} gaps={gaps} />
      ))}
    </tbody>
  );
}

const NO_ANSWER: Gaps = { said: 'not known', posted: 'not posted' };

/** Charge of the claim, where every line's is read. */
const chargeOf = (lines: readonly ComparedLine[]): string => {
  let sum = 0;
  for (const { charge } of lines) {
    if (charge.billed === null) return '';
    sum += charge.billed;
  }
  return lines.length === 0 ? '' : `, charge ${formatMoney(sum)}`;
};

/** Payer said, posted, differs: per line and in total. Lines that are equal are one row each until she asks. */
export function CompareTable({ comparison }: { comparison: Comparison }) {
  const [all, setAll] = useState(false);
  const { lines, totals, claimLevel, isSpread } = comparison;
  return (
    <section className="sec">
      <h2 className="sr">Payer said and posted</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls when text is enlarged */}
      <section className="tw x" aria-label="Payer said and posted, scrolls sideways" tabIndex={0}>
        <table className="cmp">
          <caption className="sr">Payer said, posted, and the difference, by line</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">Amount</span>
              </th>
              <th scope="col" className="n">
                Payer said
              </th>
              <th scope="col" className="n">
                Posted
              </th>
              <th scope="col" className="n">
                Differs
              </th>
            </tr>
          </thead>
          {lines.map((line) =>
            isSame(line) && !all ? <SameLine key={line.n} line={line} /> : <WholeLine key={line.n} line={line} />,
          )}
          {claimLevel.length > 0 && (
            <tbody>
              <tr className="lh">
                <th scope="rowgroup" colSpan={4}>
                  On no line
                  <span className="src">
                    {isSpread
                      ? 'The payer adjusted the claim as a whole; it is posted on the lines.'
                      : 'The payer adjusted the claim as a whole.'}
                  </span>
                </th>
              </tr>
              {claimLevel.map(({ group, carc, amount }) => (
                <tr key={`${group}-${carc}`}>
                  <th scope="row">{shown(`${group}-${carc}`, 24)}</th>
                  <td className="n">{formatMoney(amount)}</td>
                  <td className="n" colSpan={2}>
                    <Unread>on no line</Unread>
                  </td>
                </tr>
              ))}
            </tbody>
          )}
          <tbody>
            <tr className="lh">
              <th scope="rowgroup" colSpan={4}>{`Whole claim${chargeOf(lines)}`}</th>
            </tr>
            {totals.map((row) => (
              <Row key={row.what} row={row} gaps={NO_ANSWER} />
            ))}
          </tbody>
        </table>
      </section>
      {lines.some(isSame) && (
        <div className="lks">
          <button type="button" className="lk c" aria-expanded={all} onClick={() => setAll(!all)}>
            <Icon name="chev" />
            Show every line
          </button>
        </div>
      )}
    </section>
  );
}
