import type { Adjudication } from '../lib/claim/era';
import { formatMoney } from '../lib/claim/money';
import { netOf, type RemitEvent, type Standing } from '../lib/era/netting';
import { Act } from './Act';
import { AnswerFacts } from './AnswerFacts';
import { AnswerLines } from './AnswerLines';
import { FileName } from './FileName';
import { Fold } from './Fold';
import { Icon, type IconName } from './Icon';
import { answerOf, paymentWords } from './models/answer';
import type { ClaimItem } from './models/claims';
import { eobOf } from './models/eob';
import { matchWords, type RemittanceModel } from './models/remittance';
import { capital } from './models/text';
import { PageText } from './PageText';

const LOOKS: Record<Standing, { icon: IconName; tone: string; says: string }> = {
  counts: { icon: 'tick', tone: 'ok', says: 'Counts' },
  reversal: { icon: 'undo', tone: 'stop', says: 'Takes money back' },
  reversed: { icon: 'nobill', tone: 'unk', says: 'Taken back' },
  replaced: { icon: 'nobill', tone: 'unk', says: 'Replaced' },
  repeated: { icon: 'kept', tone: 'unk', says: 'Counts once' },
  'no-answer': { icon: 'wait', tone: 'ask', says: 'No answer' },
  test: { icon: 'blocked', tone: 'stop', says: 'Test file' },
};

function Answer({ event, claim }: { event: RemitEvent; claim: string }) {
  const { adjudication, standing, because } = event;
  const { payment, claim: said, file, match } = adjudication;
  const look = LOOKS[standing];
  const answer = answerOf(adjudication);
  const about = because === 'Counts.' ? '' : because;
  return (
    <li className={`t-${look.tone}`}>
      <span className="tone">
        <Icon name={look.icon} />
      </span>
      <div>
        <b>{look.says}</b>
        <span className="src any">
          {`${answer.payer}, ${paymentWords(payment)}: ${answer.status.toLowerCase()}, paid ${said.paid === null ? 'not read' : formatMoney(said.paid)}`}
        </span>
        {about && (
          <span className="src">
            <PageText text={about} />
          </span>
        )}
        <span className="src">
          {capital(matchWords({ match }))}, in <FileName name={file.name} />
        </span>
        <details className="inner">
          <summary>What it says</summary>
          <div className="said">
            <AnswerFacts answer={answer} />
            <AnswerLines answer={answer} />
          </div>
        </details>
        <div className="lks">
          {standing !== 'test' && (
            <Act
              intent={{ do: 'print-eob', eob: eobOf([adjudication]) }}
              look="link"
              icon="print"
              more={` of ${paymentWords(payment)}`}
            >
              Print this EOB
            </Act>
          )}
          {match === 'by-hand' && (
            <Act
              intent={{ do: 'leave-adjudication', claim, file: file.id, segment: said.segment }}
              look="link"
              icon="undo"
              more={` ${paymentWords(payment)}`}
            >
              It is not this claim's
            </Act>
          )}
        </div>
      </div>
    </li>
  );
}

const eventsOf = (adjudications: readonly Adjudication[]): RemitEvent[] => netOf(adjudications).events;

/** Every answer to this claim: which counts, and why the others do not. */
export function AnswersSection({ item, model }: { item: ClaimItem; model: RemittanceModel }) {
  const primary = model.net.events;
  const secondary = eventsOf(model.sides.secondary);
  const unclear = eventsOf(model.sides.unclear);
  const all = primary.length + secondary.length + unclear.length;
  const groups: [string, RemitEvent[]][] = [
    ['The primary', primary],
    ['The secondary', secondary],
    ['A payer that the claim does not name', unclear],
  ];
  return (
    <Fold title="Answers of the payers" count={all} open={all > 1}>
      {groups
        .filter(([, events]) => events.length > 0)
        .map(([who, events]) => (
          <div key={who}>
            {all > primary.length && <h3 className="b">{who}</h3>}
            <ul className="steplist inset answers">
              {events.map((event) => (
                <Answer
                  key={`${event.adjudication.file.id} ${event.adjudication.claim.segment}`}
                  event={event}
                  claim={item.id}
                />
              ))}
            </ul>
          </div>
        ))}
    </Fold>
  );
}
