import type { Lacking } from '../claim/lacking';
import type { Place } from '../claim/reading';

export type Rank = 'primary' | 'secondary';

/** What the biller can be asked about a patient's coverage. */
export const QUESTION_IDS = [
  'plan-basis',
  'through',
  'employer-size',
  'multi-employer',
  'medicare-for',
  'esrd-from',
  'medicare-was-first',
  'accident',
  'parents',
  'parent-role',
  'no-cob',
  'since',
  'medicare-record',
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

/** One question; `payer` is the plan that it is about, as `CoverageAnswers.plans` has it. */
export interface Question {
  id: QuestionId;
  payer?: string;
}

/** Where a fact would come from. `coverage`: the biller can say it. */
export type GapSource = 'chart' | 'claim-history' | 'claim-form' | 'coverage';

/** A fact that a rule cannot do without; `ask` where the biller can be asked for it. */
export interface Gap extends Lacking<GapSource> {
  ask?: Question;
}

/** A fact that a page gives, so that nobody has to be asked. */
export interface Given extends Question {
  /** As `CoverageAnswers` would hold it: `current-employment`, `2024-01-01`. */
  value: string;
  place: Place;
  /** The biller said something else. */
  said?: string;
}

export const RULE_IDS = [
  'accident-payer',
  'medicaid-last',
  'tricare-second',
  'own-policy',
  'esrd',
  'former-employment',
  'working-aged',
  'disability',
  'no-cob',
  'dependent',
  'birthday',
  'custody',
  'active-inactive',
  'continuation',
  'longer-shorter',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** The rule that decides, and what it says of this claim. */
export interface DecidingRule {
  id: RuleId;
  /** `Working aged`. */
  name: string;
  /** One sentence for the biller: `Medicare pays first: BRIGHTWATER PPO comes from an employer of fewer than 20.` */
  says: string;
  source: string;
}

interface Always {
  /** Facts that are still needed, in the order in which they matter, and that no page gives. Empty once it is decided. */
  asks: Question[];
  /** What is not needed, but would change the order where it is so. */
  also: Question[];
  /** Facts that a page gives. */
  given: Given[];
}

/** In which order the claim's two payers pay, and which rule says so. */
export type OrderAnswer =
  | ({ is: 'as-billed' | 'other-way'; first: Rank; rule: DecidingRule } & Always)
  /** Facts are missing: those that the biller can say are in `asks`, others (a page not read) in `gaps` alone. */
  | ({ is: 'undecided'; gaps: Gap[] } & Always)
  /** No rule speaks of these two payers. */
  | ({ is: 'no-rule'; why: string } & Always);
