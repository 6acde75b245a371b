import { join } from 'node:path'
import { run, tail } from '@/scripts/children'
import { ask } from '@/scripts/database'
import { step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'

/** Lets the demo cast move in when nobody lives here yet; returns what the seed said, or null when it was not asked. */
export async function seed(url: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const [row] = await ask<{ settled: boolean }>(url, 'SELECT EXISTS (SELECT FROM users) AS settled')
  if (row?.settled) return null
  return step('Seeding the demo cast', async () => {
    const nodeArgs = ['--conditions=react-server', '--import', 'tsx']
    const { code, output } = await run(join(ROOT, 'prisma/seed.ts'), [], { env: { ...env, DATABASE_URL: url }, nodeArgs })
    if (code !== 0) throw new Refusal(`The demo cast could not be seeded:\n${tail(output)}`)
    return output.trim()
  })
}

/** The username and password to try Linnet with, or null when that person does not live here. */
export async function demoSignIn(url: string): Promise<{ username: string; password: string } | null> {
  const { DEMO_SIGN_IN } = await import('@/lib/testing/cast')
  const [row] = await ask<{ here: boolean }>(url, 'SELECT EXISTS (SELECT FROM users WHERE username_key = $1) AS here', [
    DEMO_SIGN_IN.username,
  ])
  return row?.here ? DEMO_SIGN_IN : null
}
