import { join } from 'node:path'
import { defineConfig } from 'prisma/config'

// Prisma would download its schema engine from a host that many networks block.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= join(import.meta.dirname, 'scripts/schema-engine.mjs')

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node --conditions=react-server --import tsx prisma/seed.ts' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
