import { describe, expect, it } from 'vitest';
import { parseEra } from '../../../lib/era/parse-era';

const SET = [
  'ST*835*0001',
  'BPR*I*98.4*C*CHK************20260310',
  'TRN*1*0012345*1999999999',
  'N1*PR*BRIGHTWATER PPO',
  'N1*PE*HILLTOP REHAB*XX*1999999984',
  'CLP*8841207*1*165*98.4*24.6*12*BW1',
  'SVC*HC:99214:25*165*98.4',
  'CAS*CO*45*42',
  'CAS*PR*2*24.6',
  'SE*10*0001',
];
const interchange = (segments = SET, { usage = 'P', element = '*', component = ':', end = '~' } = {}) => {
  const isa = `ISA*00*          *00*          *ZZ*PAYER          *ZZ*RECEIVER       *260310*1200*^*00501*000000001*0*${usage}*`;
  const text = [`GS*HP*P*R*20260310*1200*1*X*005010X221A1`, ...segments, 'GE*1*1', 'IEA*1*000000001']
    .map((segment) => segment.replaceAll(':', component) + end)
    .join('');
  return `${isa}${component}${end}${text}`.replaceAll('*', element);
};
const withPaid = (paid: string) => SET.map((segment) => segment.replace(/^(SVC.*)\*98\.4$/, `$1*${paid}`));
const paidOf = (text: string) => parseEra(text).sets.flatMap(({ claims }) => claims.map(({ lines }) => lines[0]?.paid));

describe('an amount', () => {
  it.each([
    ['-0', 0],
    ['.00', 0],
    ['98.', 9800],
    ['98.4000000000000000', 9840],
    ['00000000000000000098.4', 9840],
  ])('%s is read as it stands', (written, cents) => {
    expect(paidOf(interchange(withPaid(written)))).toEqual([cents]);
  });

  it.each(['98.405', '+98.4', '1E2', '98 .4', '９８.4', '--1', '.', '9999999999999', '1,000.00'])(
    '%s is not read',
    (written) => {
      const era = parseEra(interchange(withPaid(written)));
      expect(paidOf(interchange(withPaid(written)))).toEqual([null]);
      expect(era.problems.some(({ severity, segment }) => severity === 'error' && segment === 9)).toBe(true);
    },
  );

  it.each(['9\u00078.4', '98\u0000.4', '9\ufffd8.4', '9\u0007\u00078.4'])(
    'with a lost character inside is not read',
    (written) => {
      expect(paidOf(interchange(withPaid(written)))).toEqual([null]);
    },
  );

  it('padded with what is no character is read', () => {
    expect(paidOf(interchange(withPaid('98.4\u0000\u0000')))).toEqual([9840]);
  });
});

describe('several interchanges in one file', () => {
  const other = interchange(SET, { element: '|', component: '>', end: "'" });

  it('have each their own delimiters', () => {
    for (const text of [interchange() + other, `${other}\r\n${interchange()}`, other + other]) {
      expect(paidOf(text)).toEqual([9840, 9840]);
      expect(parseEra(text).problems).toEqual([]);
    }
  });

  it('are each a test or not', () => {
    const text = interchange() + interchange(SET, { usage: 'T' }) + interchange(SET, { usage: 't' }) + interchange();
    expect(parseEra(text).sets.map(({ test }) => test)).toEqual([false, true, true, false]);
  });
});
