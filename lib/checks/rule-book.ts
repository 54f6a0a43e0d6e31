import { CATALOGUE, SECTIONS } from './catalogue';
import type { Check, Section, Severity } from './check';

/** The sections as headings, in the order in which they are looked at (`SECTIONS`). */
const SECTION_NAMES: Readonly<Record<Section, string>> = {
  posting: 'State and posting',
  payers: 'Payers and their order',
  crossover: 'Crossover and duplicates',
  money: 'Money and denials',
  adjustments: 'Adjustment codes',
  dates: 'Dates and time to file',
  identity: 'Identity',
  form: 'The form',
};

/** Severities in the biller's words. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  block: 'Blocks the claim',
  decide: 'Needs a decision',
  info: 'Good to know',
};

/** What a check reads, as the biller calls it. */
export const SOURCE_NAMES: Readonly<Record<Check['needs'][number], string>> = {
  row: 'the claim in Claim History',
  siblings: "the patient's other claims",
  ledger: 'the charge ledger',
  chart: 'the chart',
  form: 'the secondary claim form',
  payers: 'what is known of the payers',
  patient: "the patient's name and birth date",
  answers: 'your answers',
  today: "today's date",
  remittance: 'the remittance (835)',
};

export interface RuleSection {
  section: Section;
  name: string;
  checks: readonly Check[];
}

/** Every check, by section, in the order of the catalogue. Sections without a check are left out. */
export const ruleBook = (checks: readonly Check[] = CATALOGUE): RuleSection[] =>
  SECTIONS.map((section) => ({
    section,
    name: SECTION_NAMES[section],
    checks: checks.filter((check) => check.section === section),
  })).filter((one) => one.checks.length > 0);

/** The severity in words; where it depends on the case, with that: `Needs a decision, may block`. */
export const severityWords = ({ severity, mayBlock }: Pick<Check, 'severity' | 'mayBlock'>): string =>
  mayBlock === true && severity !== 'block' ? `${SEVERITY_NAMES[severity]}, may block` : SEVERITY_NAMES[severity];

/** A piece of a rule's text: words, or the id of another rule. */
interface RulePart {
  text: string;
  /** Id of the rule that `text` names. */
  rule?: string;
}

const RULE_ID = /\b([CW](?:\d{3}|EXCL))\b/;

/** A rule's text, cut where it names other rules of the catalogue. */
export const partsOf = (text: string, checks: readonly Check[] = CATALOGUE): RulePart[] =>
  text
    .split(RULE_ID)
    .filter((piece) => piece !== '')
    .map((piece) => (checks.some(({ id }) => id === piece) ? { text: piece, rule: piece } : { text: piece }));
