import { defineConfig } from '@playwright/test';

// The real side panel's target is of type "other" at the moment Chromium attaches to it;
// without this Playwright lets go of it and it never becomes a Page. Internal to Playwright: its version is pinned.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

const report = process.env.COB_REPORT;

export default defineConfig({
  testDir: './test/e2e',
  outputDir: './.artifacts/test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: process.env.E2E_WORKERS ? Number(process.env.E2E_WORKERS) : 2,
  retries: 0,
  forbidOnly: !!process.env.CI,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: { trace: 'retain-on-failure' },
});
