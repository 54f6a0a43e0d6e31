import type { Check } from '../../lib/checks/check';
import { type RuleSection, ruleBook, SOURCE_NAMES } from '../../lib/checks/rule-book';

/** Id of a rule's summary in the page, which focus and scroll go to. */
export const ruleElement = (id: string): string => `rule-${id}`;

const textOf = ({ id, name, title, when, why, fix, source }: Check): string =>
  `${id} ${name} ${title} ${when} ${why} ${fix} ${source}`.toLowerCase();

/** The rule book by section; of a query, the rules that have each of its words somewhere. */
export const rulesThat = (query: string): RuleSection[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (check: Check): boolean => {
    const text = textOf(check);
    return words.every((word) => text.includes(word));
  };
  return ruleBook()
    .map((one) => ({ ...one, checks: one.checks.filter(fits) }))
    .filter(({ checks }) => checks.length > 0);
};

/** `The charge ledger, the chart.` */
export const readsWords = ({ needs }: Check): string => {
  const all = needs.map((need) => SOURCE_NAMES[need]).join(', ');
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
};
