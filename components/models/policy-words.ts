import type { Check } from '../../lib/checks/check';
import { severityWords } from '../../lib/checks/rule-book';
import type { Margins } from '../../lib/claim/margins';
import type { EffectiveRule } from '../../lib/policy/merge';
import type { CheckRule, Policy } from '../../lib/policy/policy';
import { ruleIn } from '../../lib/policy/policy';
import type { Severity } from '../../lib/policy/severity';
import { SEVERITIES } from './severities';
import { small } from './text';

/** What the control of a rule shows: her own word, `book` where she has none. */
export type Choice = Severity | 'book';

export const CHOICES: readonly { choice: Severity; label: string }[] = [
  { choice: 'block', label: SEVERITIES.block.says },
  { choice: 'decide', label: SEVERITIES.decide.says },
  { choice: 'info', label: SEVERITIES.info.says },
];

export const bookWords = (check: Check): string => `Rule book: ${small(severityWords(check))}`;

/** Why nobody makes a rule milder. */
export const fixedWords = ({ fixed, noOverride }: Check): string | undefined => fixed ?? noOverride;

/** What the organization says of a rule, in words; undefined where it says nothing. */
export const organizationWords = (rule: CheckRule | undefined): string | undefined => {
  if (!rule) return undefined;
  const parts = [
    rule.off && `turned it off: ${rule.off.reason}`,
    rule.severity && !rule.off && `set it to: ${small(SEVERITIES[rule.severity].says)}`,
    rule.mayOverride === false && 'does not allow its block to be overridden',
  ].filter(Boolean);
  return parts.length === 0 ? undefined : `Your organization ${parts.join(', and ')}.`;
};

/** True where she said something that does not count, because it would weaken what her organization set. */
export const isOverruled = (own: CheckRule | undefined, rule: EffectiveRule | undefined): boolean => {
  if (!own) return false;
  const offLost = own.off !== undefined && rule?.off?.by !== 'you';
  const severityLost = own.off === undefined && own.severity !== undefined && rule?.severity?.by !== 'you';
  return offLost || severityLost;
};

/** What counts for a rule now, where that is not what the rule book says. */
export const effectiveWords = (rule: EffectiveRule | undefined): string | undefined => {
  if (rule?.off) return `Off, by ${rule.off.by === 'you' ? 'you' : 'your organization'}: ${rule.off.reason}`;
  if (!rule?.severity) return undefined;
  return `${SEVERITIES[rule.severity.is].says}${rule.severity.raisesOnly ? ' at least' : ''}, by ${rule.severity.by === 'you' ? 'you' : 'your organization'}`;
};

/** What she chose for a rule. */
export const choiceOf = (own: Policy, check: string): Choice => ruleIn(own, check)?.severity ?? 'book';

export const MARGIN_WORDS: Readonly<Record<keyof Margins, { label: string; says: string }>> = {
  soonDays: {
    label: 'Days that count as soon',
    says: 'From so many days before the deadline on, the panel says that the time to file ends (C089).',
  },
  receivedDays: {
    label: 'Days for the way',
    says: 'The payer must receive the claim in time: the panel says to send it so many days before the deadline.',
  },
  crossoverDays: {
    label: 'Working days to wait after a crossover',
    says: 'So long a claim that Medicare forwarded is not to be billed (C052). CMS says 15. A Medicaid may take longer.',
  },
};
