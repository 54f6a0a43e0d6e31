import type { Case } from '../claim/case';
import type { IsoDate } from '../claim/claim';
import type { Gap, Rank, RuleId } from './answer';
import { isGap } from './gaps';
import { isMedicare, type Plan } from './plan';

/** The claim's two payers, and the day of service for which their order is asked. */
export interface Pair {
  c: Case;
  primary: Plan;
  secondary: Plan;
  day: IsoDate;
}

/** What one rule says of a pair: who is first, that it does not apply, or what is missing to tell. */
export type Ruling =
  | { is: 'first'; first: Rank; says: string /** Only as far as public sources go. */; verify?: true }
  | { is: 'none'; because: string }
  | { is: 'open'; gaps: Gap[] };

/** One rule about the order of payers. A missing fact makes it open, never another answer. */
export interface OrderRule {
  id: RuleId;
  name: string;
  source: string;
  rule(pair: Pair): Ruling;
}

export const none = (because: string): Ruling => ({ is: 'none', because });
export const open = (...gaps: Gap[]): Ruling => ({ is: 'open', gaps });
export const first = (plan: Plan, says: string): Ruling => ({ is: 'first', first: plan.rank, says });

/** Why the rules of those who work are not asked. */
export const NO_JOB = 'the plan does not come from a job held now';

/** The gaps among some facts. */
export const gapsOf = (...facts: unknown[]): Gap[] => facts.filter(isGap);

/** Medicare, and the plan beside it. */
export const besideMedicare = ({ primary, secondary }: Pair): { medicare: Plan; plan: Plan } =>
  isMedicare(primary) ? { medicare: primary, plan: secondary } : { medicare: secondary, plan: primary };

export const otherThan = ({ primary, secondary }: Pair, plan: Plan): Plan => (plan === primary ? secondary : primary);
