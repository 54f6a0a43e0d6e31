import { defineConfig } from 'wxt';

/** NextGen Office's pages: the only host the store build asks for. */
const NEXTGEN_OFFICE = 'https://*.healthfusionclaims.com/*';
/** The stand-in PM of the demo and the tests listens on loopback. */
const LOOPBACK = 'http://127.0.0.1/*';

/** `COB_FLAVOUR=test` builds the same code with loopback added; anything else is the store build. */
const testFlavour = process.env.COB_FLAVOUR === 'test';
/** The day on which the test flavour lives: the stand-in PM's. The store build knows no day but today. */
const TEST_DAY = '2026-03-20';
const hosts = testFlavour ? [NEXTGEN_OFFICE, LOOPBACK] : [NEXTGEN_OFFICE];

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  outDirTemplate: testFlavour ? '{{browser}}-mv{{manifestVersion}}-test' : '{{browser}}-mv{{manifestVersion}}',
  vite: () => ({ define: { __COB_TODAY__: testFlavour ? JSON.stringify(TEST_DAY) : 'undefined' } }),
  manifest: ({ browser }) => ({
    name: 'COB Companion',
    description: 'Checks, prefills and explains secondary claims beside your practice-management pages.',
    permissions: ['storage', 'alarms', 'scripting'],
    host_permissions: hosts,
    content_scripts: [{ matches: hosts, all_frames: true, run_at: 'document_idle', js: ['pm.js'] }],
    action: { default_title: 'COB Companion' },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+C' },
        description: 'Open or close the panel',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'cob-companion@cob-companion',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '144',
          incognito: 'not_allowed',
          // What an organization may set. Firefox takes it from a file beside the browser: docs/policy.md.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
});
