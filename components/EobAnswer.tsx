import { Fragment } from 'react';
import { formatMoney } from '../lib/claim/money';
import type { Given, ShownAdjustment, ShownAnswer, ShownLine, ShownRemark } from './models/answer';

const money = (amount: Given): string => (amount === undefined ? 'not given' : formatMoney(amount));

function Pairs({ pairs }: { pairs: [string, string | undefined][] }) {
  return (
    <dl>
      {pairs
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function AdjustmentRows({ all }: { all: ShownAdjustment[] }) {
  return all.map(({ key, name, amount }) => (
    <tr key={key} className="adj">
      <th scope="row" colSpan={6}>
        {name}
      </th>
      <td className="n">{money(amount)}</td>
    </tr>
  ));
}

function Line({ line, n }: { line: ShownLine; n: number }) {
  return (
    <tbody>
      <tr>
        <td>{line.dates ?? 'not given'}</td>
        <th scope="row">
          {`${n}. ${line.procedure}`}
          {line.billedAs && <span className="sub">{`billed as ${line.billedAs}`}</span>}
        </th>
        <td className="n">{line.units ?? 'not given'}</td>
        <td className="n">{money(line.charge)}</td>
        <td className="n">{money(line.allowed)}</td>
        <td className="n">{money(line.paid)}</td>
        <td className="n">{money(line.adjusted)}</td>
      </tr>
      <AdjustmentRows all={line.adjustments} />
      {line.remarks.length > 0 && (
        <tr className="adj">
          <td colSpan={7}>{`Remarks ${line.remarks.map(({ code }) => code).join(', ')}`}</td>
        </tr>
      )}
    </tbody>
  );
}

const allRemarks = ({ remarks, lines }: ShownAnswer): ShownRemark[] => [
  ...new Map([...remarks, ...lines.flatMap((line) => line.remarks)].map((one) => [one.code, one])).values(),
];

/** One answer of a payer to one claim, as an EOB says it. */
export function EobAnswer({ answer }: { answer: ShownAnswer }) {
  const remarks = allRemarks(answer);
  return (
    <article>
      <h1>Explanation of benefits</h1>
      <div className="heads">
        <Pairs
          pairs={[
            ['Payer', answer.payer],
            ['Paid to', answer.payee],
            [`${answer.method} no.`, answer.trace],
            ['Payment date', answer.paidOn ?? 'not given'],
          ]}
        />
        <Pairs
          pairs={[
            ['Patient', answer.patient],
            ['Member ID', answer.memberId],
            ['Claim no.', answer.controlNumber],
            ['Payer’s claim no.', answer.payerClaimNumber],
            ['Dates of service', answer.dates],
            ['Status', answer.status],
            ['Forwarded to', answer.forwardedTo],
          ]}
        />
      </div>
      <table>
        <caption>Service lines</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Procedure, adjustments</th>
            <th scope="col" className="n">
              Units
            </th>
            <th scope="col" className="n">
              Charge
            </th>
            <th scope="col" className="n">
              Allowed
            </th>
            <th scope="col" className="n">
              Paid
            </th>
            <th scope="col" className="n">
              Adjusted
            </th>
          </tr>
        </thead>
        {answer.lines.map((line, i) => (
          <Line key={line.key} line={line} n={i + 1} />
        ))}
        {answer.adjustments.length > 0 && (
          <tbody>
            <tr>
              <th scope="row" colSpan={7}>
                Whole claim
              </th>
            </tr>
            <AdjustmentRows all={answer.adjustments} />
          </tbody>
        )}
        <tbody className="total">
          <tr>
            <th scope="row" colSpan={3}>
              Total
            </th>
            <td className="n">{money(answer.charge)}</td>
            <td className="n">{money(answer.allowed)}</td>
            <td className="n">{money(answer.paid)}</td>
            <td className="n">{money(answer.adjusted)}</td>
          </tr>
        </tbody>
      </table>
      <dl className="sums">
        {(
          [
            ['Charge', answer.charge],
            ['Paid by the payer', answer.paid],
            ['Adjusted, not owed by the patient', answer.writtenOff],
            ['Patient share', answer.patientShare],
          ] as const
        ).map(([name, amount]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{money(amount)}</dd>
          </Fragment>
        ))}
      </dl>
      {answer.moved.length > 0 && (
        <section>
          <h2>Outside of the claim</h2>
          <dl className="moves">
            {answer.moved.map(({ key, words, amount }) => (
              <Fragment key={key}>
                <dt>{words}</dt>
                <dd>{money(amount)}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      )}
      {remarks.length > 0 && (
        <section>
          <h2>Remarks</h2>
          <ul>
            {remarks.map(({ code, words }) => (
              <li key={code}>
                <b>{code}</b> {words ?? 'See the remark code list of X12 for this code.'}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
