import { FollowHashtagControl } from '@/components/hashtags/follow-hashtag-control'
import { HashtagHeader } from '@/components/hashtags/hashtag-header'
import { HashtagList } from '@/components/hashtags/hashtag-list'
import { TrendList } from '@/components/hashtags/trend-list'
import { Specimen, Specimens } from '@/components/styleguide/part'
import { hashtag } from '@/components/styleguide/samples/hashtags'

const HASHTAGS = [
  hashtag('dawnchorus', { display: 'DawnChorus' }),
  hashtag('صباح_الخير', { rank: 2, accounts24h: 5, viewer: { following: true } }),
  hashtag('野鳥', { rank: 3, accounts24h: 3, expected24h: 1 }),
  hashtag('велосипед', { rank: 4, score: 0, tweetsCount: 1_234_567 }),
  hashtag('birds'.repeat(15), { rank: 5, score: 0, tweetsCount: 1 }),
]

/** Hashtags in lists: by rank, and by name. */
export function Hashtags() {
  return (
    <Specimens columns={2}>
      <Specimen name="trending, with the numbers that they owe their places to" flush>
        <TrendList hashtags={HASHTAGS} />
      </Specimen>
      <Specimen name="with what can be done about each" flush>
        <HashtagList
          path="/styleguide"
          page={{ items: HASHTAGS, nextCursor: null }}
          empty={null}
          control={(each) => <FollowHashtagControl hashtag={each} />}
        />
      </Specimen>
    </Specimens>
  )
}

/** What a page about a hashtag begins with. */
export function HashtagHeaders() {
  const quiet = hashtag('ñandú', { rank: null, score: 0, tweetsCount: 1, accounts24h: 0, expected24h: 1 })
  const never = quiet.history.map((day) => ({ ...day, tweets: 0, accounts: 0 }))
  return (
    <Specimens columns={2}>
      <Specimen name="trending" flush>
        <HashtagHeader hashtag={hashtag('dawnchorus')} />
      </Specimen>
      <Specimen name="with nothing this week" flush>
        <HashtagHeader hashtag={{ ...quiet, history: never }} />
      </Specimen>
    </Specimens>
  )
}
