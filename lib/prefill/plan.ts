import type { BoxKind } from '../claim/boxes';
import type { Choice } from './compare';

export type TemplateId = 'destination-payer' | 'medicare-secondary' | 'own';

/**
 * One box of the plan.
 * `fill`: will be filled. `conflict`: something else stands there, filled only with her tick.
 * `proposal`: worked out of what is known, and hers to say: filled only with her tick, also where the box is empty.
 * `right`: already holds it. `left-alone`: must not or cannot be filled, `why` says so.
 */
export interface PlanItem {
  box: string;
  /** `Insured's name`. */
  name: string;
  kind: BoxKind;
  /** Present value as the control holds it, and as the biller sees it. */
  present: string;
  presentShown: string;
  /** Wanted value in canonical form: ISO date, cents as digits (`14400`), `yes`/`no`, `M`/`F`, text. */
  wanted: string;
  /** As it will stand in the box: `03/10/2026`, `144.00`, `YES`. */
  wantedShown: string;
  /** `Ledger, paid by Brightwater`. */
  source: string;
  /** Heading that the panel groups by: `Other insurance`, `Line 1, 99214-25`. */
  group: string;
  line?: number;
  state: 'fill' | 'conflict' | 'proposal' | 'right' | 'left-alone';
  why?: string;
  path: string;
  /** Choices of a group of radios or check boxes: the filler finds each at `path/<value>`. */
  options?: Choice[];
}

export interface PrefillPlan {
  template: TemplateId;
  claimId: string;
  items: PlanItem[];
  /** Boxes the template wants but for which a reading is missing. */
  missing: { box: string; name: string; why: string }[];
  /** Changes when the form's boxes or their values change: a plan is carried out only on the form it was made for. */
  fingerprint: string;
}

/** True for a box that only her tick fills. */
export const needsTick = ({ state }: Pick<PlanItem, 'state'>): boolean => state === 'conflict' || state === 'proposal';

/** What the filler is told to do with one box. */
export interface FillOrder {
  box: string;
  kind: BoxKind;
  path: string;
  /** The value the box held when the plan was made; another value means that the form has changed. */
  expected: string;
  wanted: string;
  source: string;
  options?: Choice[];
}

export interface FillResult {
  box: string;
  path: string;
  before: string;
  wanted: string;
  after: string;
  /** `kept`: the box already held the wanted value when the filler came to it. */
  status: 'filled' | 'kept' | 'refused';
  why?: string;
  source: string;
  /** As in the order: undo finds the group's choices by them. */
  options?: Choice[];
}

/** What was filled, kept for undo. */
export interface FillJournal {
  claimId: string;
  filledAt: number;
  results: FillResult[];
  /** Set when the run ended early, with the reason. */
  stopped?: string;
  undone?: { at: number; putBack: number; stayed: { box: string; why: string }[] };
}
