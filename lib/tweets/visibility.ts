import type { Viewer } from '@/lib/auth/viewer'
import type { Prisma } from '@/lib/generated/prisma/client'
import { heardUsers, unblockedUsers } from '@/lib/users/visibility'

/** Tweets that the viewer may see: not deleted, nobody's who is suspended, whom they block or who blocks them. */
export function visibleTweets(viewer: Viewer | null): Prisma.TweetWhereInput {
  return { deletedAt: null, author: unblockedUsers(viewer) }
}

/** Tweets that may come to the viewer unasked: visible, and of nobody they mute. */
export function heardTweets(viewer: Viewer | null): Prisma.TweetWhereInput {
  return { deletedAt: null, author: heardUsers(viewer) }
}
