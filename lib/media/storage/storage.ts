import { diskStorage } from '@/lib/media/storage/disk'

/** A file as the storage keeps it: its name there, and where it is read: a path of ours or an address elsewhere. */
export type Stored = { key: string; url: string }

/** Where the files of images are kept. Every operation is idempotent, ends within a time limit, and throws when the storage fails. */
export type Storage = {
  /** Keeps the bytes of an image of this content type. */
  put(bytes: Buffer, contentType: string): Promise<Stored>
  /** The bytes of a kept file. */
  get(stored: Stored): Promise<Buffer>
  /** Forgets these files; those that are not there are forgotten already. */
  remove(keys: string[]): Promise<void>
  /** The names of all files, in any order. */
  list(): AsyncIterable<string>
  /** Whether equal files have equal names, so that one may belong to several images. */
  contentAddressed: boolean
}

/** The storage that the environment asks for. */
export function storage(): Storage {
  return diskStorage()
}
