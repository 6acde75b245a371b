import type { Viewer } from '@/lib/auth/viewer'
import type { Prisma } from '@/lib/generated/prisma/client'
import { mediaSelect, toMediaView } from '@/lib/media/view'
import type { DeletedTweet, Tweet } from '@/lib/tweets/schema'
import { findEntities } from '@/lib/tweets/text'
import { toUserSummaryView, userSummarySelect } from '@/lib/users/view'

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
  author: { select: { ...userSummarySelect, suspendedAt: true } },
  replyTo: { select: { id: true, author: { select: { id: true, username: true, suspendedAt: true } } } },
  media: { select: mediaSelect, orderBy: { position: 'asc' } },
  mentions: { select: { user: { select: { username: true, suspendedAt: true } } } },
} as const satisfies Prisma.TweetSelect

/** The columns that a tweet's view is made of. */
export const tweetSelect = { ...ownSelect, quote: { select: ownSelect } } as const satisfies Prisma.TweetSelect

type OwnRow = Prisma.TweetGetPayload<{ select: typeof ownSelect }>
export type TweetRow = Prisma.TweetGetPayload<{ select: typeof tweetSelect }>

/** What the viewer has to do with some tweets: what they did to which, and which authors are hidden from them. */
export type Standing = { liked: Set<string>; retweeted: Set<string>; bookmarked: Set<string>; hidden: Set<string> }

type Hideable = { id: string; suspendedAt: Date | null }

/** A tweet as the viewer sees it, or the placeholder of one that is deleted or hidden. The only way a tweet leaves. */
export function toTweetView(row: TweetRow, viewer: Viewer | null, standing: Standing): Tweet | DeletedTweet {
  const view = toView(row, viewer, standing)
  return 'deleted' in view || !row.quote ? view : { ...view, quote: toView(row.quote, viewer, standing) }
}

function toView(
  { author, ...row }: OwnRow,
  viewer: Viewer | null,
  { liked, retweeted, bookmarked, hidden }: Standing,
): Tweet | DeletedTweet {
  const { id } = row
  const isHidden = (person: Hideable) => person.suspendedAt !== null || hidden.has(person.id)
  if (!author || row.deletedAt || isHidden(author)) return { id, deleted: true }
  const answered = row.replyTo?.author
  return {
    id,
    content: row.content,
    author: toUserSummaryView(author),
    createdAt: row.createdAt.toISOString(),
    conversationId: row.conversationId,
    entities: toEntities(row),
    media: row.media.map(toMediaView),
    replyTo: row.replyTo && { id: row.replyTo.id, username: answered && !isHidden(answered) ? answered.username : null },
    quote: null,
    likesCount: row.likesCount,
    repliesCount: row.repliesCount,
    retweetsCount: row.retweetsCount,
    quotesCount: row.quotesCount,
    viewer: viewer && {
      liked: liked.has(id),
      retweeted: retweeted.has(id),
      bookmarked: bookmarked.has(id),
      canDelete: author.id === viewer.id,
    },
    retweetedBy: null,
  }
}

/** Of the mentions in the text, only those of people who were there when it was written and still are, each under the name they go by. */
function toEntities({ content, mentions }: Pick<OwnRow, 'content' | 'mentions'>): Tweet['entities'] {
  const present = mentions.filter(({ user }) => !user.suspendedAt)
  const people = new Map(present.map(({ user }) => [user.username.toLowerCase(), user.username]))
  const entities = findEntities(content)
  return {
    ...entities,
    mentions: entities.mentions.flatMap((mention) => {
      const username = people.get(mention.username.toLowerCase())
      return username ? [{ ...mention, username }] : []
    }),
  }
}
