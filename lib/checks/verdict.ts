import type { Case } from '../claim/case';
import { isOverridden, isStanding } from './acknowledged';
import type { Examination, Finding, Missing, Route, Unknown, Verdict, VerdictKind } from './check';
import { counted, primaryName } from './words';

type Parts = Pick<Examination, 'findings' | 'unknown'>;

/** The checks that say *do not bill*: somebody else has sent the claim on. */
const FORWARDED: ReadonlySet<string> = new Set(['C051', 'C052']);
/** What is only natural while the primary has not answered. */
const WAITING: ReadonlySet<string> = new Set(['C001', 'C002', 'C003', 'C004']);
const BILLED: ReadonlySet<string> = new Set(['C057', 'C058']);
const NOTHING_LEFT = 'C060';

const LONGEST_SHORT = 30;

const fitting = (words: string, otherwise: string): string => (words.length <= LONGEST_SHORT ? words : otherwise);

const blocksOf = ({ findings }: Parts): Finding[] => findings.filter(isStanding);

/** True for a finding that asks for a decision and was not accepted with a reason. */
const isOpen = ({ severity, acknowledged }: Finding): boolean => severity === 'decide' && acknowledged === undefined;

const openQuestions = ({ findings }: Parts): Finding[] => findings.filter(isOpen);

const blockingUnknown = ({ unknown }: Parts): Unknown[] => unknown.filter(({ blocking }) => blocking);

/** True for a finding about boxes of the open form alone: filling the form mends it, nothing has to be posted again. */
export const isAboutForm = ({ places }: Pick<Finding, 'places'>): boolean =>
  places.length > 0 && places.every(({ page }) => page === 'claim-form');

/** `Line 2 is off` → `line 2 is off`; names and abbreviations keep their capitals. */
const inSentence = (words: string): string =>
  /^[A-Z][a-z]*(\s|:)/.test(words) ? words[0]?.toLowerCase() + words.slice(1) : words;

const KEEPS_CAPITAL = /^(Medicare|ID)\b/;
const lower = (words: string): string => (KEEPS_CAPITAL.test(words) ? words : inSentence(words));

type Words = Omit<Verdict, 'kind'>;

const doNotBill = (c: Case, parts: Parts): Words => {
  const blocks = blocksOf(parts);
  const found = blocks.find(({ check }) => check === 'C051') ?? blocks.find(({ check }) => FORWARDED.has(check));
  const name = primaryName(c);
  return {
    headline: `Do not bill: ${name} forwarded it`,
    why: found?.why ?? '',
    short: fitting(`${name} forwarded it`, 'The primary forwarded it'),
  };
};

const groupOf = (blocks: Finding[]): Pick<Verdict, 'group'> => {
  const ids = new Set(blocks.map(({ check }) => check));
  if ([...BILLED].some((id) => ids.has(id))) return { group: 'billed' };
  return ids.has('C001') && [...ids].every((id) => WAITING.has(id)) ? { group: 'waiting' } : {};
};

const blocked = (parts: Parts): Words => {
  const blocks = blocksOf(parts);
  const group = groupOf(blocks);
  const [first] = group.group === 'billed' ? blocks.filter(({ check }) => BILLED.has(check)) : blocks;
  const isOne = blocks.length === 1 || group.group !== undefined;
  const ofForm = blocks.every(isAboutForm);
  const many = ofForm
    ? counted(blocks.length, 'thing to fix on the form', 'things to fix on the form')
    : `${blocks.length} things to fix`;
  return {
    headline: `Blocked: ${isOne ? lower(first?.short ?? '') : many}`,
    why:
      ofForm && !isOne
        ? 'Everything else is ready. Fill the form, or fix these boxes before Submit.'
        : (first?.why ?? ''),
    short: isOne || ofForm ? (first?.short ?? '') : `${blocks.length} things to fix`,
    ...group,
  };
};

/** `The ledger` is a page that was not read; else one value of a page is missing or cannot be read. */
const stateOf = (lacking: Missing): string => (lacking.raw === undefined ? 'is not read' : 'is unreadable');

const distinct = (unknown: Unknown[]): Missing[] => {
  const byName = new Map(unknown.flatMap(({ missing }) => missing).map((lacking) => [lacking.what, lacking]));
  return [...byName.values()];
};

const withoutArticle = (what: string): string => {
  const bare = what.replace(/^the /, '');
  return `${bare[0]?.toUpperCase() ?? ''}${bare.slice(1)}`;
};

