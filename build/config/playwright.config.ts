import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.resolve(__dirname, '../..');

// One worker: each test owns a whole Electron, and two of them on a small machine measure each
// other. Timeouts are generous for the same reason; nothing waits for them when all is well.
export default defineConfig({
  testDir: path.join(root, 'tests/e2e'),
  outputDir: path.join(root, 'test-results'),
  workers: 1,
  fullyParallel: false,
  // A window that lost its connection to the test driver says nothing of the app: tried once more,
  // and named in the report when it passes only then.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
