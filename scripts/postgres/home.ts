import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Account, accountFor, canEnter } from '@/scripts/postgres/account'
import { Refusal } from '@/scripts/refusal'

/** The folder of one embedded PostgreSQL: its files, password, port, log and lock, and the account that it runs as. */
export type Home = { folder: string; account: Account; cluster: string; log: string; lock: string }

/** Where root's databases go when PostgreSQL's account cannot enter the data folder. */
const ELSEWHERE = '/var/lib/linnet'

/** Makes sure that the data folder is there and can be written. Refuses with a sentence when it cannot. */
export function openDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    rmdirSync(mkdtempSync(join(dataDir, 'trial-')))
  } catch {
    throw new Refusal(`The data folder ${dataDir} cannot be written. Make it writable, or set LINNET_DATA_DIR to another folder.`)
  }
}

/** The database's home in this data folder, made when it is missing; as root possibly a link to where PostgreSQL's account can go. */
export function openHome(dataDir: string): Home {
  const place = join(dataDir, 'postgres')
  const account = accountFor(place)
  if (!isThere(place)) makeHome(place, account)
  const home = findHome(dataDir)
  const owner = home && statSync(home.folder).uid
  const us = process.getuid?.()
  if (!home)
    throw new Refusal(`${place} points to a folder that is gone. Bring it back, or remove ${place} to begin with an empty database.`)
  if (us && owner !== us)
    throw new Refusal(
      `The database in ${dataDir} belongs to another user. Start Linnet as that user, or set LINNET_DATA_DIR to another folder.`,
    )
  return home
}

/** The database's home in this data folder, or null when there is none. Makes nothing. */
export function findHome(dataDir: string): Home | null {
  const place = join(dataDir, 'postgres')
  if (!existsSync(place)) return null
  const folder = realpathSync(place)
  return {
    folder,
    account: accountFor(folder),
    cluster: join(folder, 'cluster'),
    log: join(folder, 'postgres.log'),
    lock: join(folder, 'linnet.lock'),
  }
}

/** Removes the data folder and, when it is elsewhere, the database's home. */
export function removeDataFolder(dataDir: string): void {
  const home = findHome(dataDir)
  for (const folder of [home?.folder, dataDir]) if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** The secret kept in this file, which only its owner reads; made of 32 random bytes on first use. */
export function secretIn(file: string): string {
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    const { uid, gid } = statSync(dirname(file))
    if (process.getuid?.() === 0) chownSync(file, uid, gid)
  } catch {}
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new Refusal(`The secret in ${file} cannot be read. It belongs to the user who started Linnet first.`)
  }
}

function isThere(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false }) !== undefined
}

function makeHome(place: string, account: Account): void {
  if (account === null || canEnter(account, dirname(place))) {
    makeFolder(place, account)
    return
  }
  const folder = join(ELSEWHERE, randomBytes(6).toString('hex'))
  mkdirSync(ELSEWHERE, { recursive: true })
  chmodSync(ELSEWHERE, 0o711)
  makeFolder(folder, account)
  symlinkSync(folder, place)
  console.log(`PostgreSQL does not run as root, and its own user cannot enter ${dirname(place)}: the database's files are in ${folder}.`)
}

function makeFolder(folder: string, account: Account): void {
  mkdirSync(folder, { mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
}