/** Only what the biller herself can say of the coverage is missing. */
const ORDER_UNKNOWN: Words = {
  headline: 'Cannot tell: which payer pays first',
  why: 'Nothing is known to be wrong, but the pages do not settle the payer order. You can, under Payer order.',
  short: 'Payer order is not known',
};

const cannotTell = (parts: Parts): Words => {
  const unknown = blockingUnknown(parts);
  const lacking = distinct(unknown);
  if (lacking.length > 0 && lacking.every(({ source }) => source === 'coverage')) return ORDER_UNKNOWN;
  const first = lacking[0] ?? { what: 'something', source: 'claim-history' };
  const waits = unknown.filter(({ missing }) => missing.some(({ what }) => what === first.what)).length;
  const others =
    lacking.length > 1 ? ` and ${counted(lacking.length - 1, 'more thing is', 'more things are')} not known` : '';
  const isPlain = lacking.length === 1;
  return {
    headline: isPlain
      ? `Cannot tell: ${first.what} ${stateOf(first)}`
      : `Cannot tell: ${lacking.length} things are not known`,
    why: `Nothing is known to be wrong, but ${waits === 1 ? '1 check needs' : `${waits} checks need`} ${first.what}${others}.`,
    short: fitting(
      `${withoutArticle(first.what)} ${first.raw === undefined ? 'not read' : 'unreadable'}`,
      'Something is not read',
    ),
  };
};

const decide = (parts: Parts): Words => {
  const open = openQuestions(parts);
  const [first] = open;
  const isNothing = open.some(({ check }) => check === NOTHING_LEFT);
  return {
    headline: `Needs a decision: ${counted(open.length, 'question')}`,
    why: `Nothing blocks the claim. Answer ${open.length === 1 ? 'this' : 'these'} before you send it.`,
    short: isNothing
      ? 'Nothing left to bill'
      : open.length === 1
        ? (first?.short ?? '')
        : counted(open.length, 'question'),
    ...(isNothing ? { group: 'nothing' as const } : {}),
  };
};

const READY: Readonly<Record<Route['way'], Pick<Words, 'headline' | 'short'>>> = {
  electronic: { headline: 'Ready: send electronically', short: 'Electronic' },
  print: { headline: 'Ready: print and attach the EOB', short: 'Print locally' },
  undecided: { headline: 'Ready: choose the way on the form', short: 'Electronic or paper' },
  none: { headline: 'Ready', short: 'Ready' },
};

const overridden = (n: number): string => `${counted(n, 'block')} overridden`;

/** The way, and first that a block was overridden: that is hers to answer for. */
const readyWords = ({ way }: Route, blocks: number): Pick<Words, 'headline' | 'short'> => {
  const words = READY[way];
  if (blocks === 0) return words;
  return { headline: words.headline.replace('Ready', `Ready, ${overridden(blocks)}`), short: overridden(blocks) };
};

const ready = (c: Case, parts: Parts, route: Route): Words => ({
  ...readyWords(route, parts.findings.filter(isOverridden).length),
  why: c.form
    ? `The form is as it should be. ${route.why}.`
    : `Nothing${parts.findings.some(isOverridden) ? ' else' : ''} stands against it. ${route.why}.`,
});

const WORDS: Readonly<Record<VerdictKind, (c: Case, parts: Parts, route: Route) => Words>> = {
  'do-not-bill': doNotBill,
  blocked: (_, parts) => blocked(parts),
  'cannot-tell': (_, parts) => cannotTell(parts),
  decide: (_, parts) => decide(parts),
  ready,
};

/** Do not bill > blocked > cannot tell > decide > ready. */
const kindOf = (parts: Parts): VerdictKind => {
  const blocks = blocksOf(parts);
  if (blocks.some(({ check }) => FORWARDED.has(check))) return 'do-not-bill';
  if (blocks.length > 0) return 'blocked';
  if (parts.unknown.some(({ blocking }) => blocking)) return 'cannot-tell';
  return parts.findings.some(isOpen) ? 'decide' : 'ready';
};

/**
 * What the biller reads first: kind, headline, one sentence, and 30 characters for lists and marks.
 * A function of what was raised and what is not known; the case gives names only.
 */
export const verdictOf = (c: Case, parts: Parts, route: Route): Verdict => {
  const kind = kindOf(parts);
  return { kind, ...WORDS[kind](c, parts, route) };
};
