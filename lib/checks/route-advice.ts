import type { Case } from '../claim/case';
import type { Route } from './check';
import { listSays, noCarrier } from './listed';

type Way = Route['way'];

interface Advice {
  on: readonly Way[];
  says: (c: Case) => string | undefined;
}

/** Lists of other sources that say the opposite of the one by which the way was decided. */
const differing = (c: Case): string | undefined => {
  const [other] = c.answers.electronicSecondary === undefined ? (c.secondary?.listed?.others ?? []) : [];
  if (!other) return undefined;
  const takes = other.value === 'yes' ? 'takes electronic secondary claims' : 'takes no electronic secondary claims';
  return `Lists differ: ${listSays(c, other, takes)}`;
};

const ADVICE: readonly Advice[] = [
  { on: ['electronic', 'print'], says: differing },
  {
    on: ['electronic', 'undecided'],
    says: (c) => {
      const said = c.secondary?.lists?.professional;
      if (said?.value === 'enroll') return listSays(c, said, 'takes electronic claims only after enrollment');
      return said?.value === 'no' ? listSays(c, said, 'takes no electronic claims at all') : undefined;
    },
  },
  {
    on: ['electronic', 'undecided'],
    says: (c) => {
      const said = c.secondary?.lists?.eobOnPaper;
      return said?.value === 'yes' ? listSays(c, said, 'wants the EOB on paper, so send it a copy') : undefined;
    },
  },
  { on: ['none'], says: noCarrier },
];

/**
 * What the payer lists have to say about the way a claim goes out, as sentences that name their list. They decide nothing:
 * a list is one clearinghouse's word.
 */
export const routeAdvice = (c: Case, { way }: Route): string[] =>
  ADVICE.flatMap(({ on, says }) => (on.includes(way) ? (says(c) ?? []) : []));
