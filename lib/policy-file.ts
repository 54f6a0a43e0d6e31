import { type CheckRule, MARGIN_BOUNDS, MARGINS, NO_POLICY, type Policy, REASON } from './policy/policy';
import { isMilder, type Severity } from './policy/severity';
import { checkRule, margins } from './schemas/policy';

// A policy as JSON: what Options exports and imports, and what an organization sets. Read part by part, so that what is
// wrong can be named.

const FORMAT = 'cob-companion-policy';
const VERSION = 1;
const MOST_CHARACTERS = 200_000;

/** A check as far as a policy may speak of it. */
export interface PolicyCheck {
  id: string;
  severity: Severity;
  fixed?: string;
  noOverride?: string;
}

export interface PolicyRead {
  policy: Policy;
  /** What was left out, one sentence each: `C005: "severity" must be "block", "decide" or "info".` */
  problems: string[];
}

type Entries = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const NEEDS: Readonly<Record<keyof CheckRule, string>> = {
  severity: '"severity" must be "block", "decide" or "info".',
  off: `"off" needs a "reason" of ${REASON.least} to ${REASON.most} characters.`,
  mayOverride: '"mayOverride" must be true or false.',
};

const KNOWN = Object.keys(NEEDS) as (keyof CheckRule)[];

const cut = (text: string): string => JSON.stringify(text.slice(0, 40));

/** Why no policy weakens a check. */
const fixedBy = ({ fixed, noOverride }: PolicyCheck): string | undefined => fixed ?? noOverride;

const weakens = (rule: CheckRule, check: PolicyCheck): boolean =>
  rule.off !== undefined || (rule.severity !== undefined && isMilder(rule.severity, check.severity));

const ruleProblems = (value: unknown, check: PolicyCheck | undefined): string[] => {
  if (!check) return ['the rule book has no such check.'];
  if (!isObject(value)) return ['is not a rule.'];
  const odd = Object.keys(value).filter((name) => !(KNOWN as string[]).includes(name));
  const wrong = KNOWN.filter((name) => Object.hasOwn(value, name)).filter(
    (name) => !checkRule.safeParse({ [name]: value[name] }).success,
  );
  return [...odd.map((name) => `${cut(name)} is not known.`), ...wrong.map((name) => NEEDS[name])];
};

const checksIn = (value: unknown, known: ReadonlyMap<string, PolicyCheck>, problems: string[]): Policy['checks'] => {
  if (value === undefined) return {};
  if (!isObject(value)) {
    problems.push('"checks" must be an object with a rule for each check.');
    return {};
  }
  const rules: [string, CheckRule][] = [];
  for (const [id, each] of Object.entries(value)) {
    const check = known.get(id);
    const wrong = ruleProblems(each, check);
    const rule = wrong.length === 0 ? checkRule.safeParse(each).data : undefined;
    if (rule && check && fixedBy(check) !== undefined && weakens(rule, check))
      wrong.push(`cannot be made milder or turned off. ${fixedBy(check)}`);
    problems.push(...wrong.map((words) => `${known.has(id) ? id : cut(id)}: ${words}`));
    if (rule && wrong.length === 0) rules.push([id, rule]);
  }
  return Object.fromEntries(rules);
};

const marginsIn = (value: unknown, problems: string[]): Policy['margins'] => {
  if (value === undefined) return {};
  if (!isObject(value)) {
    problems.push('"margins" must be an object.');
    return {};
  }
  const found: Partial<Record<keyof typeof MARGIN_BOUNDS, number>> = {};
  for (const name of Object.keys(value)) {
    const margin = MARGINS.find((one) => one === name);
    const days = margin && margins.safeParse({ [margin]: value[margin] }).data?.[margin];
    if (margin && days !== undefined) found[margin] = days;
    else if (margin)
      problems.push(
        `"${margin}" must be a whole number from ${MARGIN_BOUNDS[margin].least} to ${MARGIN_BOUNDS[margin].most}.`,
      );
    else problems.push(`${cut(name)} is not a margin.`);
  }
  return found;
};

/** What a value says of checks and margins; parts that are none are left out, and named. */
export const policyIn = (value: unknown, checks: readonly PolicyCheck[]): PolicyRead => {
  if (value === undefined || value === null) return { policy: NO_POLICY, problems: [] };
  if (!isObject(value)) return { policy: NO_POLICY, problems: ['The policy is not an object.'] };
  const problems: string[] = [];
  const known = new Map(checks.map((check) => [check.id, check]));
  const policy = { checks: checksIn(value.checks, known, problems), margins: marginsIn(value.margins, problems) };
  return { policy, problems };
};

const TOP: ReadonlySet<string> = new Set(['format', 'version', 'checks', 'margins']);

const headProblems = (value: unknown): string[] => {
  if (!isObject(value) || value.format !== FORMAT)
    return [`This is not a policy of COB Companion: "format" must be "${FORMAT}".`];
  if (value.version !== VERSION)
    return [`This policy is of version ${cut(String(value.version))}. The panel reads version ${VERSION}.`];
  return Object.keys(value)
    .filter((name) => !TOP.has(name))
    .map((name) => `${cut(name)} is not known.`);
};

const parsed = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

/** A policy file. Where anything in it is wrong, nothing of it should be used. */
export const readPolicyFile = (text: string, checks: readonly PolicyCheck[]): PolicyRead => {
  const refused = (problem: string): PolicyRead => ({ policy: NO_POLICY, problems: [problem] });
  if (text.length > MOST_CHARACTERS) return refused('The file is larger than a policy can be.');
  const file = parsed(text.replace(/^\ufeff/, ''));
  if (!file) return refused('The file is not JSON.');
  const [head, ...more] = headProblems(file.value);
  if (head !== undefined) return { policy: NO_POLICY, problems: [head, ...more] };
  return policyIn(file.value, checks);
};

/** A policy as the text of a file: what `readPolicyFile` reads. */
export const policyText = ({ checks, margins: own }: Policy): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, checks, margins: own }, null, 2)}\n`;
