import type { Place } from '../lib/claim/reading';
import { Act } from './Act';
import { Facts } from './Facts';
import type { PayerNames } from './models/payer';
import { PageText } from './PageText';
import { ShowLink } from './ShowLink';
import { Unread } from './Unread';

const SAME = { yes: 'Yes', confirmed: 'Yes, you confirmed it', 'not-known': 'Not known', 'no-form': undefined };

/** Is the payer on the form the one in the chart? Names that differ are hers to confirm, once. */
export function PayerMatchSection({ names, place }: { names: PayerNames; place: Place | undefined }) {
  const { inChart, onForm, same, match, chosen } = names;
  const ask = chosen && same === 'not-known' && inChart && onForm;
  return (
    <section className="sec">
      <h2 tabIndex={-1}>Secondary payer</h2>
      <Facts
        facts={[
          ['On claim or chart', inChart ? <PageText key="c" text={inChart} /> : <Unread key="c">none on file</Unread>],
          [
            'On the form',
            onForm ? (
              <PageText key="f" text={onForm} />
            ) : (
              <Unread key="f">{same === 'no-form' ? 'form not open' : 'not chosen'}</Unread>
            ),
          ],
          ['Same payer?', SAME[same]],
        ]}
      />
      {ask && (
        <div className="ask gap">
          <p>
            Are <PageText text={inChart} max={80} /> and <PageText text={onForm} max={80} /> the same payer? The panel
            remembers the two names, without a patient.
          </p>
          <Act intent={{ do: 'confirm-payer', chartName: inChart, formName: onForm }} look="link" icon="tick">
            They are the same payer
          </Act>
        </div>
      )}
      {!chosen && same !== 'no-form' && inChart && match.match !== 'one' && (
        <div className="ask gap">
          <p>
            {match.match === 'none' ? (
              <>
                <PageText text={inChart} max={80} /> is not in the form's payer list. Pick the payer on the form; the
                panel remembers the name.
              </>
            ) : (
              <>
                {match.options.length} payers of the form's list fit <PageText text={inChart} max={80} />. Pick the
                right one on the form.
              </>
            )}
          </p>
          {place && <ShowLink place={place}>Show the box</ShowLink>}
        </div>
      )}
    </section>
  );
}
