import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The parts of the extension that are weighed. */
export type Part = 'content' | 'press' | 'reader' | 'worker' | 'panel' | 'remittances' | 'payers';

/** Bytes, minified. Raising one is a decision: do it in the commit that makes it necessary. */
export const CEILINGS: Record<Part, { name: string; most: number }> = {
  content: { name: 'Content script', most: 3_000 },
  press: { name: "Content script in the page's world", most: 1_000 },
  reader: { name: 'Reader, in pages worth reading', most: 190_000 },
  worker: { name: 'Worker', most: 380_000 },
  panel: { name: 'Panel', most: 910_000 },
  remittances: { name: "Panel's thread for remittance files", most: 60_000 },
  payers: { name: "Options' thread for payer lists", most: 60_000 },
};

const FILES: Record<Part, (file: string) => boolean> = {
  content: (file) => file === 'pm.js' || file === 'pm-nothing.js',
  press: (file) => file === 'pm-press.js',
  reader: (file) => file === 'pm-reader.js',
  worker: (file) => file === 'background.js',
  remittances: (file) => file === 'era-reader.js',
  payers: (file) => file === 'payer-reader.js',
  panel: (file) => file.startsWith(`chunks${path.sep}`) && file.endsWith('.js'),
};

/** The files of a build that a part is made of. */
export const filesOf = (build: string, part: Part): string[] =>
  readdirSync(build, { recursive: true, encoding: 'utf8' })
    .filter(FILES[part])
    .map((file) => path.join(build, file));
