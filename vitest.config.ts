import { defineConfig } from 'vitest/config'
import { seed } from './tools/seed.ts'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'tools/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['src/platform/testing/global-setup.ts', 'src/app/testing/demo-setup.ts'],
    setupFiles: ['tools/vitest-setup.ts'],
    env: { XIAOMA_SEED: seed() },
    passWithNoTests: false,
  },
})
