import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import type { Check, Missing, Outcome, Raised } from '../../../lib/checks/check';
import type { Case } from '../../../lib/claim/case';
import { poorer } from './losses';
import { showsWhatItSays } from './shows';

/** What a raised check must say, beside being raised. */
type Says = Partial<Pick<Raised, 'title' | 'short' | 'severity' | 'lines' | 'question' | 'why' | 'fix'>>;

interface Table {
  raised: Record<string, Case | [Case, Says]>;
  passed: Record<string, Case>;
  /** Cases in which a needed reading is missing, with what; or why this check is never unknown. */
  unknown: Record<string, [Case, string]> | `never: ${string}`;
}

const FORBIDDEN = /\b(please|sorry|oops|successfully|invalid)\b/i;
const SENTENCE = /^["“A-Z0-9].*\.$/s;

/** The check of the catalogue with this id. */
export const checkOf = (id: string): Check => {
  const check = CATALOGUE.find((one) => one.id === id);
  if (!check) throw new Error(`${id} is not in the catalogue`);
  return check;
};

/** What was raised, with the words of the rule where it has none of its own. */
const raisedOf = ({ why, fix }: Check, outcome: Outcome): Raised[] => {
  expect(outcome.is).toBe('raised');
  return outcome.is === 'raised' ? outcome.raised.map((raised) => ({ why, fix, ...raised })) : [];
};

/** The words of a finding keep the panel's rules: a title, one sentence why, one sentence that says what to do, 30 characters. */
const keepsTheRules = (raised: Raised): void => {
  expect(raised.title).toMatch(/^[A-Z]/);
  expect(raised.title).not.toMatch(/\.$/);
  expect(raised.why).toMatch(SENTENCE);
  expect(raised.fix).toMatch(SENTENCE);
  expect(raised.short.length, raised.short).toBeLessThanOrEqual(30);
  expect(raised.short).not.toBe('');
  for (const words of [raised.title, raised.why, raised.fix, raised.short]) expect(words).not.toMatch(FORBIDDEN);
};

/** Checks that pass by what another one then says of the same thing: a date that is not read is C088's, not a missing rule. */
const LEFT_TO: Readonly<Record<string, string>> = { C090: 'C088' };

const isPassedBySilence = (id: string, c: Case): boolean => {
  const other = LEFT_TO[id];
  return other === undefined || checkOf(other).run(c).is === 'pass';
};

/** What a check must say that it reads, where it may lack something of that source: one of these. */
const NEEDS_OF: Readonly<Record<Missing['source'], readonly Check['needs'][number][]>> = {
  'claim-history': ['row', 'siblings', 'patient'],
  ledger: ['ledger'],
  chart: ['chart'],
  'claim-form': ['form'],
  remittance: ['remittance', 'answers'],
  'payer-directory': ['payers'],
  coverage: ['answers'],
};

const sourcesLacking = (outcome: Outcome): Missing['source'][] =>
  outcome.is === 'unknown' ? outcome.missing.map(({ source }) => source) : [];

/** Under which name a check says that it reads a part of the case; the margins are the policy's, and no source. */
const READ_AS: Readonly<Partial<Record<keyof Case, Check['needs'][number]>>> = {
  row: 'row',
  siblings: 'siblings',
  ledger: 'ledger',
  chart: 'chart',
  form: 'form',
  picked: 'form',
  primary: 'payers',
  secondary: 'payers',
  patient: 'patient',
  answers: 'answers',
  coverage: 'answers',
  today: 'today',
  remittance: 'remittance',
};

/** What a check asks a case for. */
const readsOf = (check: Check, c: Case): Check['needs'][number][] => {
  const reads = new Set<Check['needs'][number]>();
  check.run(
    new Proxy(c, {
      get: (target, part: keyof Case) => {
        const source = READ_AS[part];
        if (source) reads.add(source);
        return target[part];
      },
    }),
  );
  return [...reads];
};

/** One check, in its three values, and that losing a value never makes it pass. */
export const describeCheck = (id: string, table: Table): void => {
  const check = checkOf(id);
  describe(`${id} ${check.name}`, () => {
    for (const [name, entry] of Object.entries(table.raised)) {
      it(`is raised ${name}`, () => {
        const [c, says] = Array.isArray(entry) ? entry : [entry, {}];
        const raised = raisedOf(check, check.run(c));
        expect(raised.length).toBeGreaterThan(0);
        expect(raised[0]).toMatchObject(says);
        raised.forEach(keepsTheRules);
        for (const one of raised) showsWhatItSays(c, check, one);
      });
    }
    for (const [name, c] of Object.entries(table.passed)) {
      it(`passes ${name}`, () => {
        expect(check.run(c)).toMatchObject({ is: 'pass' });
      });
    }
    const unknowns = typeof table.unknown === 'string' ? {} : table.unknown;
    it('says what it reads, and what it lacks is of that', () => {
      expect(check.needs.length).toBeGreaterThan(0);
      const lacking = Object.values(unknowns).flatMap(([c]) => sourcesLacking(check.run(c)));
      expect(lacking.filter((source) => !NEEDS_OF[source].some((need) => check.needs.includes(need)))).toEqual([]);
    });
    it('reads nothing that it does not say', () => {
      const cases = [...Object.values(table.raised), ...Object.values(unknowns), ...Object.values(table.passed)];
      const reads = cases.flatMap((entry) => readsOf(check, Array.isArray(entry) ? entry[0] : entry));
      expect([...new Set(reads)].filter((source) => !check.needs.includes(source))).toEqual([]);
    });
    it('does not pass because a value was lost', () => {
      const cases = [...Object.values(table.raised), ...Object.values(unknowns)];
      const passed = cases
        .flatMap((entry) => poorer(Array.isArray(entry) ? entry[0] : entry))
        .filter(({ c }) => check.run(c).is === 'pass' && isPassedBySilence(check.id, c))
        .map(({ without }) => without);
      expect(passed).toEqual([]);
    });
    for (const [name, [c, what]] of Object.entries(unknowns)) {
      it(`is unknown ${name}`, () => {
        const outcome = check.run(c);
        expect(outcome.is).toBe('unknown');
        expect(outcome.is === 'unknown' && outcome.missing.map((lacking) => lacking.what)).toContain(what);
      });
    }
  });
};
