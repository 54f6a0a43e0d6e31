// Runs a TypeScript module of the tests or the demo on any Node that Vite runs on.
import path from 'node:path';
import { ROOT } from './setup.mjs';

/**
 * Imports a TypeScript module of this project and everything it imports.
 * @param {string} file path from the project's folder, e.g. `test/pm/server.ts`
 * @returns {Promise<any>} the module's exports
 */
export const importTs = async (file) => {
  // Not at the top: the packages may not be there yet when this file is read.
  const { runnerImport } = await import('vite');
  if (!globalThis.Temporal) await import('temporal-polyfill/global');
  const { module } = await runnerImport(path.join(ROOT, file), {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
  });
  return module;
};
