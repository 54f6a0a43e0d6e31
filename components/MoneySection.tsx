import { formatMoney } from '../lib/claim/money';
import { Amount } from './Amount';
import { Icon } from './Icon';
import { MoneyBar } from './MoneyBar';
import type { ClaimItem } from './models/claims';
import { isCents, type Money, moneyOf, type Part } from './models/money';
import { actionPlace, ledgerLink } from './models/places';
import { PageText } from './PageText';
import { ShowLink } from './ShowLink';

const spoken = (money: Money): string => {
  const figure = (label: string, amount: Part['amount']) =>
    `${label} ${isCents(amount) ? formatMoney(amount) : amount}`;
  const parts = money.parts.map((part) => figure(part.label, part.amount));
  return `${figure('Charge', money.charge)}: ${[...parts, figure('left over', money.leftOver)].join(', ')}`;
};

function PartRows({ part, swatch }: { part: Part; swatch: boolean }) {
  return (
    <>
      <tr>
        <th scope="row">
          {swatch && <span className={`sw s-${part.kind}`} />}
          <PageText text={part.label} />
        </th>
        <td className="n">
          <Amount value={part.amount} />
        </td>
      </tr>
      {part.of?.map(({ label, amount }) => (
        <tr key={label} className="sub">
          <th scope="row">
            <PageText text={label} />
          </th>
          <td className="n">{formatMoney(amount)}</td>
        </tr>
      ))}
    </>
  );
}

function LeftOver({ money, swatch }: { money: Money; swatch: boolean }) {
  const off = isCents(money.leftOver) && money.leftOver !== 0;
  const tone = off ? 't-stop' : 't-ok';
  return (
    <tr>
      <th scope="row">
        {swatch && (
          <span className={`swi ${tone}`}>
            <span className="tone">
              <Icon name={off ? 'blocked' : 'tick'} />
            </span>
          </span>
        )}
        <span className={off ? 'off' : undefined}>Left over</span>
      </th>
      <td className={off ? 'n off' : 'n'}>
        <Amount value={money.leftOver} />
      </td>
    </tr>
  );
}

/** The charge, and where it went: bar and table. No bar where a part is not known. */
export function MoneySection({ item }: { item: ClaimItem }) {
  const money = moneyOf(item.case);
  const link = ledgerLink(item.case.row);
  return (
    <section className="sec">
      <div className="sechead">
        <h2>Where the money went</h2>
        {item.case.ledger && link && (
          <ShowLink place={actionPlace(link)} more=" link on the page">
            Ledger
          </ShowLink>
        )}
      </div>
      {money.bar ? (
        <MoneyBar bar={money.bar} label={spoken(money)} />
      ) : (
        <p className="nobar">
          {item.case.ledger ? 'Not known: a part of the ledger is not read' : 'Not known until the ledger is read'}
        </p>
      )}
      <div className="tw">
        <table className="money">
          <caption className="sr">Parts of the charge</caption>
          <tbody>
            {money.parts.map((part) => (
              <PartRows key={`${part.kind} ${part.label}`} part={part} swatch={money.bar !== undefined} />
            ))}
            <LeftOver money={money} swatch={money.bar !== undefined} />
            <tr className="total">
              <th scope="row">Charge</th>
              <td className="n">
                <Amount value={money.charge} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      {money.reversals && <p className="note gap">Reversals inside: the bar shows the net.</p>}
    </section>
  );
}
