// How the browser tests run. The program under test, its site and the browser come from the environment; `cargo xtask test` sets it.

import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './tests',
  outputDir: './test-results',
  // Where a page as it was before hydration is kept, for the comparison with what it is after.
  snapshotPathTemplate: '{testDir}/../test-results/before/{arg}{ext}',
  globalSetup: './fixtures/setup.mjs',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    colorScheme: 'dark',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.HECTIC_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'],
    },
  },
});
