import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = path.resolve(import.meta.dirname, '../..');

/** The fault campaigns take longest: begun first, they run beside all the others instead of after them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = (file: TestSpecification) => file.moduleId.includes('/tests/fault/');
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

// Two rooms: plain Node for everything that must run without a window, jsdom for the screens.
// fake-indexeddb stands in for the browser's store, so the replica is tested with the real Dexie.
export default defineConfig({
  root,
  test: {
    reporters: ['default'],
    testTimeout: 120_000,
    hookTimeout: 20_000,
    // Two processes at most: the machines that run this have few cores, and SQLite files in
    // temporary folders want a process each, not a thread.
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'main/**/*.test.ts',
            'shared/**/*.test.ts',
            'preload/**/*.test.ts',
            'build/**/*.test.ts',
            // Window tests are named .spec.ts and run under Playwright.
            'tests/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['renderer/**/*.test.ts', 'renderer/**/*.test.tsx'],
          setupFiles: ['fake-indexeddb/auto', 'build/config/dom.setup.ts'],
        },
      },
    ],
  },
});
