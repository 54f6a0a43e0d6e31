import { daysBefore } from './format';
import type { Random } from './random';
import { type RemitClaim, type RemitLine, totalled } from './remittance';

const LAST = ['ABEL', 'BRANDT', 'CORTEZ', 'DELGADO', 'EKSTROM', 'FOLEY', 'GUPTA', 'HOLLOWAY', 'INOUE', 'JARVIS'];
const FIRST = ['ALMA', 'BENNO', 'CELIA', 'DORIAN', 'EDITH', 'FRANK', 'GRETA', 'HAROLD', 'INA', 'JULES', 'KIM'];
const SERVICES: readonly [procedure: string, charge: number][] = [
  ['99213', 14500],
  ['99214', 21000],
  ['36415', 1800],
  ['80053', 6240],
  ['93000', 8533],
  ['97110', 6817],
];

function otherLine(rng: Random, control: string, date: string): RemitLine {
  const [procedure, charge] = rng.pick(SERVICES);
  const allowed = Math.round(charge * (0.4 + rng.next() * 0.5));
  const share = Math.round(allowed * rng.pick([0, 0.1, 0.2]));
  const adjustments = [
    { group: 'CO', carc: '45', amount: charge - allowed },
    { group: 'PR', carc: '2', amount: share },
  ];
  const paid = allowed - share;
  return { procedure, modifiers: [], charge, paid, units: 1, adjustments, date, control, remarks: [] };
}

/** A claim of somebody who has nothing to do with the scene: what a check is full of. Control numbers begin with 7. */
export function otherClaim(rng: Random, n: number, paidOn: string, mostLines = 3): RemitClaim {
  const controlNumber = String(70_000_000 + n);
  const date = daysBefore(paidOn, rng.int(12, 40));
  return totalled({
    controlNumber,
    status: '1',
    charge: 0,
    paid: 0,
    responsibility: 0,
    filing: '12',
    icn: `C${rng.int(100_000_000, 999_999_999)}`,
    pos: '11',
    adjustments: [],
    patient: {
      last: rng.pick(LAST),
      first: rng.pick(FIRST),
      middle: rng.pick(['', '', 'B']),
      id: `X${rng.int(10_000_000, 99_999_999)}`,
    },
    remarks: [],
    from: date,
    to: date,
    received: date,
    lines: Array.from({ length: rng.int(1, mostLines) }, (_, i) => otherLine(rng, `${controlNumber}-${i + 1}`, date)),
  });
}

export const otherClaims = (rng: Random, count: number, paidOn: string, first = 1): RemitClaim[] =>
  Array.from({ length: count }, (_, i) => otherClaim(rng, first + i, paidOn));
