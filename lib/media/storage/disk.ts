import { createHash, randomUUID } from 'node:crypto'
import type { Stats } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { env } from '@/lib/env'
import type { Storage } from '@/lib/media/storage/storage'

/** A file's name: the SHA-256 of its bytes, so that what is behind a name never changes. */
const KEY = /^[0-9a-f]{64}\.webp$/
/** What a process that ended in the middle of a write leaves. */
const DRAFT = /^[0-9a-f]{64}\.webp\.[0-9a-f-]{36}$/

/** A folder of this machine. */
export function diskStorage(): Storage {
  return {
    contentAddressed: true,
    name: (bytes) => `${createHash('sha256').update(bytes).digest('hex')}.webp`,
    owns: (key) => KEY.test(key) || DRAFT.test(key),
    async put(key, bytes) {
      if (!(await find(pathOf(key)))) await write(pathOf(key), bytes)
      return { key, url: `/media/${key}` }
    },
    get: ({ key }) => readFile(pathOf(key)),
    async remove(keys) {
      for (const key of keys) await rm(pathOf(key), { force: true })
    },
    async *list() {
      for (const folder of await readdir(root()).catch(() => []))
        for (const key of await readdir(join(root(), folder))) {
          const found = await find(join(root(), folder, key))
          if (found) yield { key, since: found.mtime }
        }
    },
  }
}

/** The path and size of a kept file, or null when there is none of that name. */
export async function findFile(key: string): Promise<{ path: string; size: number } | null> {
  if (!KEY.test(key)) return null
  const found = await find(pathOf(key))
  return found?.isFile() ? { path: pathOf(key), size: found.size } : null
}

function root(): string {
  return resolve(/* turbopackIgnore: true */ env.LINNET_DATA_DIR, 'media')
}

/** Spread over 256 folders, which no file system minds. */
function pathOf(key: string): string {
  if (!KEY.test(key) && !DRAFT.test(key)) throw new Error(`${key} is not the name of a stored image`)
  return join(root(), key.slice(0, 2), key)
}

function find(path: string): Promise<Stats | null> {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/** Whole or not at all, and on the disk before it is told of. */
async function write(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  try {
    await writeDraft(draft, bytes)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function writeDraft(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o640)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
