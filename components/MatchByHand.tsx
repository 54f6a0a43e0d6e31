import { useId, useState } from 'react';
import type { LedgerLine } from '../lib/claim/claim';
import { formatMoney } from '../lib/claim/money';
import { known } from '../lib/claim/reading';
import type { UnmatchedPart } from '../lib/era/match-lines';
import { type EraPart, partsOf, serviceOf } from '../lib/era/service';
import { Act } from './Act';
import { adjustmentWords, spanWords } from './models/answer';
import type { ClaimItem } from './models/claims';
import { FIRST_TO_MATCH, type RemittanceModel } from './models/remittance';
import { count, shown } from './models/text';

const money = (amount: number | null): string => (amount === null ? 'not read' : formatMoney(amount));

/** `97110-GP, 02/24/2026, charge 85.00, paid 50.69`: a line of the remittance. */
const partWords = (part: EraPart): string => {
  const { procedure, modifiers, dates } = serviceOf(part);
  return [
    shown([procedure, ...modifiers].join('-'), 40) || 'no code',
    spanWords(dates),
    `charge ${money(part.line.charge)}`,
    `paid ${money(part.line.paid)}`,
  ]
    .filter(Boolean)
    .join(', ');
};

/** `Line 2, 97110, 85.00`: a line of the ledger. */
const lineWords = (line: LedgerLine): string => {
  const charge = known(line.charge);
  return [`Line ${line.n}`, known(line.procedure), charge === undefined ? 'charge not read' : formatMoney(charge)]
    .filter(Boolean)
    .join(', ');
};

interface UnmatchedProps {
  claim: string;
  unmatched: UnmatchedPart;
  lines: LedgerLine[];
  first: boolean;
}

function Unmatched({ claim, unmatched, lines, first: isFirst }: UnmatchedProps) {
  const [chosen, setChosen] = useState('');
  const own = useId();
  const id = isFirst ? FIRST_TO_MATCH : own;
  const { part, why } = unmatched;
  const first = (n: number) => Number(unmatched.candidates.includes(n));
  const sorted = lines.toSorted((a, b) => first(b.n) - first(a.n) || a.n - b.n);
  return (
    <div className="conf">
      <p className="b any">{partWords(part)}</p>
      {part.line.adjustments.length > 0 && (
        <p className="note any">
          {part.line.adjustments.map((one) => `${adjustmentWords(one)} ${money(one.amount)}`).join(', ')}
        </p>
      )}
      <p className="note">{why}</p>
      <label className="sr" htmlFor={id}>{`Line of the ledger for ${partWords(part)}`}</label>
      <select id={id} className="field gap" value={chosen} onChange={({ target }) => setChosen(target.value)}>
        <option value="">Choose the line</option>
        {sorted.map((line) => (
          <option key={line.n} value={line.n}>
            {lineWords(line)}
          </option>
        ))}
        <option value="0">None of them</option>
      </select>
      {chosen !== '' && (
        <Act
          intent={{ do: 'match-line', claim, line: part.id, ledgerLine: Number(chosen) }}
          look="outlined"
          className="gap"
          more={` for ${partWords(part)}`}
        >
          {chosen === '0' ? 'It has no line' : `Match with line ${chosen}`}
        </Act>
      )}
    </div>
  );
}

/** Lines of the remittance that fit no line of the ledger for sure, and those she matched herself. */
export function MatchByHand({ item, model }: { item: ClaimItem; model: RemittanceModel }) {
  const lines = item.case.ledger?.lines ?? [];
  const unmatched = model.comparison?.unmatched ?? [];
  const answers = item.case.answers.lineMatches ?? {};
  const mine = model.sides.primary.flatMap(partsOf).filter(({ id }) => Object.hasOwn(answers, id));
  if (unmatched.length === 0 && mine.length === 0) return null;
  return (
    <section className="sec">
      <h2>
        Lines to match by hand <span className="count">{count(unmatched.length, 'line')}</span>
      </h2>
      {unmatched.map((one, i) => (
        <Unmatched key={one.part.id} claim={item.id} unmatched={one} lines={lines} first={i === 0} />
      ))}
      {mine.length > 0 && (
        <ul className="steplist inset gap">
          {mine.map((part) => (
            <li key={part.id} className="pair">
              <span className="any">
                {answers[part.id] === 0 ? 'None of the lines: ' : `Line ${answers[part.id]}: `}
                <span className="src">{partWords(part)}</span>
              </span>
              <Act
                intent={{ do: 'match-line', claim: item.id, line: part.id, ledgerLine: undefined }}
                look="link"
                icon="undo"
                more={` matching ${partWords(part)}`}
              >
                Undo
              </Act>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
