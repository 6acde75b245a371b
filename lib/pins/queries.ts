import { db } from '@/lib/db'

/** The id of the tweet that the person pinned, or null. */
export async function findPinnedId(userId: string): Promise<string | null> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { pinnedTweetId: true } })
  return user?.pinnedTweetId ?? null
}
