import type { SubmitOutcome } from '../lib/session/session';
import { Icon } from './Icon';
import { boxTitle } from './models/boxes';
import type { ClaimItem } from './models/claims';
import { keyed } from './models/keyed';
import { type Explained, explain, ledgerPlace } from './models/refusal';
import { count } from './models/text';
import { PageText } from './PageText';
import { Quote } from './Quote';
import { ShowLink } from './ShowLink';
import { Sums } from './Sums';
import { VerdictBand } from './VerdictBand';

function Message({ explained }: { explained: Explained }) {
  const { message, posting, form } = explained;
  const known = posting ?? form;
  const ledger = posting && ledgerPlace(posting);
  return (
    <article className={`finding t-${known || message.box ? 'stop' : 'unk'}`}>
      <Icon name={known || message.box ? 'blocked' : 'unk'} />
      <div>
        <h3>{message.box ? boxTitle(message.box) : 'No box named'}</h3>
        <Quote from="NextGen Office says" text={message.text} />
        {posting?.sums && <Sums sums={posting.sums} />}
        {known ? (
          <>
            <p>
              {posting ? 'The cause is in the posting: ' : ''}
              <PageText text={known.title} />. <PageText text={known.why} />
            </p>
            <p>
              <b>To fix:</b> <PageText text={known.fix.charAt(0).toLowerCase() + known.fix.slice(1)} />
            </p>
          </>
        ) : (
          !message.box && <p>The panel does not know this message.</p>
        )}
        <div className="lks">
          {ledger && <ShowLink place={ledger}>Show the posting</ShowLink>}
          {message.place && <ShowLink place={message.place}>Show the box</ShowLink>}
        </div>
      </div>
    </article>
  );
}

/** The PM's refusal in its own words, each message with its box and, where a posting caused it, the ledger line. */
export function Refused({ item, outcome }: { item: ClaimItem; outcome: Extract<SubmitOutcome, { kind: 'refused' }> }) {
  const n = outcome.messages.length;
  return (
    <>
      <VerdictBand
        tone="stop"
        icon="blocked"
        headline={n === 0 ? 'Refused without a message' : `Refused: ${count(n, 'message')}`}
        alert
      >
        <p>NextGen Office did not create the claim. What you typed is still on the form.</p>
      </VerdictBand>
      {keyed(outcome.messages.slice(0, 40), ({ text }) => text).map(({ key, item: message }) => (
        <Message key={key} explained={explain(item, message)} />
      ))}
    </>
  );
}
