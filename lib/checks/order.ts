import type { Case } from '../claim/case';
import type { Gap, RuleId } from '../order/answer';
import { isGap } from '../order/gaps';
import { type Order, orderFacts, type RuleState } from '../order/order-of';
import { kindOfPlan, type Plan, planOf } from '../order/plan';
import type { Missing, Outcome, Raised } from './check';
import { oncePerCase } from './once';
import { pass, raise, unknown } from './outcome';
import { places } from './words';

/** What the rules of payer order say of the claim: worked out once for the checks that ask. */
export const payerOrder: (c: Case) => Order = oncePerCase(orderFacts);

const plans = {
  primary: oncePerCase((c) => planOf(c, 'primary')),
  secondary: oncePerCase((c) => planOf(c, 'secondary')),
};

/** The claim's payer of that rank, with what is known of the patient's plan. */
export const planIn = (c: Case, rank: 'primary' | 'secondary'): Plan | undefined => plans[rank](c);

const asMissing = ({ ask: _ask, ...missing }: Gap): Missing => missing;

/** Unknown by facts about the coverage; the panel asks for those that the biller can say. */
export const unknownOrder = (gaps: readonly Gap[]): Outcome =>
  unknown(gaps.map(asMissing), gaps.some(({ ask }) => ask !== undefined) ? 'order' : undefined);

/** What a wrong order says everywhere: where the payers stand, and who comes first. */
export const wrongOrder = (c: Case, why: string, words: Partial<Raised> = {}): Raised => ({
  title: `${nameOf(c, 'secondary')} pays before ${nameOf(c, 'primary')}`,
  short: 'Payers in the wrong order',
  why,
  places: places(c.row.primaryPayer, c.row.secondaryPayer),
  lines: [],
  question: 'order',
  ...words,
});

const nameOf = (c: Case, rank: 'primary' | 'secondary'): string => planIn(c, rank)?.name ?? `the ${rank}`;

type Decides = RuleState & { is: 'decides' };

/** What became of a rule, as the outcome of its check: raised where it puts the secondary first. */
export const judgeState = (c: Case, state: RuleState, words?: (state: Decides) => Partial<Raised>): Outcome => {
  switch (state.is) {
    case 'none':
      return pass(state.because);
    case 'behind':
      return pass(`another rule decides: ${state.by.name}`);
    case 'open':
      return unknownOrder(state.gaps);
    case 'decides':
      return state.ruling.first === 'primary'
        ? pass('the order is right by this rule')
        : raise(wrongOrder(c, state.ruling.says, words?.(state)));
  }
};

/** Raised where this rule decides that the secondary pays first; unknown while a fact for it, or for a rule before it, is missing. */
export const judgeOrder = (
  c: Case,
  id: RuleId,
  otherwise: string,
  words?: (state: Decides) => Partial<Raised>,
): Outcome => {
  const state = stateOf(c, id);
  return state ? judgeState(c, state, words) : pass(whyNone(c, otherwise));
};

/** What became of a rule; undefined where the payers are ordered by other rules, or by none. */
export const stateOf = (c: Case, id: RuleId): RuleState | undefined => payerOrder(c).rules.get(id);

/** Why a rule is not asked: nothing orders the two payers, or others do. */
export const whyNone = (c: Case, otherwise: string): string => {
  const { rules, why } = payerOrder(c);
  return rules.size === 0 ? why : otherwise;
};

/** What is missing to tell the kind of the primary: it may be one that pays last. */
export const unclearKind = (c: Case): Gap[] => {
  const plan = planIn(c, 'primary');
  const kind = plan && kindOfPlan(plan);
  return isGap(kind) ? [kind] : [];
};
