import { inject } from 'vitest'

// Before each file of tests on the imitated host, and so before lib/env.ts reads the environment: their own queries go to PostgreSQL itself.
const { address, databaseUrl, env } = inject('host')
Object.assign(process.env, env, { DATABASE_URL: databaseUrl, LINNET_TEST_HOST: address })
