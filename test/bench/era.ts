import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { writeBigFile } from '../era/big-file';
import type { Memory, Speed } from './era-in-node';
import { alone, type Figure, faster, times } from './figures';

/** About 20 MB. */
const CLAIMS = 40_000;

const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

/** The reader and its rivals as one script, minified as the extension is. */
const bundled = async (folder: string): Promise<string> => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'esnext',
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: path.resolve(import.meta.dirname, 'era-in-node.ts'), formats: ['es'], fileName: 'era-in-node' },
      rollupOptions: { external: [/^node:/, 'node-x12', 'x12-parser'] },
    },
  });
  return path.join(folder, 'era-in-node.js');
};

/** What reading an 835 of 20 MB takes, in Node. `out` is a folder of the project: the script finds the packages from there. */
export const eraFigures = async (out: string): Promise<Figure[]> => {
  const folder = mkdtempSync(path.join(out, 'era-'));
  try {
    const file = path.join(folder, 'big.835');
    await writeBigFile(file, { claims: CLAIMS });
    const script = await bundled(folder);
    const run = <T>(what: string): T =>
      JSON.parse(
        execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=6144', script, what, file], {
          encoding: 'utf8',
          maxBuffer: 1 << 20,
        }),
      ) as T;
    const { ours, split, x12Parser, nodeX12 } = run<Speed>('speed');
    const whole = run<Memory>('whole');
    const stream = run<Memory>('stream');
    const { size } = statSync(file);
    const mine = median(ours);
    const name = 'Read an 835 of 20 MB, typed';
    return [
      alone('era-speed', name, 'MB/s', size / 1000 / mine),
      faster('era-split', name, mine, ['bare split that keeps everything', median(split)], { least: 0.5 }),
      faster('era-x12-parser', name, mine, ['x12-parser', median(x12Parser)], { least: 1 }),
      faster('era-node-x12', name, mine, ['node-x12', median(nodeX12)], { least: 1 }),
      {
        ...times('era-memory', 'Peak memory, an 835 of 20 MB', whole.peak, ['what it keeps', whole.kept], { most: 3 }),
        unit: 'B',
      },
      alone('era-stream', 'Peak memory, 20 MB claim by claim', 'B', stream.peak),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
