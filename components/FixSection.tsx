import { Act } from './Act';
import { eobOf } from './models/eob';
import { counting, type RemittanceModel } from './models/remittance';
import { ShowLink } from './ShowLink';

/** What to mend in the posting, and the EOB on paper. */
export function FixSection({ model }: { model: RemittanceModel }) {
  const answers = counting(model.net);
  const { fixes } = model;
  if (fixes.length === 0 && answers.length === 0) return null;
  const print = answers.length > 0 && (
    <Act intent={{ do: 'print-eob', eob: eobOf(answers) }} look="link" icon="print">
      Print this EOB
    </Act>
  );
  return (
    <section className="sec">
      <h2>{fixes.length === 0 ? 'The EOB' : 'To fix'}</h2>
      {fixes.length === 0 && <p>What the payer said about this claim alone, to go with a paper claim.</p>}
      <ul className="fixes">
        {fixes.map(({ line, text, place }, i) => (
          <li key={line}>
            <p>
              <b>{`Line ${line}: `}</b>
              {text}
            </p>
            <div className="lks">
              {place && <ShowLink place={place}>{`Show line ${line} on page`}</ShowLink>}
              {i === fixes.length - 1 && print}
            </div>
          </li>
        ))}
      </ul>
      {fixes.length === 0 && <div className="lks">{print}</div>}
    </section>
  );
}
