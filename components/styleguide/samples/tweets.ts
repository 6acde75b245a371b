import { somebody, VIEWER } from '@/components/styleguide/samples/people'
import type { CastMember } from '@/lib/testing/cast'
import type { Tweet } from '@/lib/tweets/schema'
import { findEntities } from '@/lib/tweets/text'

/** A tweet of a few minutes ago, as Ada sees it, whom the demo's own words are put into the mouth of. */
export function tweet(by: CastMember, content: string, more: Partial<Tweet> = {}): Tweet {
  const id = crypto.randomUUID()
  return {
    id,
    content,
    author: somebody(by),
    createdAt: ago(12),
    conversationId: id,
    entities: findEntities(content),
    media: [],
    replyTo: null,
    quote: null,
    likesCount: 0,
    repliesCount: 0,
    retweetsCount: 0,
    quotesCount: 0,
    viewer: { liked: false, retweeted: false, bookmarked: false, canDelete: by === VIEWER.username },
    retweetedBy: null,
    ...more,
  }
}

/** So many minutes ago. */
export function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString()
}

export const DAWN = 'First light. I have opinions and I will be sharing them with the whole valley. #dawnchorus'
export const BREAD = 'أول رغيف خرج من الفرن قبل الشروق. #خبز #صباح_الخير'
export const BIKE = 'Хто ще їздить узимку? Порада: мастіть ланцюг частіше, ніж здається потрібним. #велосипед'
export const BIRD = '朝の川沿いで小さな紅い鳥を見た。名前がわからない。 #野鳥 #散歩'
export const GUESS = 'A crimson breast and a brown back? That sounds like a linnet. #linnet'
export const THANKS = 'そうかも！写真を探してみる。Thank you @ada 🙏'
export const WIRE = 'Counted 41 finches on the wire this morning, which is one more than the wire is rated for. #dawnchorus #birding'
export const HELLO =
  'New here? Say hello with #linnet and follow somebody whose mornings sound better than yours. The bird: https://en.wikipedia.org/wiki/Common_linnet'
