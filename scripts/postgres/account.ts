import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { Refusal } from '@/scripts/refusal'

/** The user and group that PostgreSQL runs as. Null: as whoever we are. */
export type Account = { uid: number; gid: number } | null

/** Who runs the PostgreSQL whose files are in `home`: never root, because it refuses that; rather the owner of the files that are there. */
export function accountFor(home: string): Account {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(home, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return existing('postgres') ?? created('postgres') ?? existing('nobody') ?? refuse()
}

/** True when the account may enter the folder. */
export function canEnter(account: Account, folder: string): boolean {
  return account === null || spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0
}

function existing(name: string): Account {
  const uid = numberFrom('id', ['-u', name])
  const gid = numberFrom('id', ['-g', name])
  return uid && gid ? { uid, gid } : null
}

function created(name: string): Account {
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ])
  return made.status === 0 ? existing(name) : null
}

function numberFrom(program: string, args: string[]): number | null {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? Number.parseInt(stdout, 10) : null
}

function refuse(): never {
  throw new Refusal(
    'PostgreSQL does not run as root and no other user could be found or made: start Linnet as an ordinary user, or set DATABASE_URL.',
  )
}
