/** The rule book as a document: `docs/rules.md`, made from the check files. */
import type { Check } from '../../lib/checks/check';
import { partsOf, type RuleSection, ruleBook, SOURCE_NAMES, severityWords } from '../../lib/checks/rule-book';

/** Signs that Markdown would take for its own. */
const plain = (text: string): string => text.replace(/[\\`*_<>[\]|#]/g, '\\$&');

const linked = (text: string): string =>
  partsOf(text)
    .map(({ text: words, rule }) => (rule === undefined ? plain(words) : `[${rule}](#${rule.toLowerCase()})`))
    .join('');

const ruleMd = (check: Check): string =>
  [
    `### ${check.id}`,
    '',
    `**${plain(check.title)}** (\`${check.name}\`): ${severityWords(check).toLowerCase()}.`,
    '',
    `- When: ${linked(check.when)}`,
    `- Why: ${linked(check.why)}`,
    `- To fix: ${linked(check.fix)}`,
    `- Reads: ${check.needs.map((need) => SOURCE_NAMES[need]).join(', ')}.`,
    `- Source: ${plain(check.source)}`,
    '',
  ].join('\n');

const sectionMd = ({ name, checks }: RuleSection): string => `## ${name}\n\n${checks.map(ruleMd).join('\n')}`;

const anchor = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

const contents = (book: readonly RuleSection[]): string =>
  book
    .map(({ name, checks }) => {
      const rules = checks.map(({ id }) => `[${id}](#${id.toLowerCase()})`).join(', ');
      return `- [${name}](#${anchor(name)}): ${rules}`;
    })
    .join('\n');

const INTRO = `Made from the files in \`lib/checks\` by \`npm run rules\`. Change the rule in its file, not here.

Each rule has three answers. It **passes**: the claim keeps it, or it does not apply. It is **raised**: the claim breaks it. It is
**unknown**: something that the rule needs is not read, or stands there unreadably; a page that was not opened is not read, whatever
the rule. Unknown never counts as passed.

A raised rule **blocks the claim** (fix it first), **needs a decision** (accept it with a reason), or is **good
to know**. Out of all of them comes the verdict, the first of these that is true: *do not bill* (the primary forwarded the claim),
*blocked*, *cannot tell* (a rule that may block is unknown), *needs a decision*, *ready*.

The rules are looked at in the order of this book. Where one of the first three sections blocks, the sections behind them are not
looked at, and the panel says so.

Abbreviations: CARC and RARC are X12's reason and remark codes; CO, PR, OA, PI are its group codes; PLB is money moved outside the
claims of a remittance; 837P is the claim and 835 the remittance; 2430 CAS and the like are places in them. The form for the
*destination payer* has the secondary in box 1a and the primary in boxes 9 to 9d; in the *Medicare-secondary* form the primary stands
in boxes 4, 6, 7 and 11.`;

/** The whole document. */
export const rulesMd = (): string => {
  const book = ruleBook();
  const count = book.reduce((sum, { checks }) => sum + checks.length, 0);
  return [`# The rule book: ${count} checks`, '', INTRO, '', contents(book), '', book.map(sectionMd).join('\n')].join(
    '\n',
  );
};
