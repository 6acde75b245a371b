import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeBackup } from '@/scripts/backup/backup'
import { countsIn } from '@/scripts/backup/manifest'
import { command } from '@/scripts/lifetime'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'

const USAGE = 'npm run backup [-- --to FILE] [--force]'

command(async () => {
  const { to, force } = options()
  const file = to ? resolve(process.env.INIT_CWD ?? '', to) : resolve(ROOT, 'backups', `linnet-${timestamp()}.tar`)
  const { manifest, size } = await makeBackup(process.env.DATABASE_URL ?? '', file, { force })
  for (const key of manifest.media.missing) console.warn(`${key} is missing or changed, and so is not in the backup.`)
  console.log(`${countsIn(manifest)}\n${file} holds all of that in ${sizeInWords(size)}. Keep it as you keep a password.`)
  return 0
})

function options(): { to?: string | undefined; force: boolean } {
  try {
    return parseArgs({ options: { to: { type: 'string' }, force: { type: 'boolean', default: false } } }).values
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}

function sizeInWords(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** Such as 20261123T090807Z. */
function timestamp(): string {
  return new Date().toISOString().replace(/[-:]|\.\d+/g, '')
}
