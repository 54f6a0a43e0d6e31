import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    reporters: process.env.COB_REPORT ? ['default', ['json', { outputFile: process.env.COB_REPORT }]] : ['default'],
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          testTimeout: 30_000,
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          setupFiles: ['test/unit/setup.ts'],
          mockReset: true,
          restoreMocks: true,
        },
      },
      {
        // What the builds hold: needs the three of them.
        test: { name: 'built', environment: 'node', include: ['test/built/**/*.test.ts'] },
      },
      {
        plugins: [react()],
        // WXT's plugin does not work in browser mode: its alias and its fake browser are set here and in the setup file.
        resolve: { alias: { '@': resolve(import.meta.dirname) } },
        // Found late, a package makes the page reload in the middle of a test on a machine that has no cache yet.
        optimizeDeps: {
          include: [
            '@testing-library/react',
            'comlink',
            'fast-check',
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
          ],
        },
        test: {
          name: 'browser',
          setupFiles: ['test/browser/setup.ts'],
          include: ['test/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1280, height: 900 },
            provider: playwright({
              launchOptions: {
                executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
                args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
