import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup/properties.ts'],
    // Real name servers and real terminals start slowly on a busy machine.
    testTimeout: 60_000,
  },
});
