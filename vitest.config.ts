import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/support/build-once.ts',
    include: ['test/**/*.test.ts'],
    // Real processes, real models: a hung test must end, but no assertion depends on time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
