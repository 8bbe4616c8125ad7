import { defineConfig } from 'vitest/config';

/** Domain and pack tests are pure; integration and workflow tests share one Postgres and one Temporal a run. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          include: [
            'test/domain/**/*.test.ts',
            'test/pack/**/*.test.ts',
            'test/cli/**/*.test.ts',
            'test/model/*.test.ts',
          ],
          // Pure files need no isolation, and share what they import.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'local',
          include: ['test/local/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'stack',
          include: [
            'test/workflows/**/*.test.ts',
            'test/integration/**/*.test.ts',
            'test/model/stack/*.test.ts',
          ],
          globalSetup: ['test/support/global.ts'],
          sequence: { groupOrder: 2 },
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'reliability',
          include: ['test/reliability/*.test.ts'],
          sequence: { groupOrder: 3 },
          pool: 'forks',
          testTimeout: 600_000,
        },
      },
    ],
  },
});
