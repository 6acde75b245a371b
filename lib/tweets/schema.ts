import { z } from 'zod'
import { TWEET_MAX_MEDIA } from '@/lib/media/limits'
import { mediaView } from '@/lib/media/schema'
import { pageParams } from '@/lib/page'
import { text } from '@/lib/text'
import { userSummaryView } from '@/lib/users/schema'

/** How long a tweet may be, in characters as a person counts them. */
export const TWEET_MAX_CHARACTERS = 250

const id = (name: string) =>
  z
    .uuid({ error: `${name} must be an id.` })
    .transform((value) => value.toLowerCase())
    .meta({ type: 'string', format: 'uuid' })

export const tweetInput = z
  .strictObject({
    content: text('content', TWEET_MAX_CHARACTERS),
    replyToId: id('replyToId').nullish(),
    quoteId: id('quoteId').nullish(),
    mediaIds: z
      .array(id('mediaIds'), { error: 'mediaIds must be a list of ids.' })
      .max(TWEET_MAX_MEDIA, { error: `mediaIds may hold at most ${TWEET_MAX_MEDIA} ids.` })
      .refine((ids) => new Set(ids).size === ids.length, { error: 'mediaIds names an image twice.', params: { code: 'twice' } })
      .optional(),
  })
  .meta({ id: 'TweetInput', description: 'content may be empty only with an image or a quote.' })

/** `?filter=` beside the page's words: which of a person's tweets to list. */
export const tweetsOfParams = pageParams.extend({
  filter: z.enum(['tweets', 'replies', 'media', 'likes'], { error: 'filter must be tweets, replies, media or likes.' }).default('tweets'),
})

const span = { start: z.int(), end: z.int() }

export const entitiesView = z
  .object({
    hashtags: z.array(z.object({ word: z.string(), ...span })),
    mentions: z.array(z.object({ username: z.string(), ...span })),
    urls: z.array(z.object({ url: z.string(), display: z.string(), ...span })),
  })
  .meta({ id: 'Entities', description: 'What stands in the text, in order, never overlapping; start and end are UTF-16 offsets.' })

const tweetViewer = z
  .object({ liked: z.boolean(), retweeted: z.boolean(), bookmarked: z.boolean(), canDelete: z.boolean() })
  .meta({ id: 'TweetViewer', description: 'What you did and may do; null when nobody is signed in.' })

export const deletedTweetView = z
  .object({ id: z.uuid(), deleted: z.literal(true) })
  .meta({ id: 'DeletedTweet', description: 'The place of a tweet that is no more.' })

export const tweetView = z
  .object({
    id: z.uuid(),
    content: z.string(),
    author: userSummaryView,
    createdAt: z.iso.datetime(),
    conversationId: z.uuid(),
    entities: entitiesView,
    media: z.array(mediaView),
    replyTo: z.object({ id: z.uuid(), username: z.string().nullable() }).nullable(),
    get quote() {
      return z.union([tweetView, deletedTweetView]).nullable()
    },
    likesCount: z.int(),
    repliesCount: z.int(),
    retweetsCount: z.int(),
    quotesCount: z.int(),
    viewer: tweetViewer.nullable(),
    retweetedBy: userSummaryView.nullable(),
  })
  .meta({ id: 'Tweet', description: 'A quote inside a quote is null; retweetedBy is set only in timelines.' })

export const threadView = z
  .object({
    ancestors: z.array(z.union([tweetView, deletedTweetView])),
    tweet: tweetView,
    replies: z.object({ items: z.array(tweetView), nextCursor: z.string().nullable() }),
  })
  .meta({
    id: 'Thread',
    description: 'ancestors are the nearest forty, first tweet first; there are more above when the first of them is a reply.',
  })

export type Entities = z.output<typeof entitiesView>
export type Tweet = z.output<typeof tweetView>
export type DeletedTweet = z.output<typeof deletedTweetView>
export type Thread = z.output<typeof threadView>
