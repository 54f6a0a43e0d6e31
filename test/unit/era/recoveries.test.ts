import { describe, expect, it } from 'vitest';
import { netOf } from '../../../lib/era/netting';
import { recoupments } from '../../../lib/era/recoupment';
import { createEraFileReader } from '../../../lib/era-reader';
import { aPatient, aRow, is } from '../checks/build';

const CLAIM = [
  'CLP*8841207*1*250*149.09*37.27*12*BW26083-55017',
  'NM1*QC*1*OKAFOR*DENISE',
  'SVC*HC:99214:25*165*98.4',
  'DTM*472*20260224',
  'CAS*CO*45*42',
  'CAS*PR*2*24.6',
  'SVC*HC:97110*85*50.69',
  'DTM*472*20260224',
  'CAS*CO*45*21.64',
  'CAS*PR*2*12.67',
];
const WO = 'PLB*1999999984*20261231*WO:BW26083-55017*100';

const set = (date: string, trace: string, body: string[], payer = 'BRIGHTWATER PPO') => [
  `ST*835*${trace || '1'}`,
  `BPR*I*49.09*C*CHK************${date}`,
  ...(trace === '' ? [] : [`TRN*1*${trace}*1999999999`]),
  `N1*PR*${payer}`,
  'N1*PE*HILLTOP REHAB*XX*1999999984',
  ...body,
  `SE*1*${trace || '1'}`,
];
const file = (name: string, ...sets: string[][]) => new File([`${sets.flat().join('~')}~`], name);

/** The recoveries of the claim after these files were read in this order. */
const recovered = async (...files: File[]) => {
  const reader = createEraFileReader();
  for (const one of files) await reader.read(one.name, one, () => undefined);
  const { found } = await reader.find({ strip: aPatient(), claims: [aRow({ id: is('8841207') })], remittances: {} });
  const adjudications = found[0]?.adjudications ?? [];
  expect(adjudications.length).toBeGreaterThan(0);
  return recoupments(netOf(adjudications)).map(({ code, amount, payment, file: where }) => [
    code,
    amount,
    payment?.trace,
    where?.name,
  ]);
};

describe('what payments take back of a claim', () => {
  const first = file('first', set('20260310', '1001', CLAIM));
  const later = file('later', set('20260324', '1002', [WO]));
  const elsewhere = [['PLB WO', 10_000, '1002', 'later']];

  it('is found in a later payment, whichever file is dropped first', async () => {
    expect(await recovered(first, later)).toEqual(elsewhere);
    expect(await recovered(later, first)).toEqual(elsewhere);
    expect(await recovered(first)).toEqual([]);
  });

  it('is told once where the payment is in two files, or twice in one', async () => {
    expect(await recovered(first, later, file('copy', set('20260324', '1002', [WO])))).toEqual(elsewhere);
    const twice = file('later', set('20260324', '1002', [WO]), set('20260324', '1002', [WO]));
    expect(await recovered(first, twice)).toEqual(elsewhere);
  });

  it('is told once in the payment that holds the claim, also without a check number', async () => {
    expect(await recovered(file('own', set('20260310', '1001', [...CLAIM, WO])))).toEqual([
      ['PLB WO', 10_000, undefined, undefined],
    ]);
    expect(await recovered(file('own', set('20260310', '', [...CLAIM, WO])))).toEqual([
      ['PLB WO', 10_000, undefined, undefined],
    ]);
  });

  it('is not that of another payer with the same check number', async () => {
    expect(await recovered(first, file('other', set('20260310', '1001', [WO], 'HALCYON HEALTH')))).toEqual([]);
  });

  it('is told beside a second answer of the payer once', async () => {
    const again = file('again', set('20260320', '1003', CLAIM));
    expect(await recovered(first, again, later)).toEqual(elsewhere);
  });
});
