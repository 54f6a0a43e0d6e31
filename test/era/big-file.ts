import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { random } from '../pm/random';
import { closingSegments, openingSegments, type Payment, paymentSegments, written } from '../pm/remittance';
import { otherClaim } from '../pm/remittance-others';

/** How big, and what is in it. 200,000 claims are about 100 MB. */
export interface BigFile {
  claims: number;
  /** The same seed gives the same file. */
  seed?: number;
  /** Claims to a check; the last has the rest. */
  perCheck?: number;
  /** Payments put in the middle, e.g. those of a scene. Their claims are not counted in `claims`. */
  inside?: readonly Payment[];
  created?: string;
}

const PAYER = { id: '223', name: 'UNITED HEALTHCARE', ediId: '87726' };

/** Claims to a check, so many that they come to `claims`. */
function* sizes(claims: number, perCheck: number): Generator<number> {
  for (let left = claims; left > 0; left -= perCheck) yield Math.min(left, perCheck);
}

/** The text of a big remittance, a piece at a time: a check with its claims is one piece. Every sum in it comes out. */
export function* bigFile(options: BigFile): Generator<string> {
  const { claims, seed = 1, perCheck = 500, inside = [], created = '2026-03-18' } = options;
  const rng = random(seed);
  const file = { name: '', created, control: 990_000 + (seed % 9000), test: false };
  const middle = Math.floor(claims / perCheck / 2);
  let [sets, n] = [0, 0];
  yield written(openingSegments(file));
  for (const [check, count] of [...sizes(claims, perCheck)].entries()) {
    if (check === middle) {
      for (const payment of inside) yield written(paymentSegments(payment, ++sets));
    }
    const payment: Payment = {
      payer: PAYER,
      check: String(600_000_000 + (seed % 1000) * 100_000 + check),
      date: created,
      providerAdjustments: [],
      claims: Array.from({ length: count }, () => otherClaim(rng, ++n, created, 5)),
    };
    yield written(paymentSegments(payment, ++sets));
  }
  yield written(closingSegments(file, sets));
}

/** The whole text at once: for files that fit well into memory. */
export const bigFileText = (options: BigFile): string => [...bigFile(options)].join('');

/** Writes a big remittance to disk without holding it. */
export const writeBigFile = (path: string, options: BigFile): Promise<void> =>
  pipeline(Readable.from(bigFile(options)), createWriteStream(path));
