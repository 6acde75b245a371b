import type { Viewer } from '@/lib/auth/viewer'
import { toMediaView } from '@/lib/media/view'
import type { TweetRow } from '@/lib/tweets/rows'
import type { DeletedTweet, Tweet } from '@/lib/tweets/schema'
import { findEntities } from '@/lib/tweets/text'
import { type SummaryRow, toUserSummaryView } from '@/lib/users/view'

/** A tweet with the one that it quotes, as the viewer sees it, or the placeholder of one that is deleted or hidden. The only way a tweet leaves. */
export function toTweetView(row: TweetRow, quoted: TweetRow | undefined, viewer: Viewer | null): Tweet | DeletedTweet {
  const view = toView(row, viewer)
  return 'deleted' in view || !quoted ? view : { ...view, quote: toView(quoted, viewer) }
}

type New = Pick<TweetRow, 'id' | 'content' | 'createdAt'> & { author: SummaryRow }

/** A tweet of words alone that its author just wrote, as they see it. */
export function toNewTweetView({ id, content, createdAt, author }: New): Tweet {
  return {
    id,
    content,
    author: toUserSummaryView(author),
    createdAt: createdAt.toISOString(),
    conversationId: id,
    entities: toEntities({ content, mentions: [] }),
    media: [],
    replyTo: null,
    quote: null,
    likesCount: 0,
    repliesCount: 0,
    retweetsCount: 0,
    quotesCount: 0,
    viewer: { liked: false, retweeted: false, bookmarked: false, canDelete: true },
    retweetedBy: null,
  }
}

function toView({ author, ...row }: TweetRow, viewer: Viewer | null): Tweet | DeletedTweet {
  const { id } = row
  if (!author || row.deletedAt || author.hidden) return { id, deleted: true }
  const answered = row.replyTo?.author
  return {
    id,
    content: row.content,
    author: toUserSummaryView(author),
    createdAt: row.createdAt.toISOString(),
    conversationId: row.conversationId,
    entities: toEntities(row),
    media: row.media.map(toMediaView),
    replyTo: row.replyTo && { id: row.replyTo.id, username: answered && !answered.hidden ? answered.username : null },
    quote: null,
    likesCount: row.likesCount,
    repliesCount: row.repliesCount,
    retweetsCount: row.retweetsCount,
    quotesCount: row.quotesCount,
    viewer: viewer && {
      liked: row.liked,
      retweeted: row.retweeted,
      bookmarked: row.bookmarked,
      canDelete: author.id === viewer.id,
    },
    retweetedBy: null,
  }
}

/** Of the mentions in the text, only those of people who were there when it was written and still are, each under the name they go by. */
function toEntities({ content, mentions }: Pick<TweetRow, 'content' | 'mentions'>): Tweet['entities'] {
  const people = new Map(mentions.map((username) => [username.toLowerCase(), username]))
  const entities = findEntities(content)
  return {
    ...entities,
    mentions: entities.mentions.flatMap((mention) => {
      const username = people.get(mention.username.toLowerCase())
      return username ? [{ ...mention, username }] : []
    }),
  }
}
