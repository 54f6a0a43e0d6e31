import { useState } from 'react';
import type { Finding, Verdict } from '../lib/checks/check';
import type { Answers } from '../lib/claim/case';
import type { Place } from '../lib/claim/reading';
import { Acknowledge } from './Acknowledge';
import { Act } from './Act';
import { Icon } from './Icon';
import { Lapsed } from './Lapsed';
import { keyed } from './models/keyed';
import { isFromRemittance } from './models/remittance';
import { SEVERITIES } from './models/severities';
import { small } from './models/text';
import { PageText } from './PageText';
import { Question } from './Question';
import { Quote } from './Quote';
import { RuleNote } from './RuleNote';
import { ShowLink } from './ShowLink';
import { Sums } from './Sums';
import { WhyLink } from './WhyLink';

/** Behind *Do not bill* a block is no fault to mend but the sign that says so. */
const EVIDENCE = { says: 'Do not bill', icon: 'nobill', tone: 'fwd' } as const;

interface CardProps {
  finding: Finding;
  claim: string;
  answers: Answers | undefined;
  /** The first question of the step: where *First question* leads. */
  first: boolean;
  verdict: Verdict;
  /** A remittance of the claim is loaded: the findings that come from it lead to it. */
  compare?: boolean;
}

/** The links of a finding, one a place, at most six. */
function Places({ places, lines }: { places: Place[]; lines: number[] }) {
  const [only, ...more] = places;
  if (!only) return null;
  if (more.length === 0 || lines.length < 2) return <ShowLink place={only} />;
  return places.slice(0, 6).map((place, i) => (
    <ShowLink key={place.path} place={place} more={`, ${place.label}`}>
      {lines[i] === undefined ? 'Show on page' : `Show line ${lines[i]} on page`}
    </ShowLink>
  ));
}

/** A question of its own is answered and not waved through; all else is accepted with a reason, where that is allowed. */
const mayAccept = ({ severity, noOverride, question }: Finding): boolean =>
  severity === 'block'
    ? noOverride === undefined
    : severity === 'decide' && (question === undefined || question === 'acknowledge' || question === 'order');

/** `The rule book says: blocks the claim. You set it to needs a decision in Options.` */
const ruleBookWords = ({ severity, ruleBook }: Finding): string =>
  ruleBook === undefined
    ? ''
    : `The rule book says: ${small(SEVERITIES[ruleBook.severity].says)}. ${ruleBook.by === 'you' ? 'You' : 'Your organization'} set it to: ${small(SEVERITIES[severity].says)}.`;

/** One finding: what is the case, why it matters, what to do, and where it stands. */
export function FindingCard({ finding, claim, answers, first, verdict, compare = false }: CardProps) {
  const isEvidence = verdict.kind === 'do-not-bill' && finding.severity === 'block';
  const look = isEvidence ? EVIDENCE : SEVERITIES[finding.severity];
  const [why, setWhy] = useState(false);
  return (
    <article className={`finding t-${look.tone}`}>
      <Icon name={look.icon} />
      <div>
        <h3 id={first ? 'question' : undefined} tabIndex={first ? -1 : undefined}>
          <span className="sr">{look.says}: </span>
          <PageText text={finding.title} />
        </h3>
        {finding.sums && <Sums sums={finding.sums} />}
        {keyed(finding.quotes ?? [], ({ text }) => text).map(({ key, item: quote }) => (
          <Quote key={key} from={quote.says ?? quote.place?.label ?? 'The page says'} text={quote.text} />
        ))}
        {finding.why !== verdict.why && (
          <p>
            <PageText text={finding.why} />
          </p>
        )}
        {finding.fix && (
          <p>
            <b>To fix:</b> <PageText text={finding.fix.charAt(0).toLowerCase() + finding.fix.slice(1)} />
          </p>
        )}
        {finding.lapsed && <Lapsed said={finding.lapsed} />}
        {finding.severity === 'block' && finding.noOverride !== undefined && (
          <p className="note">No override: {finding.noOverride}</p>
        )}
        <div className="lks">
          <Question kind={finding.question} claim={claim} answers={answers} />
          {mayAccept(finding) && <Acknowledge finding={finding} claim={claim} />}
          {compare && isFromRemittance(finding.check) && (
            <Act intent={{ do: 'open-remittance', claim }} look="link" icon="look" more=" with the remittance">
              Compare
            </Act>
          )}
          <Places places={finding.places} lines={finding.lines} />
          <WhyLink open={why} onToggle={() => setWhy(!why)} check={finding.check} />
        </div>
        {why && <RuleNote check={finding.check} source={finding.source} />}
        {why && finding.ruleBook && <p className="note">{ruleBookWords(finding)}</p>}
      </div>
    </article>
  );
}
