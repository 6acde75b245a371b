import { HashtagOption } from '@/components/search/hashtag-option'
import { PersonOption } from '@/components/search/person-option'
import { Specimen, Specimens } from '@/components/styleguide/part'
import { Asked } from '@/components/styleguide/pieces/asked'
import { Chosen } from '@/components/styleguide/pieces/chosen'
import { Said } from '@/components/styleguide/pieces/said'
import { hashtag } from '@/components/styleguide/samples/hashtags'
import { person } from '@/components/styleguide/samples/people'
import { CAST, type CastMember } from '@/lib/testing/cast'

/** What opens or speaks when something is pressed. */
export function Announcers() {
  return (
    <Specimens>
      <Specimen name="says what was done, in the layout's own region">
        <Said />
      </Specimen>
    </Specimens>
  )
}

/** The question before something is done for good. */
export function Dialogs() {
  return (
    <Specimens>
      <Specimen name="each opens in front of the page">
        <Asked />
      </Specimen>
    </Specimens>
  )
}

/** Lists below a field. */
export function OptionLists() {
  const people = (Object.keys(CAST) as CastMember[]).map((who) => {
    const viewer = { following: who === 'mei', followedBy: false, blocking: false, muting: false }
    return [`@${who}`, <PersonOption key={who} {...person(who, { viewer })} following="Following" />]
  })
  const hashtags = [hashtag('dawnchorus'), hashtag('ñandú'), hashtag('صباح_الخير'), hashtag('野鳥')].map(({ display }) => [
    `#${display}`,
    <HashtagOption key={display} display={display} used="128 tweets" />,
  ])
  return (
    <Specimens columns={2}>
      <Specimen name="people; come to the field">
        <Chosen label="Whom do you mean?" options={Object.fromEntries(people)} />
      </Specimen>
      <Specimen name="hashtags; come to the field">
        <Chosen label="About what?" options={Object.fromEntries(hashtags)} />
      </Specimen>
    </Specimens>
  )
}
