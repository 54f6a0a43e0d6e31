import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import { type CaseResult, checkCase } from '../../case/check-case';

const EXAMPLE = path.resolve(import.meta.dirname, '../../../docs/example-case.json');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cob-case-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (content: string): string => {
  const file = path.join(folder, 'case.json');
  writeFileSync(file, content);
  return file;
};

describe('npm run check:case', () => {
  it('tells the example of the docs: blocked, for a cent', () => {
    const { text, failed } = checkCase(EXAMPLE);
    expect(failed).toBe(false);
    expect(text).toContain('Blocked: line 2 is off by $0.01');
    expect(text).toContain('C005  Blocks the claim: Line 2, 97110, does not balance');
    expect(text).toMatch(/Left over +0\.01/);
  });

  it('tells machines each check once, with money in cents', () => {
    const result = JSON.parse(checkCase(EXAMPLE, { json: true }).text) as CaseResult;
    expect(result.verdict).toMatchObject({ kind: 'blocked', short: 'Line 2 is off by $0.01' });
    const [finding] = result.findings;
    expect(finding).toMatchObject({ id: 'C005', severity: 'block', lines: [2] });
    expect(finding?.sums[0]?.rows.map(({ amount }) => amount)).toEqual([8500, -5068, -2164, -1267, 1]);
    const { findings, unknown, passed, notLookedAt, off } = result;
    const all = [
      ...new Set(findings.map(({ id }) => id)),
      ...unknown.map(({ id }) => id),
      ...passed,
      ...notLookedAt,
      ...off,
    ];
    expect(all.toSorted()).toEqual(CATALOGUE.map(({ id }) => id).toSorted());
  });

  it('takes a list of cases, and gives a list', () => {
    const one: unknown = JSON.parse(readFileSync(EXAMPLE, 'utf8'));
    const file = fileOf(JSON.stringify([one, one]));
    expect(JSON.parse(checkCase(file, { json: true }).text)).toHaveLength(2);
    expect(checkCase(fileOf(JSON.stringify([one, { ...(one as object), today: 1 }])))).toEqual({
      text: '[1].today: has to be a day that there is, "2026-02-24"',
      failed: true,
    });
  });

  it('says of a file that is no JSON, or not there, that it is', () => {
    expect(checkCase(fileOf('{ today: }')).text).toContain('case.json is no JSON');
    expect(checkCase(path.join(folder, 'none.json'))).toEqual({ text: 'none.json cannot be read', failed: true });
  });
});
