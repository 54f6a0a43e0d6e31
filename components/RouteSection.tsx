import type { Route } from '../lib/checks/check';
import { routeAdvice } from '../lib/checks/route-advice';
import type { Answers } from '../lib/claim/case';
import { Facts } from './Facts';
import type { ClaimItem } from './models/claims';
import { PageText } from './PageText';
import { Question } from './Question';
import { Unread } from './Unread';

const WAYS: Record<Route['way'], string | undefined> = {
  electronic: 'Electronic',
  print: 'Print locally',
  none: 'Do not bill',
  undecided: undefined,
};

const EOB: Record<Route['way'], string | undefined> = {
  electronic: 'not needed',
  print: 'attach it',
  none: undefined,
  undecided: undefined,
};

/** A list may say that the payer wants the EOB on paper although the claim goes electronically. */
const eobCopy = ({ exam: { route }, case: { secondary } }: ClaimItem): string | undefined =>
  route.way === 'electronic' && secondary?.lists?.eobOnPaper?.value === 'yes' ? 'send it on paper' : EOB[route.way];

/** How the claim goes out, and why. */
export function RouteSection({ item, answers }: { item: ClaimItem; answers: Answers | undefined }) {
  const { route } = item.exam;
  return (
    <section className="sec">
      <h2>How it goes out</h2>
      <Facts
        facts={[
          ['Route', WAYS[route.way] ?? <Unread key="way">not decided</Unread>],
          ['Because', <PageText key="why" text={route.why} />],
          ['EOB copy', eobCopy(item)],
        ]}
      />
      {routeAdvice(item.case, route).map((advice) => (
        <p key={advice} className="note gap">
          <PageText text={advice} />
        </p>
      ))}
      {route.way === 'undecided' && item.case.secondary && (
        <div className="lks">
          <Question kind="electronic" claim={item.id} answers={answers} />
        </div>
      )}
    </section>
  );
}
