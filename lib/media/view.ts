import { env } from '@/lib/env'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Media } from '@/lib/media/schema'
import type { Stored } from '@/lib/media/storage/storage'

/** One size of an image, as its row keeps it. */
export type MediaFile = Stored & { width: number; height: number; bytes: number }

export const mediaSelect = {
  id: true,
  alt: true,
  width: true,
  height: true,
  contentType: true,
  blurhash: true,
  files: true,
} as const satisfies Prisma.MediaSelect

export type MediaRow = Prisma.MediaGetPayload<{ select: typeof mediaSelect }>

/** An image as everybody sees it. The only way one leaves. */
export function toMediaView({ files, ...row }: MediaRow): Media {
  const sizes = filesOf(files).map(({ url, width, height }) => ({ url: absoluteUrl(url), width, height }))
  return { ...row, url: sizes.at(-1)?.url ?? '', sizes }
}

/** The sizes in a row, the widest last. */
export function filesOf(files: Prisma.JsonValue): MediaFile[] {
  return files as MediaFile[]
}

/** A stored file's address, whoever asks from wherever. */
export function absoluteUrl(url: string): string {
  return url.startsWith('/') ? `${env.APP_URL}${url}` : url
}
