import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { atEnd } from '@/scripts/lifetime'
import { type Account, accountFor } from '@/scripts/postgres/account'
import { ROOT } from '@/scripts/settings'
import { DIST_DIR } from '@/scripts/testing/end-to-end'
import { throwAwayFolder } from '@/scripts/testing/folder'

/** What a host makes of the build: a folder that holds only what the build says it needs, and that nobody can write to. */
export type Deployment = { folder: string; node: string; temporary: string; account: Account }

/** Copies the folder that runs by itself, and the Node that it runs on, to where an account without rights reads them; it may write to `temporary` only. */
export function deploy(): Deployment {
  const root = throwAwayFolder()
  const [folder, temporary, node] = [join(root, 'deployment'), join(root, 'tmp'), join(root, 'bin', 'node')]
  const built = join(ROOT, DIST_DIR)
  cpSync(join(built, 'standalone'), folder, { recursive: true, verbatimSymlinks: true })
  cpSync(join(built, 'static'), join(folder, DIST_DIR, 'static'), { recursive: true })
  cpSync(join(ROOT, 'public'), join(folder, 'public'), { recursive: true })
  cpSync(join(ROOT, 'scripts/follow-parent.mjs'), join(root, 'bin/follow-parent.mjs'))
  cpSync(process.execPath, node)
  mkdirSync(temporary, { mode: 0o700 })
  const account = accountFor(folder)
  if (account) chownSync(temporary, account.uid, account.gid)
  else console.log('The imitated host runs as whoever runs the tests: only root can have it run as somebody else.')
  for (const path of [folder, join(root, 'bin')]) {
    spawnSync('chmod', ['-R', 'a+rX,a-w', path])
    atEnd(() => void spawnSync('chmod', ['-R', 'u+w', path]))
  }
  return { folder, node, temporary, account }
}

/** The files of the deployment that its account could write to, and those that its processes have left in the temporary folder. */
export function writableFiles({ folder, temporary, account }: Deployment): string[] {
  const { stdout } = spawnSync('find', [folder, '-writable', '!', '-type', 'l'], { ...account, cwd: '/', encoding: 'utf8' })
  const left = existsSync(temporary) ? readdirSync(temporary) : []
  return [...stdout.split('\n').filter(Boolean), ...left]
}
