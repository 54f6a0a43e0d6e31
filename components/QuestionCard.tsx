import { useState } from 'react';
import type { Unknown } from '../lib/checks/check';
import type { Answers } from '../lib/claim/case';
import { Icon } from './Icon';
import { capital } from './models/text';
import { PageText } from './PageText';
import { Question } from './Question';
import { RuleNote } from './RuleNote';
import { WhyLink } from './WhyLink';

interface QuestionCardProps {
  unknown: Unknown;
  claim: string;
  answers: Answers | undefined;
  first: boolean;
}

/** Something no page says, but the biller can. */
export function QuestionCard({ unknown, claim, answers, first }: QuestionCardProps) {
  const [why, setWhy] = useState(false);
  return (
    <article className="finding t-ask">
      <Icon name="decide" />
      <div>
        <h3 id={first ? 'question' : undefined} tabIndex={first ? -1 : undefined}>
          <span className="sr">Not known: </span>
          <PageText text={capital(unknown.missing[0]?.what ?? unknown.title)} />
        </h3>
        {unknown.missing[0]?.why && (
          <p>
            <PageText text={unknown.missing[0].why} />
          </p>
        )}
        <div className="lks">
          <Question kind={unknown.question} claim={claim} answers={answers} />
          <WhyLink open={why} onToggle={() => setWhy(!why)} check={unknown.check} />
        </div>
        {why && <RuleNote check={unknown.check} source={unknown.source} />}
      </div>
    </article>
  );
}
