import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../../..');

export interface SourceFile {
  /** Path from the project's folder, with `/`. */
  path: string;
  text: string;
}

/** TypeScript files under these folders or at these paths. */
export const sources = (...folders: string[]): SourceFile[] =>
  folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
      .sort()
      .map((file) => ({ path: file, text: readFileSync(path.join(ROOT, file), 'utf8') })),
  );

/** What the extension is made of. */
export const product = (): SourceFile[] => sources('entrypoints', 'components', 'lib');

/** The code without its comments. Strings stay. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

const IMPORTS = /^(?:import|export)\b[^;'"`]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** The modules that a file imports from this project, as paths without extension; packages as they are written. */
export const importsOf = ({ path: from, text }: SourceFile): string[] =>
  [...withoutComments(text).matchAll(IMPORTS)].map(([, a, b, c]) => {
    const module = a ?? b ?? c ?? '';
    if (module.startsWith('@/')) return module.slice(2);
    return module.startsWith('.') ? path.posix.join(path.posix.dirname(from), module) : module;
  });
