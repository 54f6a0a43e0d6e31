import path from 'node:path';
import { expect, test } from 'vitest';
import { checkEra } from '../../era/check-era';

const FOLDER = path.resolve(import.meta.dirname, '../../era/fixtures');
const check = (...names: string[]) =>
  checkEra(
    names.map((name) => path.join(FOLDER, name)),
    { json: true },
  );

test('gives the figures of a file, its sets, claims and lines in cents', () => {
  const { text, failed } = check('plain.835');
  const file = JSON.parse(text);
  expect(failed).toBe(false);
  const sums = { claims: 2, lines: 3, paid: 11050, charge: 17000, bprTotal: 16050, plbTotal: -5000, balanced: true };
  expect(file).toMatchObject({ file: 'plain.835', sets: 1, ...sums, problems: [] });
  expect(file.set).toMatchObject([{ control: '0007', trace: '0012345', paidOn: '2026-03-09', sets: 1, ...sums }]);
  expect(file.set[0].claim[0]).toMatchObject({
    controlNumber: '7001-A',
    status: '1',
    charge: 25000,
    paid: 15050,
    patientResponsibility: 3950,
    casByGroup: { CO: 6000, PR: 3950 },
    balanced: true,
    lines: [
      { procedure: '99213', paid: 9050 },
      { procedure: '93000', paid: 6000 },
    ],
  });
});

test('a total of what the payer takes back is negative, a sum with an unread part is null', () => {
  expect(JSON.parse(check('debit.835').text)).toMatchObject({ bprTotal: -16050, balanced: true });
  expect(JSON.parse(check('bad-amounts.835').text)).toMatchObject({ bprTotal: null, charge: null, balanced: null });
});

test('reads folders and both encodings, and names the file in what was wrong with it', () => {
  const files = JSON.parse(check('').text);
  expect(files.length).toBeGreaterThan(40);
  expect(JSON.parse(check('latin-1.835').text).problems).toEqual([]);
  expect(JSON.parse(check('cut.835').text).problems[0].text).toBe(
    'cut.835 ends in segment 33. 0 claims before it were read.',
  );
});

test('fails only where a file cannot be opened', () => {
  expect(check('only-277.835').failed).toBe(false);
  const { text, failed } = check('plain.835', 'absent.835');
  expect(failed).toBe(true);
  expect(JSON.parse(text)).toHaveLength(2);
});

test('without JSON gives a table', () => {
  const { text } = checkEra([path.join(FOLDER, 'plain.835')], { json: false });
  expect(text).toContain('set 0007  2026-03-09  HARBOR MUTUAL  0012345: 2 claims, 3 lines');
});
