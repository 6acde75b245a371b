import { createRequire } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = {
  '@': import.meta.dirname,
  // It throws outside Next.
  'server-only': join(createRequire(import.meta.url).resolve('server-only'), '../empty.js'),
}
const exclude = ['node_modules/**', '.next*/**', 'e2e/**']
const [ofDatabase, ofApp, ofHost] = ['**/*.db.test.ts', '**/*.app.test.ts', '**/*.host.test.ts']
const ofProcesses = '**/*.processes.test.ts'
const ofApi = 'lib/http/api.db.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, ofDatabase, ofApp, ofHost, ofProcesses],
          setupFiles: ['scripts/testing/setup.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: [ofDatabase],
          // By each of the two ways to get there, below.
          exclude: [...exclude, ofApi],
          testTimeout: 30_000,
          // Tests do in a second what a person does in a day; lib/rate-limit.db.test.ts sets the limits again.
          env: { RATE_LIMITS: 'off' },
          globalSetup: ['scripts/testing/global-setup.ts'],
          setupFiles: ['scripts/testing/setup.ts', 'lib/testing/database.ts'],
        },
      },
      {
        resolve: { alias },
        // Each file starts the built app and a PostgreSQL of its own.
        test: {
          name: 'failures',
          include: [ofApp],
          exclude,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ['scripts/failures/global-setup.ts'],
        },
      },
      {
        resolve: { alias },
        // The tests of the API and some of its own, against the built app on an imitated serverless host.
        test: {
          name: 'serverless',
          include: [ofHost, ofApi],
          exclude,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ['scripts/failures/start-host.ts'],
          setupFiles: ['scripts/testing/setup.ts', 'scripts/failures/on-host.ts'],
        },
      },
      {
        resolve: { alias },
        // The tests of the API once more, and some of its own, against the built app as `npm start` runs it.
        test: {
          name: 'processes',
          include: [ofProcesses, ofApi],
          exclude,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ['scripts/failures/start-processes.ts'],
          setupFiles: ['scripts/testing/setup.ts', 'scripts/failures/on-host.ts'],
        },
      },
    ],
  },
})
