import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import { partsOf, ruleBook, SOURCE_NAMES, severityWords } from '../../../lib/checks/rule-book';

describe('the rule book', () => {
  it('has every check once, in the order in which they are looked at', () => {
    expect(ruleBook().flatMap(({ checks }) => checks)).toEqual([...CATALOGUE]);
  });

  it('says of a check that may block that it may', () => {
    expect(severityWords({ severity: 'decide', mayBlock: true })).toBe('Needs a decision, may block');
    expect(severityWords({ severity: 'block', mayBlock: true })).toBe('Blocks the claim');
    expect(severityWords({ severity: 'info' })).toBe('Good to know');
  });

  it('finds the rules that a text names, and takes no other code for one', () => {
    expect(partsOf("A missing date is C084's; C999 and CO-45 are none. WEXCL")).toEqual([
      { text: 'A missing date is ' },
      { text: 'C084', rule: 'C084' },
      { text: "'s; " },
      { text: 'C999' },
      { text: ' and CO-45 are none. ' },
      { text: 'WEXCL', rule: 'WEXCL' },
    ]);
  });

  it('calls sections and sources by names of their own', () => {
    const names = [...ruleBook().map(({ name }) => name), ...Object.values(SOURCE_NAMES)];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^\w[\w' ,()]+$/);
  });
});

const SENTENCES = /^[A-Z"].*\.$/s;
const FORBIDDEN = /\b(please|sorry|oops|successfully|invalid)\b/i;

describe.each(CATALOGUE)('the rule $id', ({ id, when, why, fix }) => {
  it('says when, why and how to mend in plain sentences', () => {
    for (const words of [when, why, fix]) {
      expect(words).toMatch(SENTENCES);
      expect(words).not.toMatch(FORBIDDEN);
      expect(words).not.toMatch(/\n| {2}/);
    }
  });

  it('names other rules only, and those that there are', () => {
    const named = `${when} ${why} ${fix}`.match(/\b(?:C\d{3}|W\d{3}|WEXCL)\b/g) ?? [];
    expect(named).not.toContain(id);
    expect(named.filter((name) => !CATALOGUE.some((check) => check.id === name))).toEqual([]);
  });
});
