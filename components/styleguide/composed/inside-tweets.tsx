import { Specimen, Specimens } from '@/components/styleguide/part'
import { VIEWER } from '@/components/styleguide/samples/people'
import { picture } from '@/components/styleguide/samples/pictures'
import { BIRD, BREAD, DAWN, GUESS, tweet, WIRE } from '@/components/styleguide/samples/tweets'
import { DeletedTweet } from '@/components/tweets/deleted-tweet'
import { TweetCard } from '@/components/tweets/tweet-card'
import type { Tweet } from '@/lib/tweets/schema'

const LONE = crypto.randomUUID()

const wide = picture('dawn', [1200, 800], 'A small bird in front of hills in the first light.')
const square = picture('noon', [800, 800], 'The same bird at noon.')
const upright = picture('dusk', [600, 1400])
const panorama = picture('moss', [2400, 500], 'A valley, wider than one can look.')

const SEVERAL = { one: [wide], two: [wide, square], three: [square, wide, upright], four: [wide, square, upright, panorama] }

/** One to four images, in the shapes that people bring. */
export function TweetImages() {
  const shown = (media: Tweet['media']) => <TweetCard tweet={tweet('mei', BIRD, { media })} viewerId={VIEWER.id} />
  return (
    <Specimens columns={2}>
      {Object.entries(SEVERAL).map(([name, media]) => (
        <Specimen key={name} name={name} flush>
          {shown(media)}
        </Specimen>
      ))}
      <Specimen name="upright, without a description" flush>
        {shown([upright])}
      </Specimen>
      <Specimen name="a panorama" flush>
        {shown([panorama])}
      </Specimen>
      <Specimen name="smaller than the column" flush>
        {shown([picture('dusk', [220, 160])])}
      </Specimen>
      <Specimen name="without words" flush>
        <TweetCard tweet={tweet('mei', '', { media: [square] })} viewerId={VIEWER.id} />
      </Specimen>
    </Specimens>
  )
}

/** A tweet that quotes another. */
export function Quotes() {
  const quoting = (quote: Tweet['quote']) => <TweetCard tweet={tweet('ines', 'Alguien que madruga con ganas.', { quote })} />
  return (
    <Specimens columns={2}>
      <Specimen name="of words" flush>
        {quoting(tweet('tui', DAWN))}
      </Specimen>
      <Specimen name="from right to left" flush>
        {quoting(tweet('yusuf', BREAD))}
      </Specimen>
      <Specimen name="of words with images" flush>
        {quoting(tweet('mei', BIRD, { media: SEVERAL.two }))}
      </Specimen>
      <Specimen name="of one that was deleted" flush>
        {quoting({ id: LONE, deleted: true })}
      </Specimen>
    </Specimens>
  )
}

/** Tweets below each other that answer each other, some of them deleted. */
export function Conversations() {
  return (
    <Specimens columns={2}>
      <Specimen name="joined by a line" flush>
        <TweetCard tweet={tweet('mei', BIRD)} thread="continues" />
        <TweetCard tweet={tweet('ada', GUESS)} thread="continues" />
        <TweetCard tweet={tweet('tui', 'I could sit there too.')} thread="reply" />
      </Specimen>
      <Specimen name="with one that was deleted" flush>
        <TweetCard tweet={tweet('ada', WIRE)} thread="continues" />
        <DeletedTweet thread="continues" />
        <TweetCard tweet={tweet('tui', 'Make it 42.')} thread="reply" />
      </Specimen>
      <Specimen name="small, where there is less room" flush>
        <TweetCard tweet={tweet('mei', BIRD)} thread="continues" small />
        <DeletedTweet thread="continues" small />
        <TweetCard tweet={tweet('ada', GUESS)} thread="reply" small />
      </Specimen>
      <Specimen name="deleted, alone">
        <DeletedTweet />
      </Specimen>
    </Specimens>
  )
}
