// What the unit tests import as `vitest` while rules are mutated: the same expectations, tests that are only noted down.
// Vitest's own workers load every module anew for each mutant of some thousand, which takes twenty times as long.
import { format } from 'node:util';

// Expectations ask for the worker that they run in; there is none.
globalThis.__vitest_worker__ ??= { config: {}, filepath: '', current: undefined };

const { expect, vi } = await import('vitest');

/** @type {{ path: string[], found: { path: string[], run: () => unknown }[] }} */
let notes = { path: [], found: [] };

/** The tests that are noted down while `load` runs. */
export const noteTests = (load) => {
  notes = { path: [], found: [] };
  load();
  return notes.found;
};

const named = (title, args, n) => `${format(title, ...(title.includes('%') ? args : []))} #${n}`;

/** `it.each` and `describe.each`: one call a row, told apart by its number. */
const eachOf = (note) => (rows) => (title, run) => {
  rows.forEach((row, n) => {
    const args = Array.isArray(row) ? row : [row];
    note(named(title, args, n), () => run(...args));
  });
};

const it = (title, run) => {
  notes.found.push({ path: [...notes.path, title], run });
};
it.each = eachOf(it);

const describe = (title, run) => {
  notes.path.push(title);
  run();
  notes.path.pop();
};
describe.each = eachOf(describe);

export { describe, expect, it, it as test, vi };
