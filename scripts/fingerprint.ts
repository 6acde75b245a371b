import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '@/scripts/settings'

/** A word that changes when any of these files or folders does: a name, or what is in it. Missing ones count as empty. */
export function fingerprint(paths: string[], { root = ROOT, ignore = /(?!)/, more = '' } = {}): string {
  const hash = createHash('sha256').update(more)
  for (const file of paths.flatMap((path) => filesIn(root, path)).filter((path) => !ignore.test(path))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesIn(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(root, `${path}/${name}`))
}
