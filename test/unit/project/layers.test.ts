import { describe, expect, test } from 'vitest';
import { importsOf, product, type SourceFile, sources, withoutComments } from './files';

/** Which folders of `lib` a folder of `lib` may import from, itself aside. Files of `lib` itself are below the line. */
const MAY_IMPORT: Record<string, string[]> = {
  claim: [],
  codes: ['claim'],
  pages: ['claim'],
  payers: ['claim', 'codes'],
  era: ['claim', 'codes', 'payers'],
  order: ['claim', 'codes', 'payers'],
  estimate: ['claim'],
  policy: ['claim'],
  checks: ['claim', 'codes', 'pages', 'payers', 'era', 'order', 'policy', 'estimate'],
  record: ['claim', 'policy', 'checks'],
  prefill: ['claim', 'codes', 'pages', 'payers', 'era', 'order', 'checks'],
  lookups: ['claim', 'pages', 'payers', 'prefill'],
  session: ['claim', 'codes', 'pages', 'payers', 'era', 'order', 'checks', 'prefill', 'lookups', 'record'],
  // The page's side of the extension: it reads and fills, it knows no check and no session.
  content: ['claim', 'pages', 'prefill'],
};

/** Folders below the line: what stands at the doors, with schemas. */
const BELOW = new Set(['schemas', 'case-file']);

/** Modules that pure code may import besides the project's own. */
const PURE_PACKAGES = new Set<string>();

const folderOf = (file: string): string | undefined => /^lib\/([^/]+)\//.exec(file)?.[1];
const above = (): SourceFile[] => sources('lib').filter((file) => (folderOf(file.path) ?? '') in MAY_IMPORT);

const typesOnly = (file: SourceFile): boolean => !/^import (?!type)[^;]*\/messages'/m.test(file.text);

describe('layers', () => {
  test('every folder of lib has its place', () => {
    const folders = new Set(sources('lib').map((file) => folderOf(file.path)));
    folders.delete(undefined);
    expect([...folders].filter((folder) => !(folder! in MAY_IMPORT) && !BELOW.has(folder!))).toEqual([]);
  });

  test('above the line nobody imports what is not theirs', () => {
    const wrong = above().flatMap((file) => {
      const own = folderOf(file.path)!;
      const allowed = new Set([own, ...MAY_IMPORT[own]!]);
      return (
        importsOf(file)
          // The words of the protocol, never its code.
          .filter((module) => !(own === 'content' && module === 'lib/messages' && typesOnly(file)))
          .filter((module) =>
            module.startsWith('lib/') ? !allowed.has(folderOf(module) ?? '') : !PURE_PACKAGES.has(module),
          )
          .map((module) => `${file.path} imports ${module}`)
      );
    });
    expect(wrong).toEqual([]);
  });

  test('above the line nobody touches the browser API', () => {
    const wrong = above().filter((file) => /(?<![.\w'-])(browser|chrome)\s*[.?]/.test(withoutComments(file.text)));
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  test('lib imports neither entry points nor components', () => {
    const wrong = sources('lib').filter((file) =>
      importsOf(file).some((module) => /^(entrypoints|components)\//.test(module)),
    );
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  test('the product imports nothing of the tests', () => {
    const wrong = product().filter((file) => importsOf(file).some((module) => module.startsWith('test/')));
    expect(wrong.map((file) => file.path)).toEqual([]);
  });
});
