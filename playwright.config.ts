import { defineConfig } from '@playwright/test';

// The real side panel's target is of type "other" at the moment Chromium attaches to it;
// without this Playwright lets go of it and it never becomes a Page. Internal to Playwright: its version is pinned.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

const report = process.env.COB_REPORT;

export default defineConfig({
  testDir: './test/e2e',
  outputDir: './.artifacts/test-results',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: process.env.E2E_WORKERS ? Number(process.env.E2E_WORKERS) : 2,
  // A machine that is busy elsewhere can break a journey that drives a whole browser. What needs the second try is named.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: !!process.env.CI,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: { trace: 'retain-on-failure' },
});
