import { z } from 'zod'
import { tweetView } from '@/lib/tweets/schema'
import { userSummaryView } from '@/lib/users/schema'

export const readInput = z
  .strictObject({
    upTo: z
      .uuid({ error: 'upTo must be the id of a notification.' })
      .transform((id) => id.toLowerCase())
      .meta({ type: 'string', format: 'uuid' }),
  })
  .meta({ id: 'NotificationsRead' })

export const notificationView = z
  .object({
    id: z.uuid(),
    type: z.enum(['like', 'retweet', 'reply', 'mention', 'quote', 'follow']),
    createdAt: z.iso.datetime(),
    read: z.boolean(),
    actor: userSummaryView,
    tweet: tweetView.nullable(),
  })
  .meta({ id: 'Notification', description: 'tweet is the one liked or retweeted, or the reply, quote or tweet that mentions you.' })

export const unreadView = z.object({ count: z.int() }).meta({ id: 'UnreadCount' })

export type Notification = z.output<typeof notificationView>
