import { Specimen, Specimens } from '@/components/styleguide/part'
import { somebody, VIEWER } from '@/components/styleguide/samples/people'
import { portrait } from '@/components/styleguide/samples/pictures'
import { ago, BIRD, BREAD, GUESS, HELLO, THANKS, tweet, WIRE } from '@/components/styleguide/samples/tweets'
import { PinnedProvider } from '@/components/tweets/pinned'
import { TweetCard } from '@/components/tweets/tweet-card'
import { TweetFocus } from '@/components/tweets/tweet-focus'

const TAGS = Array.from({ length: 20 }, (_, place) => `#bird${place + 1}`).join(' ')
const LONG_NAME = { name: 'Ada Finch, keeper of forty-two birds on one wire', username: 'ada_of_the_long_wire' }

/** What may stand in a tweet. */
export function TweetTexts() {
  return (
    <Specimens columns={2}>
      <Card name="plain" tweet={tweet('ada', 'Update: 42. The wire holds.')} />
      <Card name="a hashtag and a link" tweet={tweet('ada', HELLO)} />
      <Card name="a mention, in two scripts" tweet={tweet('mei', THANKS)} />
      <Card name="from right to left" tweet={tweet('yusuf', BREAD)} />
      <Card name="without spaces between words" tweet={tweet('mei', BIRD)} />
      <Card name="lines of its own" tweet={tweet('tui', 'Dawn.\n\n  Loud.\n    Louder.\n\nBreakfast.')} />
      <Card name="20 hashtags" tweet={tweet('ines', TAGS)} />
      <Card name="250 letters of one word" tweet={tweet('olek', 'ж'.repeat(250))} />
      <Card name="250 emoji" tweet={tweet('tui', '🐦‍⬛'.repeat(250))} />
      <Card name="a long name" tweet={tweet('ada', WIRE, { author: somebody('ada', LONG_NAME), createdAt: ago(500 * 1440) })} />
    </Specimens>
  )
}

/** Why a tweet stands where it does, and what was done with it. */
export function TweetStates() {
  const pinned = tweet('ada', HELLO)
  const answered = { id: pinned.id, username: 'mei' }
  const done = { liked: true, retweeted: true, bookmarked: true, canDelete: false }
  const counts = { likesCount: 1_234_567, repliesCount: 42, retweetsCount: 1_234, quotesCount: 7 }
  return (
    <Specimens columns={2}>
      <Card name="liked, retweeted and bookmarked, of many" tweet={tweet('tui', WIRE, { viewer: done, ...counts })} />
      <Card name="for who is not signed in" tweet={tweet('tui', WIRE, { viewer: null, ...counts })} />
      <PinnedProvider id={pinned.id}>
        <Specimen name="pinned, by oneself" flush>
          <TweetCard tweet={pinned} viewerId={VIEWER.id} pinned />
        </Specimen>
      </PinnedProvider>
      <Card name="retweeted by somebody" tweet={tweet('mei', BIRD, { retweetedBy: somebody('yusuf') })} />
      <Card name="retweeted by oneself" tweet={tweet('mei', BIRD, { retweetedBy: somebody('ada') })} />
      <Card name="a reply" tweet={tweet('ada', GUESS, { replyTo: answered })} />
      <Card name="a reply to what was deleted" tweet={tweet('ada', GUESS, { replyTo: { ...answered, username: null } })} />
      <Card name="by somebody with a picture" tweet={tweet('tui', WIRE, { author: somebody('tui', { avatarUrl: portrait('noon') }) })} />
    </Specimens>
  )
}

/** The tweet that a page is about. */
export function Focus() {
  const counts = { likesCount: 1_234, repliesCount: 42, retweetsCount: 12, quotesCount: 1 }
  const viewer = { liked: true, retweeted: false, bookmarked: false, canDelete: true }
  return (
    <Specimens columns={2}>
      <Specimen name="with tallies" flush>
        <TweetFocus tweet={tweet('ada', WIRE, { ...counts, viewer })} />
      </Specimen>
      <Specimen name="without, as a reply" flush>
        <TweetFocus tweet={tweet('yusuf', BREAD, { replyTo: { id: crypto.randomUUID(), username: 'olek' } })} />
      </Specimen>
    </Specimens>
  )
}

function Card({ name, tweet }: { name: string; tweet: Parameters<typeof TweetCard>[0]['tweet'] }) {
  return (
    <Specimen name={name} flush>
      <TweetCard tweet={tweet} viewerId={VIEWER.id} />
    </Specimen>
  )
}
