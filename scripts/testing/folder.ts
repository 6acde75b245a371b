import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atEnd } from '@/scripts/lifetime'
import { removeDataFolder } from '@/scripts/postgres/home'

/** A data folder that is gone when the command ends. */
export function throwAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'linnet-test-'))
  // Root's PostgreSQL runs as another user, who must get in.
  chmodSync(folder, 0o711)
  const remove = () => removeDataFolder(folder)
  atEnd(remove, remove)
  return folder
}
