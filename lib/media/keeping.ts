import { type Db, db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import type { Picture } from '@/lib/media/image'
import { forgetFiles, lockKeys } from '@/lib/media/removal'
import { storage } from '@/lib/media/storage/storage'
import type { MediaFile } from '@/lib/media/view'

/** By when a file that was given up has arrived, if it still does. */
const LATE_MS = 5 * 60_000

/** Puts all sizes into the storage, or none. Throws `unavailable`. */
export async function store(picture: Picture): Promise<MediaFile[]> {
  const files: MediaFile[] = []
  try {
    for (const { bytes, width, height } of picture.renditions) {
      const key = storage().name(bytes)
      const file = { key, url: '', width, height, bytes: bytes.length }
      // Noted first: a call that fails may have stored the file nevertheless.
      files.push(file)
      file.url = (await storage().put(key, bytes, picture.contentType)).url
    }
    return files
  } catch (error) {
    log.error({ err: error }, 'an image could not be stored')
    await forgetFiles(files, db, new Date(Date.now() + LATE_MS))
    throw new AppError('unavailable', 'Images cannot be stored right now. Try again in a moment.', {
      headers: { 'Retry-After': '10' },
      cause: error,
    })
  }
}

/** Where equal files have one name, a removal may have come between: under the lock they are put again if they are gone. */
export async function holdFiles(tx: Db, picture: Picture, files: MediaFile[]): Promise<void> {
  if (!storage().contentAddressed) return
  await lockKeys(
    tx,
    files.map(({ key }) => key),
  )
  for (const { bytes } of picture.renditions) await storage().put(storage().name(bytes), bytes, picture.contentType)
}
