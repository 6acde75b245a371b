import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { countsIn } from '@/scripts/backup/manifest'
import { restoreBackup } from '@/scripts/backup/restore'
import { command } from '@/scripts/lifetime'
import { Refusal } from '@/scripts/refusal'

const USAGE = 'npm run restore -- FILE [--force]'

command(async () => {
  const { file, force } = options()
  const { manifest, migrated } = await restoreBackup(process.env.DATABASE_URL ?? '', resolve(process.env.INIT_CWD ?? '', file), { force })
  const since = migrated.length > 0 ? `, and ${migrated.length} migrations that came since` : ''
  console.log(`${countsIn(manifest)}\nThat is back as it was on ${manifest.madeAt}${since}.`)
  return 0
})

function options(): { file: string; force: boolean } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { force: { type: 'boolean', default: false } } })
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new Error('Say which file to restore.')
    return { file, ...values }
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}
