/** `npm run check:case`: what the rule book says of a case that was written as JSON. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCase } from '../../lib/case-file/case-file';
import { CATALOGUE } from '../../lib/checks/catalogue';
import type { Examination, Finding, Missing, Sum } from '../../lib/checks/check';
import { examine } from '../../lib/checks/examine';
import { SEVERITY_NAMES } from '../../lib/checks/rule-book';
import { formatMoney } from '../../lib/claim/money';
import { decodeEra } from '../../lib/era/decode';

/** What one case comes to. Money in whole cents; lines count from 1. */
export interface CaseResult {
  verdict: { kind: string; headline: string; why: string; short: string };
  route: { way: string; why: string };
  findings: {
    id: string;
    severity: string;
    title: string;
    why: string;
    fix: string;
    lines: number[];
    sums: Sum[];
    quotes: string[];
    source: string;
    acknowledged: boolean;
  }[];
  unknown: { id: string; title: string; blocking: boolean; missing: Omit<Missing, 'place'>[] }[];
  passed: string[];
  notLookedAt: string[];
  /** Turned off by the policy of the file. */
  off: string[];
}

const findingResult = (finding: Finding): CaseResult['findings'][number] => {
  const { check, severity, title, why, fix, lines, sums = [], quotes = [], source, acknowledged } = finding;
  const words = quotes.map(({ text }) => text);
  return {
    id: check,
    severity,
    title,
    why,
    fix,
    lines,
    sums,
    quotes: words,
    source,
    acknowledged: acknowledged !== undefined,
  };
};

const withoutPlace = (whole: Missing): Omit<Missing, 'place'> => {
  const { place: _, ...lacking } = whole;
  return lacking;
};

const resultOf = ({ verdict, route, findings, unknown, passed, notLookedAt, off }: Examination): CaseResult => ({
  verdict: { kind: verdict.kind, headline: verdict.headline, why: verdict.why, short: verdict.short },
  route: { way: route.way, why: route.why },
  findings: findings.map(findingResult),
  unknown: unknown.map(({ check, title, blocking, missing }) => ({
    id: check,
    title,
    blocking,
    missing: missing.map(withoutPlace),
  })),
  passed: passed.map(({ check }) => check),
  notLookedAt: notLookedAt.map(({ check }) => check),
  off: off.map(({ check }) => check),
});

const WIDTH = 44;

const sumText = ({ caption, rows }: Sum): string[] => [
  `    ${caption}`,
  ...rows.map(({ label, amount }) => {
    const money = amount === undefined ? 'not read' : formatMoney(amount);
    return `      ${label.padEnd(WIDTH)}${money.padStart(12)}`;
  }),
];

const findingText = (finding: CaseResult['findings'][number]): string[] => [
  `  ${finding.id}  ${SEVERITY_NAMES[finding.severity as Finding['severity']]}: ${finding.title}${finding.acknowledged ? ' (acknowledged)' : ''}`,
  `    ${finding.why}`,
  `    To fix: ${finding.fix}`,
  ...finding.sums.flatMap(sumText),
  ...finding.quotes.map((text) => `    Says: "${text}"`),
];

const missingText = ({ what, raw, why }: Omit<Missing, 'place'>): string =>
  raw === undefined ? what : `${what}, "${raw}"${why === undefined ? '' : `: ${why}`}`;

const unknownText = ({ id, title, blocking, missing }: CaseResult['unknown'][number]): string[] => [
  `  ${id}  ${title}${blocking ? '' : ' (does not block)'}`,
  `    Missing: ${missing.map(missingText).join('; ')}`,
];

const part = (title: string, lines: string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines]);

const ids = (all: readonly string[]): string[] => (all.length === 0 ? [] : [`  ${all.join(' ')}`]);

const textOf = ({ verdict, route, findings, unknown, passed, notLookedAt, off }: CaseResult): string =>
  [
    verdict.headline,
    `  ${verdict.why}`,
    `  Route: ${route.way}. ${route.why}.`,
    ...part('Raised', findings.flatMap(findingText)),
    ...part('Unknown', unknown.flatMap(unknownText)),
    ...part(`Passed (${passed.length})`, ids(passed)),
    ...part(`Not looked at while the claim is blocked (${notLookedAt.length})`, ids(notLookedAt)),
    ...part(`Turned off (${off.length})`, ids(off)),
  ].join('\n');

interface Checked {
  text: string;
  failed: boolean;
}

const failure = (...problems: string[]): Checked => ({ text: problems.join('\n'), failed: true });

const parse = (file: string): { ok: true; json: unknown } | { ok: false; why: string } => {
  try {
    return { ok: true, json: JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) };
  } catch (error) {
    const why = error instanceof SyntaxError ? `is no JSON: ${error.message}` : 'cannot be read';
    return { ok: false, why: `${path.basename(file)} ${why}` };
  }
};

const readEra =
  (folder: string) =>
  (name: string): string | undefined => {
    try {
      return decodeEra(readFileSync(path.resolve(folder, name)));
    } catch {
      return undefined;
    }
  };

/** Runs the rule book on a file that holds a case or a list of cases. Paths of 835 files count from the file's folder. */
export const checkCase = (file: string, { json = false } = {}): Checked => {
  const parsed = parse(file);
  if (!parsed.ok) return failure(parsed.why);
  const several = Array.isArray(parsed.json);
  const all: unknown[] = Array.isArray(parsed.json) ? parsed.json : [parsed.json];
  const context = { readFile: readEra(path.dirname(file)) };
  const read = all.map((one, i) => readCase(one, context, several ? `[${i}]` : ''));
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return failure(...problems);
  const results = read.flatMap((one) => (one.ok ? [resultOf(examine(one.case, CATALOGUE, one.policy))] : []));
  if (json) return { text: JSON.stringify(several ? results : results[0], null, 2), failed: false };
  return { text: results.map(textOf).join('\n\n'), failed: false };
};
