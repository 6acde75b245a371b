import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'
import { drawPng } from '@/lib/media/image'
import { storage } from '@/lib/media/storage/storage'
import { filesOf } from '@/lib/media/view'

type Size = { width: number; height: number }

/** The first image of a tweet, cut to this size, as a `data:` address of a PNG; null when it has none or it cannot be had now. */
export function findTweetPicture(tweetId: string, size: Size): Promise<string | null> {
  return findPicture({ tweetId, position: 0 }, size)
}

/** A person's avatar in the same form. */
export function findAvatar(userId: string, size: Size): Promise<string | null> {
  return findPicture({ avatarOf: { id: userId } }, size)
}

async function findPicture(where: Prisma.MediaWhereInput, size: Size): Promise<string | null> {
  const row = await db.media.findFirst({ where, select: { files: true } })
  const files = row ? filesOf(row.files) : []
  const file = files.find(({ width }) => width >= size.width) ?? files.at(-1)
  if (!file) return null
  try {
    const png = await drawPng(await storage().get(file), size)
    return `data:image/png;base64,${png.toString('base64')}`
  } catch (error) {
    log.warn({ err: error }, 'a card goes without its image')
    return null
  }
}
