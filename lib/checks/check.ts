import type { Acknowledgement, Case } from '../claim/case';
import type { Cents } from '../claim/claim';
import type { Place } from '../claim/reading';
import type { Whose } from '../policy/merge';
import type { Severity } from '../policy/severity';

export type { Severity };

/** One row of a sum written as on paper: `Charge 85.00`, `Paid by Brightwater -50.69`, ... `Left over 0.01`. Amounts carry their sign. */
export interface SumRow {
  label: string;
  amount: Cents | undefined;
  role: 'part' | 'suspect' | 'total';
}

export interface Sum {
  caption: string;
  line?: number;
  rows: SumRow[];
}

/** What a raised check says to the biller. */
export interface Raised {
  /** Overrides the check's severity where the catalogue has a variable one. */
  severity?: Severity;
  /** A full statement with the place in it: `Line 2, 97110, does not balance`. */
  title: string;
  /** One sentence, where this case has more to say than the rule's own `why`. */
  why?: string;
  /** One sentence that begins with a verb, where this case has more to say than the rule's own `fix`. */
  fix?: string;
  /** 30 characters or less, for lists and marks: `Line 2 is off by $0.01`. */
  short: string;
  places: Place[];
  lines: number[];
  sums?: Sum[];
  /** Evidence quoted from pages. */
  quotes?: { text: string; place?: Place; says?: string }[];
  /** A question that the panel can ask in place instead of a mend; its answer goes to `Answers`. */
  question?: 'acknowledge' | 'crossover' | 'electronic' | 'eob' | 'order';
}

/** A reading that a check could not do without. */
export interface Missing {
  /** What is missing, as the biller calls it: `the ledger`, `the check date of line 2`. */
  what: string;
  /** Which source would have it, for the button that reads it. */
  source: 'claim-history' | 'ledger' | 'chart' | 'claim-form' | 'remittance' | 'payer-directory' | 'coverage';
  place?: Place;
  /** Where it stands but cannot be read: the raw text and why. */
  raw?: string;
  why?: string;
}

export type Outcome =
  | { is: 'pass'; because?: string }
  | { is: 'raised'; raised: Raised[] }
  | { is: 'unknown'; missing: Missing[]; question?: Raised['question'] };

/** The order in which the catalogue is evaluated; a block in the first three ends it after `crossover`. */
export type Section = 'posting' | 'payers' | 'crossover' | 'money' | 'adjustments' | 'dates' | 'identity' | 'form';

/** One rule of the catalogue. One file a check: `lib/checks/C005-line-not-balanced.ts`. */
export interface Check {
  /** Key of the rule: `C005`. */
  id: string;
  /** `line_not_balanced`. */
  name: string;
  /** What it makes sure of, for the list of passed checks: `Each line balances to $0.00`. */
  title: string;
  /** When it is raised, and what leaves it unknown: a few plain sentences, for the rule book. The one copy of the rule. */
  when: string;
  /** Why it matters, in one sentence: of the rule, and of each finding that says nothing else. */
  why: string;
  /** How to mend it, in one sentence that begins with a verb: of the rule, and of each finding that says nothing else. */
  fix: string;
  section: Section;
  severity: Severity;
  /** True where it may block although `severity` says less. */
  mayBlock?: boolean;
  /** Why no policy makes it milder or turns it off. */
  fixed?: string;
  /** Why no reason overrides its block; then no policy weakens it either. */
  noOverride?: string;
  /** Which sources it reads. */
  needs: (
    | 'row'
    | 'siblings'
    | 'ledger'
    | 'chart'
    | 'form'
    | 'payers'
    | 'patient'
    | 'answers'
    | 'today'
    | 'remittance'
  )[];
  /** Where the rule comes from, shown under *Why*. */
  source: string;
  run(claim: Case): Outcome;
}

export interface Finding extends Raised {
  check: string;
  severity: Severity;
  why: string;
  fix: string;
  source: string;
  /** The biller accepted it, or overrode its block. */
  acknowledged?: Acknowledgement;
  /** She did so when the check said something else: that counts no more. */
  lapsed?: Acknowledgement;
  /** Why its block cannot be overridden. */
  noOverride?: string;
  /** The rule book's severity, where a policy set another, and whose word it is. */
  ruleBook?: { severity: Severity; by: Whose };
}

export interface Unknown {
  check: string;
  title: string;
  blocking: boolean;
  missing: Missing[];
  question?: Raised['question'];
  source: string;
}

export type Route =
  | { way: 'electronic'; why: string }
  | { way: 'print'; why: string; attachEob: true }
  | { way: 'none'; why: string }
  | { way: 'undecided'; why: string };

export type VerdictKind = 'ready' | 'decide' | 'blocked' | 'cannot-tell' | 'do-not-bill';

export interface Verdict {
  kind: VerdictKind;
  /** `Blocked: line 2 is off by $0.01`. */
  headline: string;
  /** One sentence under it. */
  why: string;
  /** 30 characters or less for the row in the list. */
  short: string;
  /** Folded groups that only the list has. */
  group?: 'waiting' | 'billed' | 'nothing';
}

/** Everything the checks say about one claim. A pure function of the case. */
export interface Examination {
  verdict: Verdict;
  route: Route;
  findings: Finding[];
  unknown: Unknown[];
  passed: { check: string; title: string; because?: string }[];
  /** Behind a block of the first three sections: not looked at, which is not passed. */
  notLookedAt: { check: string; title: string }[];
  /** Turned off by a policy: not looked at either. */
  off: readonly { check: string; title: string; reason: string; by: Whose }[];
}
