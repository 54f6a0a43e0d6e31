/** Remittance files made up for these tests: one payment, as many claims as are asked for, every sum in them comes out. */
export interface TextOptions {
  claims?: number;
  /** Check number. */
  trace?: string;
  /** Put in the middle, as segments of their own. */
  inside?: string;
  /** Cents that the inside claims were paid. */
  insidePaid?: number;
}

const dollars = (cents: number): string => (cents / 100).toFixed(2);

const FIRST = ['ALMA', 'BENNO', 'CELIA', 'DORIAN', 'EDITH'];
const LAST = ['ABEL', 'BRANDT', 'CORTEZ', 'DELGADO', 'EKSTROM', 'FOLEY', 'HOLLOWAY', 'INOUE'];

const aClaim = (n: number): string => {
  const last = LAST[n % LAST.length];
  return [
    `CLP*A${String(n).padStart(7, '0')}*1*250.00*149.09*37.27*12*BW26083-${n}*11*1`,
    `NM1*QC*1*${last}*${FIRST[n % FIRST.length]}****MI*BW${2_000_000 + n}`,
    'NM1*82*1*HAYES*ELEANOR****XX*1245319599',
    'DTM*050*20260301',
    'SVC*HC:99214:25*165.00*98.40**1',
    'DTM*472*20260224',
    'CAS*CO*45*42.00',
    'CAS*PR*2*24.60',
    `REF*6R*A${n}-1`,
    'SVC*HC:97110*85.00*50.69**1',
    'DTM*472*20260224',
    'CAS*CO*45*21.64',
    'CAS*PR*2*12.67',
    `REF*6R*A${n}-2`,
  ].join('~\n');
};

/** Denise Okafor's claim, as it stands in Claim History: 250.00 on 02/24/2026. */
export const okafor = (number = '8841207'): string =>
  aClaim(0)
    .replace('A0000000', number)
    .replace(/NM1\*QC\*1\*.*/, 'NM1*QC*1*OKAFOR*DENISE*M***MI*BW2288401~');

export const OKAFOR_PAID = 14909;

export const anEra = ({
  claims = 3,
  trace = '0012345',
  inside,
  insidePaid = OKAFOR_PAID,
}: TextOptions = {}): string => {
  const all = Array.from({ length: claims }, (_, n) => aClaim(n + 1));
  if (inside) all.splice(Math.floor(claims / 2), 0, inside.replace(/~\n?$/, ''));
  const total = claims * 14909 + (inside ? insidePaid : 0);
  return `${[
    'ISA*00*          *00*          *ZZ*BRIGHTWATER    *ZZ*HILLTOP        *260310*0900*^*00501*000000905*0*P*:',
    'GS*HP*BRIGHTWATER*HILLTOP*20260310*0900*1*X*005010X221A1',
    'ST*835*0001',
    `BPR*I*${dollars(total)}*C*CHK************20260310`,
    `TRN*1*${trace}*1512345678`,
    'DTM*405*20260310',
    'N1*PR*BRIGHTWATER PPO*XV*BRW01',
    'N3*1 MAIN ST',
    'N4*COLUMBUS*OH*43085',
    'N1*PE*HILLTOP REHAB*XX*1999999984',
    'LX*1',
    ...all,
    `SE*${10 + all.length * 14}*0001`,
    'GE*1*1',
    'IEA*1*000000905',
  ].join('~\n')}~\n`;
};

export const aFile = (text: string, name = 'march.835'): File => new File([text], name, { type: 'text/plain' });
