import type { IsoDate } from './claim';

/** What the insured holds a plan by: work that goes on, work that has ended, continuation after it (COBRA or state law), or a policy of their own. */
export const COVERAGE_BASES = ['current-employment', 'retired', 'laid-off', 'cobra', 'individual'] as const;
export type CoverageBasis = (typeof COVERAGE_BASES)[number];

/** How many employees the employer has, in the steps that the Medicare Secondary Payer rules know. */
export const EMPLOYER_SIZES = ['under-20', '20-to-99', '100-or-more'] as const;
export type EmployerSize = (typeof EMPLOYER_SIZES)[number];

/** Whose work a plan comes through, seen from the patient. */
export const THROUGH = ['patient', 'spouse', 'family'] as const;

/** Whose plan it is, for a child whose parents live apart, in the order in which such plans pay. */
export const PARENT_ROLES = [
  'named-by-decree',
  'custodial-parent',
  'custodial-parents-spouse',
  'other-parent',
  'other-parents-spouse',
] as const;
export type ParentRole = (typeof PARENT_ROLES)[number];

/** What the biller said of one plan of a patient. What she did not say is not there. */
export interface PlanAnswers {
  basis?: CoverageBasis;
  through?: (typeof THROUGH)[number];
  employerSize?: EmployerSize;
  /** A plan of several employers, one of which is large enough for Medicare to pay second. */
  multiEmployer?: boolean;
  /** The plan has no rules on coordination of benefits. */
  noCob?: boolean;
  parent?: ParentRole;
  /** First day of the coverage, where the chart does not say. */
  since?: IsoDate;
}

export const MEDICARE_REASONS = ['age', 'disability', 'esrd'] as const;
export type MedicareReason = (typeof MEDICARE_REASONS)[number];

/** What the biller said about one patient's coverage, for this browser session: what no page of the PM shows. */
export interface CoverageAnswers {
  /** By the payer's name, as the claim writes it. */
  plans: Record<string, PlanAnswers>;
  /** All reasons for which the patient has Medicare. */
  medicareFor?: MedicareReason[];
  /** Kidney failure: the first day of Medicare on that ground, and whether Medicare already paid first before it. */
  esrd?: { medicareFrom?: IsoDate; medicareWasFirst?: boolean };
  /** An accident or work injury that claims from that day on may belong to. */
  accident?: { kind: 'none' } | { kind: 'work' | 'auto' | 'other'; on: IsoDate };
  /** A child's parents: together, or apart (then each plan has its role). */
  parents?: 'together' | 'apart';
  /** What Medicare's own eligibility record says of another payer before it. */
  medicareRecord?: 'agrees' | 'differs';
}
