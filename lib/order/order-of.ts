import type { Case } from '../claim/case';
import type { DateSpan, IsoDate } from '../claim/claim';
import { known } from '../claim/reading';
import type { Gap, Given, OrderAnswer, Question, Rank, RuleId } from './answer';
import { familyOf } from './families';
import { accidentOnForm } from './form-facts';
import { asked, distinctGaps, questionsOf, unread } from './gaps';
import { givenOf, isMedicare, planOf } from './plan';
import type { OrderRule, Pair, Ruling } from './rule';

/**
 * What became of one rule: it does not apply; it decides; an earlier one does; or it is open, by what is missing for itself
 * and for the rules before it.
 */
export type RuleState =
  | { is: 'none'; because: string }
  | { is: 'decides'; ruling: Ruling & { is: 'first' } }
  | { is: 'behind'; by: OrderRule; ruling: Ruling }
  | { is: 'open'; gaps: Gap[] };

/** All that the rules say of the claim's two payers. `why` stands where none of them speaks. */
export interface Order {
  first?: Rank;
  by?: OrderRule;
  ruling?: Ruling & { is: 'first' };
  gaps: Gap[];
  rules: ReadonlyMap<RuleId, RuleState>;
  why: string;
}

const NOTHING: Omit<Order, 'why'> = { gaps: [], rules: new Map() };

const allOpen = (rules: readonly OrderRule[], gaps: Gap[]): Order => ({
  gaps,
  rules: new Map(rules.map(({ id }) => [id, { is: 'open', gaps }])),
  why: '',
});

const NO_RULE = 'no rule decides between the two payers';

/**
 * The rules one after the other: the first that decides, with none open before it, gives the order. What lies behind one
 * that decides is never asked, even where one before it is open.
 */
const walk = (rules: readonly OrderRule[], pair: Pair): Order => {
  const states = new Map<RuleId, RuleState>();
  const gaps: Gap[] = [];
  let decided: { by: OrderRule; ruling: Ruling & { is: 'first' } } | undefined;
  for (const rule of rules) {
    const ruling = rule.rule(pair);
    if (decided) states.set(rule.id, { is: 'behind', by: decided.by, ruling });
    else if (ruling.is === 'none') states.set(rule.id, ruling);
    else if (ruling.is === 'open') {
      gaps.push(...ruling.gaps);
      states.set(rule.id, { is: 'open', gaps: distinctGaps(gaps) });
    } else {
      decided = { by: rule, ruling };
      states.set(rule.id, gaps.length === 0 ? { is: 'decides', ruling } : { is: 'open', gaps: distinctGaps(gaps) });
    }
  }
  const base = { gaps: distinctGaps(gaps), rules: states, why: NO_RULE };
  return decided && gaps.length === 0 ? { ...base, ...decided, first: decided.ruling.first } : base;
};

/** The order on one day of service. */
const orderOn = (pair: Pair): Order => {
  const family = familyOf(pair);
  const unless = family?.unless(pair);
  if (!family) return { ...NOTHING, why: NO_RULE };
  if (typeof unless === 'string') return { ...NOTHING, why: unless };
  return unless ? allOpen(family.rules, unless) : walk(family.rules, pair);
};

const ONE_ORDER: Gap = { what: 'one payer order for all days of the claim', source: 'claim-history' };

const rulesOf = (pair: Pair): readonly OrderRule[] => familyOf(pair)?.rules ?? [];

const overDays = (pair: Omit<Pair, 'day'>, { from, to }: DateSpan): Order => {
  const order = orderOn({ ...pair, day: from });
  if (from === to) return order;
  const last = orderOn({ ...pair, day: to });
  const isSame = order.by === last.by && order.first === last.first && order.gaps.length === last.gaps.length;
  return isSame
    ? order
    : allOpen(rulesOf({ ...pair, day: from }), distinctGaps([...order.gaps, ...last.gaps, ONE_ORDER]));
};

const pairOf = (c: Case): Omit<Pair, 'day'> | undefined => {
  const [primary, secondary] = [planOf(c, 'primary'), planOf(c, 'secondary')];
  return primary && secondary ? { c, primary, secondary } : undefined;
};

/** Far enough from any boundary: the pair's rules, where the day itself is not read. */
const ANY_DAY: IsoDate = '2000-01-01';

/** What each rule says of the claim's two payers, on its days of service. */
export const orderFacts = (c: Case): Order => {
  const pair = pairOf(c);
  if (!pair) return { ...NOTHING, why: c.secondary ? 'a payer has no name' : 'no secondary on file' };
  const days = known(c.row.dos);
  if (days) return overDays(pair, days);
  const rules = rulesOf({ ...pair, day: ANY_DAY });
  return allOpen(rules, [unread('the date of service', 'claim-history', c.row.dos)]);
};

/** What would change the order if it were so, and is not asked otherwise. */
const alsoOf = ({ c, primary, secondary }: Omit<Pair, 'day'>, { rules }: Order): Question[] => {
  const noCob = asked('no-cob', secondary.key);
  if (rules.has('no-cob') && secondary.said.noCob === undefined) return questionsOf([noCob]);
  const isMsp = rules.has('working-aged') && [primary, secondary].some(isMedicare);
  return isMsp && c.coverage?.medicareRecord === undefined ? [{ id: 'medicare-record' }] : [];
};

const accidentGiven = (c: Case): Given[] => {
  const onForm = accidentOnForm(c);
  if (!onForm) return [];
  const said = c.coverage?.accident?.kind;
  const base: Given = { id: 'accident', value: onForm.kind, place: onForm.place };
  return [said === undefined || said === onForm.kind ? base : { ...base, said }];
};

/**
 * In which order the claim's two payers pay, and which rule decides: Medicare Secondary Payer, Medicaid last, TRICARE, and
 * for private plans the sequence of NAIC Model 120. A fact that is missing leaves it undecided; `asks` has what the biller
 * can say, first what matters most. Sources stand with each rule.
 */
export const orderOf = (c: Case): OrderAnswer => {
  const pair = pairOf(c);
  const order = orderFacts(c);
  if (!pair) return { is: 'no-rule', why: order.why, asks: [], also: [], given: [] };
  const plans = [pair.primary, pair.secondary].filter((plan) => !isMedicare(plan));
  const given = [...plans.flatMap(givenOf), ...accidentGiven(c)];
  const always = { asks: questionsOf(order.gaps), also: alsoOf(pair, order), given };
  if (order.by && order.ruling && order.first) {
    const { id, name, source } = order.by;
    const rule = { id, name, says: order.ruling.says, source };
    return { is: order.first === 'primary' ? 'as-billed' : 'other-way', first: order.first, rule, ...always };
  }
  return order.gaps.length > 0
    ? { is: 'undecided', gaps: order.gaps, ...always }
    : { is: 'no-rule', why: order.why, ...always };
};
