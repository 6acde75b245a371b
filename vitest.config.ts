import { createRequire } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = {
  '@': import.meta.dirname,
  // It throws outside Next.
  'server-only': join(createRequire(import.meta.url).resolve('server-only'), '../empty.js'),
}
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
          setupFiles: ['scripts/testing/setup.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['**/*.db.test.ts'],
          exclude,
          testTimeout: 30_000,
          globalSetup: ['scripts/testing/global-setup.ts'],
          setupFiles: ['scripts/testing/setup.ts', 'lib/testing/database.ts'],
        },
      },
    ],
  },
})
