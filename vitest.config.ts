import { createRequire } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { TEST_SECRET } from './scripts/testing/environment'

const alias = {
  '@': import.meta.dirname,
  // It throws outside Next.
  'server-only': join(createRequire(import.meta.url).resolve('server-only'), '../empty.js'),
}
const env = { AUTH_SECRET: TEST_SECRET, APP_URL: 'http://localhost:3000', LOG_LEVEL: 'silent' }
const exclude = ['node_modules/**', '.next*/**', 'e2e/**']

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.db.test.ts'],
          env,
          setupFiles: ['scripts/testing/fail-on-console-error.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['**/*.db.test.ts'],
          exclude,
          env,
          testTimeout: 30_000,
          globalSetup: ['scripts/testing/global-setup.ts'],
          setupFiles: ['scripts/testing/fail-on-console-error.ts', 'lib/testing/database.ts'],
        },
      },
    ],
  },
})
