import { defineConfig } from 'vitest/config';

/**
 * Domain, pack and web tests are pure; integration and workflow tests share one Postgres and one Temporal a run; the
 * pages are driven in a real browser last, when nothing else wants the machine.
 */
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
          // Milliseconds each; a busy machine may stretch the long ones.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'web',
          include: ['test/web/**/*.test.{ts,tsx}'],
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
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/*.test.ts'],
          globalSetup: ['test/e2e/support/global.ts'],
          sequence: { groupOrder: 4 },
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
