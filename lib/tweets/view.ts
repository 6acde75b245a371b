import type { Prisma } from '@/lib/generated/prisma/client'
import type { DeletedTweet, Tweet } from '@/lib/tweets/schema'
import { findEntities } from '@/lib/tweets/text'
import { toUserSummaryView, userSummarySelect } from '@/lib/users/view'
import type { Viewer } from '@/lib/auth/viewer'

const ownSelect = {
  id: true,
  content: true,
  createdAt: true,
  deletedAt: true,
  conversationId: true,
  quoteId: true,
  likesCount: true,
  repliesCount: true,
  retweetsCount: true,
  quotesCount: true,
  author: { select: userSummarySelect },
  replyTo: { select: { id: true, author: { select: { username: true } } } },
  mentions: { select: { user: { select: { username: true } } } },
} as const satisfies Prisma.TweetSelect

/** The columns that a tweet's view is made of. */
export const tweetSelect = { ...ownSelect, quote: { select: ownSelect } } as const satisfies Prisma.TweetSelect

type OwnRow = Prisma.TweetGetPayload<{ select: typeof ownSelect }>
export type TweetRow = Prisma.TweetGetPayload<{ select: typeof tweetSelect }>

/** A tweet as the viewer sees it, or the placeholder of a deleted one. The only way a tweet leaves. */
export function toTweetView(row: TweetRow, viewer: Viewer | null): Tweet | DeletedTweet {
  const view = toView(row, viewer)
  return 'deleted' in view || !row.quote ? view : { ...view, quote: toView(row.quote, viewer) }
}

function toView({ author, ...row }: OwnRow, viewer: Viewer | null): Tweet | DeletedTweet {
  if (!author || row.deletedAt) return { id: row.id, deleted: true }
  return {
    id: row.id,
    content: row.content,
    author: toUserSummaryView(author),
    createdAt: row.createdAt.toISOString(),
    conversationId: row.conversationId,
    entities: toEntities(row),
    media: [],
    replyTo: row.replyTo && { id: row.replyTo.id, username: row.replyTo.author?.username ?? null },
    quote: null,
    likesCount: row.likesCount,
    repliesCount: row.repliesCount,
    retweetsCount: row.retweetsCount,
    quotesCount: row.quotesCount,
    viewer: viewer && { liked: false, retweeted: false, bookmarked: false, canDelete: author.id === viewer.id },
    retweetedBy: null,
  }
}

/** Of the mentions in the text, only those of people who were there when it was written, each under the name they go by. */
function toEntities({ content, mentions }: Pick<OwnRow, 'content' | 'mentions'>): Tweet['entities'] {
  const people = new Map(mentions.map(({ user }) => [user.username.toLowerCase(), user.username]))
  const entities = findEntities(content)
  return {
    ...entities,
    mentions: entities.mentions.flatMap((mention) => {
      const username = people.get(mention.username.toLowerCase())
      return username ? [{ ...mention, username }] : []
    }),
  }
}
