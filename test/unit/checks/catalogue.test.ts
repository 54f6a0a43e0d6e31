import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, SECTIONS } from '../../../lib/checks/catalogue';

const CHECKS = resolve(import.meta.dirname, '../../../lib/checks');
const FILES = readdirSync(CHECKS).filter((file) => /^[CW][0-9A-Z]+-.+\.ts$/.test(file));
const TESTS = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(resolve(import.meta.dirname, file), 'utf8'))
  .join('\n');

const idOf = (file: string) => file.split('-', 1)[0] ?? '';
const nameOf = (file: string) => basename(file, '.ts').split('-').slice(1).join('_');

describe('the catalogue', () => {
  it('lists every check file, and nothing else, once', () => {
    expect(CATALOGUE.map(({ id }) => id).toSorted()).toEqual(FILES.map(idOf).toSorted());
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length);
  });

  it('is in the order in which the sections are looked at', () => {
    const order = CATALOGUE.map(({ section }) => SECTIONS.indexOf(section));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it.each([
    'C001',
    'C002',
    'C003',
    'C004',
    'C005',
    'C006',
    'C007',
    'C008',
    'C009',
    'C010',
    'C011',
    'C012',
    'C013',
    'C014',
    'C015',
    'C016',
    'C017',
    'C018',
    'C019',
    'C020',
    'C021',
    'C022',
    'C023',
    'C024',
    'C025',
    'C026',
    'C027',
    'C028',
    'C029',
    'C030',
    'C031',
    'C032',
    'C033',
    'C034',
    'C035',
    'C036',
    'C037',
    'C038',
    'C039',
    'C040',
    'C041',
    'C042',
    'C043',
    'C044',
    'C045',
    'C046',
    'C047',
    'C048',
    'C049',
    'C050',
    'C051',
    'C052',
    'C053',
    'C054',
    'C055',
    'C056',
    'C057',
    'C058',
    'C059',
    'C060',
    'C061',
    'C062',
    'C063',
    'C064',
    'C065',
    'C066',
    'C067',
    'C068',
    'C069',
    'C070',
    'C071',
    'C072',
    'C073',
    'C074',
    'C075',
    'C076',
    'C077',
    'C078',
    'C079',
    'C080',
    'C081',
    'C082',
    'C083',
    'C084',
    'C085',
    'C086',
    'C087',
    'C088',
    'C089',
    'C090',
    'C091',
    'C092',
    'C093',
    'C094',
    'C095',
    'C096',
    'C097',
    'C098',
    'C099',
    'C100',
    'C101',
    'C102',
    'C103',
    'C104',
    'C105',
    'C106',
    'C107',
    'C108',
    'C109',
    'C110',
    'C111',
    'C112',
    'C113',
    'C114',
    'C115',
    'C116',
    'C117',
    'C118',
    'C119',
    'C120',
    'C121',
    'W180',
    'WEXCL',
  ])('has %s', (id) => {
    expect(CATALOGUE.some((check) => check.id === id)).toBe(true);
  });
});

describe.each(FILES)('%s', (file) => {
  const check = CATALOGUE.find(({ id }) => id === idOf(file));
  const text = readFileSync(resolve(CHECKS, file), 'utf8');

  it('has the id and the name of its file', () => {
    expect(check?.id).toBe(idOf(file));
    expect(check?.name.toLowerCase()).toBe(nameOf(file).toLowerCase());
  });

  it('says what it makes sure of, where the rule comes from and what it reads', () => {
    expect(check?.title).toMatch(/^[A-Z].*[^.]$/);
    expect(check?.source.length).toBeGreaterThan(10);
    expect(check?.source).not.toMatch(/\.md\b/);
    expect(check?.needs.length).toBeGreaterThan(0);
  });

  it('has its rule in its field, and no second copy above it', () => {
    expect(text).toMatch(/(?<!\*\/)\nconst check: Check = \{/);
  });

  it('has a test in all three values', () => {
    const table = TESTS.split(`describeCheck('${idOf(file)}', {`)[1]?.split('\n});', 1)[0] ?? '';
    for (const value of ['raised', 'passed', 'unknown']) expect(table).toContain(`  ${value}: `);
  });
});
