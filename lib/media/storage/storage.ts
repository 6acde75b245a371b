import { env } from '@/lib/env'
import { diskStorage } from '@/lib/media/storage/disk'
import { uploadThingStorage } from '@/lib/media/storage/uploadthing'

/** A file as the storage keeps it: its name there, and where it is read: a path of ours or an address elsewhere. */
export type Stored = { key: string; url: string }

/** A file that is there, and since when. */
export type Listed = { key: string; since: Date }

/** Where the files of images are kept. Every operation is idempotent, ends within a time limit, and throws when the storage fails. */
export type Storage = {
  /** The name for an image of these bytes; the same again only where equal files share one. */
  name(bytes: Buffer): string
  /** Keeps the bytes of an image of this content type under its name. */
  put(key: string, bytes: Buffer, contentType: string): Promise<Stored>
  /** The bytes of a kept file. */
  get(stored: Stored): Promise<Buffer>
  /** Forgets these files; those that are not there are forgotten already. */
  remove(keys: string[]): Promise<void>
  /** All files, in any order. */
  list(): AsyncIterable<Listed>
  /** Whether a name is one that this storage gives. */
  owns(key: string): boolean
  /** Whether equal files have equal names, so that one may belong to several images. */
  contentAddressed: boolean
}

const disk = diskStorage()
let remote: Storage | undefined

/** The storage that the environment asks for: new files go there. */
export function storage(): Storage {
  return uploadThing() ?? disk
}

/** The storage that keeps the file of this name, which is another one after the environment has changed. Throws when it is not set up. */
export function storageOf(key: string): Storage {
  const keeper = storages().find((one) => one.owns(key))
  if (!keeper) throw new Error(`no storage that is set up here keeps ${key}: is UPLOADTHING_TOKEN missing?`)
  return keeper
}

/** Every storage that is set up. */
export function storages(): Storage[] {
  const other = uploadThing()
  return other ? [disk, other] : [disk]
}

function uploadThing(): Storage | undefined {
  const { UPLOADTHING_TOKEN: token, UPLOADTHING_API_URL: apiUrl, UPLOADTHING_INGEST_URL: ingestUrl } = env
  if (token) remote ??= uploadThingStorage({ token, ...(apiUrl && { apiUrl }), ...(ingestUrl && { ingestUrl }) })
  return remote
}
