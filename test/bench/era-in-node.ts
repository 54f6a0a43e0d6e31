import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { X12Parser } from 'node-x12';
import { X12parser } from 'x12-parser';
import { parseEra } from '../../lib/era/parse-era';
import { EraReader } from '../../lib/era/reader';

/** Runs in a process of its own: `node --expose-gc era-in-node.mjs speed|whole|stream FILE`. */

const CHUNK = 65_536;
const ROUNDS = 11;
/** Rounds in which the slow ones run too. */
const PEER_ROUNDS = 3;

/** Milliseconds of each round. */
export interface Speed {
  ours: number[];
  split: number[];
  x12Parser: number[];
  nodeX12: number[];
}

/** Bytes above what the process had before it opened the file. */
export interface Memory {
  peak: number;
  kept: number;
}

const collect = (): void => (globalThis as { gc?: () => void }).gc?.();

function* chunks(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK);
}

/** All that a parser gives, by events: the way that costs it the least. */
const segmentsOf = (text: string, parser: NodeJS.ReadWriteStream): Promise<unknown[]> =>
  new Promise((resolve, reject) => {
    const all: unknown[] = [];
    parser.on('data', (segment) => all.push(segment));
    parser.on('end', () => resolve(all));
    parser.on('error', reject);
    Readable.from(chunks(text)).pipe(parser);
  });

/** Everything is kept: elements of segments, untyped. */
const split = (text: string): string[][] => text.split('~').map((segment) => segment.split('*'));

const time = async (read: () => unknown): Promise<number> => {
  collect();
  const begun = performance.now();
  const kept = await read();
  const taken = performance.now() - begun;
  if (kept === undefined) throw new Error('Nothing was read.');
  return taken;
};

const speed = async (text: string): Promise<Speed> => {
  const taken: Speed = { ours: [], split: [], x12Parser: [], nodeX12: [] };
  const readers: [keyof Speed, rounds: number, read: () => unknown][] = [
    ['ours', ROUNDS, () => parseEra(text)],
    ['split', ROUNDS, () => split(text)],
    ['x12Parser', PEER_ROUNDS, () => segmentsOf(text, new X12parser())],
    ['nodeX12', PEER_ROUNDS, () => segmentsOf(text, new X12Parser(false, 'ascii'))],
  ];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, rounds, read] of readers) if (round < rounds) taken[name].push(await time(read));
  }
  return taken;
};

/** The most memory of the process is known to the system, also of what runs without a pause. */
const memoryOf = (read: () => unknown): Memory => {
  collect();
  const before = process.memoryUsage();
  const kept = read();
  const peak = process.resourceUsage().maxRSS * 1024 - before.rss;
  collect();
  const after = process.memoryUsage();
  if (kept === undefined) throw new Error('Nothing was read.');
  const held = (usage: NodeJS.MemoryUsage) => usage.heapUsed + usage.external;
  return { peak, kept: held(after) - held(before) };
};

/** Claim by claim, as the panel reads: nothing is kept but a count. */
const stream = (file: string): number => {
  let claims = 0;
  const reader = new EraReader({
    claim: () => {
      claims += 1;
    },
  });
  const handle = openSync(file, 'r');
  const bytes = Buffer.alloc(CHUNK);
  for (let size = readSync(handle, bytes); size > 0; size = readSync(handle, bytes))
    reader.push(bytes.toString('latin1', 0, size));
  closeSync(handle);
  reader.end();
  return claims;
};

const [, , what, file = ''] = process.argv;
const result =
  what === 'speed'
    ? await speed(readFileSync(file, 'latin1'))
    : memoryOf(() => (what === 'whole' ? parseEra(readFileSync(file, 'latin1')) : stream(file)));
process.stdout.write(JSON.stringify(result));
