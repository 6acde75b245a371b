import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tail } from '@/scripts/children'
import { fingerprint } from '@/scripts/fingerprint'
import { locked } from '@/scripts/lock'
import { prisma } from '@/scripts/migrations'
import { step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'

const CLIENT = join(ROOT, 'lib/generated/prisma')
const STAMP = join(ROOT, 'lib/generated/schema-fingerprint')

/** Makes the Prisma client when there is none for this schema. */
export async function ensureClient(): Promise<void> {
  const wanted = fingerprint(['prisma/schema.prisma', 'node_modules/prisma/package.json'])
  if (isCurrent(wanted)) return
  await locked(cacheFile('client.lock'), async () => {
    if (isCurrent(wanted)) return
    await step('Generating the database client', async () => {
      const { code, output } = await prisma(['generate'], 'postgresql://localhost/none')
      if (code !== 0) throw new Refusal(`The database client could not be generated. Prisma said:\n${tail(output)}`)
      writeFileSync(STAMP, wanted)
    })
  })
}

/** A file of this clone's that no commit and no build minds. */
export function cacheFile(name: string): string {
  const file = join(ROOT, 'node_modules/.cache/linnet', name)
  mkdirSync(dirname(file), { recursive: true })
  return file
}

function isCurrent(wanted: string): boolean {
  return existsSync(CLIENT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted
}
