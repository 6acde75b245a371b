import { Typed } from '@/components/styleguide/composed/typed'
import { WaitingTweets } from '@/components/styleguide/composed/waiting'
import { Specimen, Specimens } from '@/components/styleguide/part'
import { VIEWER } from '@/components/styleguide/samples/people'
import { BIRD, BREAD, DAWN, tweet } from '@/components/styleguide/samples/tweets'
import { ComposerPanel } from '@/components/tweets/composer-panel'
import { Counter } from '@/components/tweets/counter'
import { QuoteCard } from '@/components/tweets/quote-card'
import { useTemplates } from '@/lib/http/look'
import { TWEET_MAX_CHARACTERS } from '@/lib/tweets/schema'

const LEFT = [250, 21, 20, 5, 0, -7]

/** Where tweets are written. */
export function Composers() {
  return (
    <Specimens columns={2}>
      <Specimen name="empty" flush>
        <ComposerPanel viewer={VIEWER} />
      </Specimen>
      <Specimen name="a reply" flush>
        <ComposerPanel viewer={VIEWER} replyTo={{ id: 'sample-reply', username: 'mei' }} />
      </Specimen>
      <Specimen name="a quote" flush>
        <ComposerPanel viewer={VIEWER} quote={{ id: 'sample-quote', card: <QuoteCard quote={tweet('tui', DAWN)} /> }} />
      </Specimen>
      <Specimen name="with a hashtag, a mention and a link" flush>
        <Typed text="Good morning @tui! Was that a #linnet? https://linnet.example">
          <ComposerPanel viewer={VIEWER} replyTo={{ id: 'sample-marked', username: 'tui' }} />
        </Typed>
      </Specimen>
      <Specimen name="from right to left" flush>
        <Typed text={BREAD}>
          <ComposerPanel viewer={VIEWER} replyTo={{ id: 'sample-rtl', username: 'yusuf' }} />
        </Typed>
      </Specimen>
      <Specimen name="too long" flush>
        <Typed text={`${DAWN} `.repeat(3)}>
          <ComposerPanel viewer={VIEWER} replyTo={{ id: 'sample-long', username: 'tui' }} />
        </Typed>
      </Specimen>
    </Specimens>
  )
}

/** How many characters are left. */
export function Counters() {
  const words = useTemplates('composer')
  return (
    <Specimens>
      <Specimen name="far from the end, near it, at it and beyond">
        <div className="flex flex-wrap gap-x-10">
          {LEFT.map((left) => (
            <span key={left}>
              <Counter id={`left-${left}`} text={'a'.repeat(TWEET_MAX_CHARACTERS - left)} max={TWEET_MAX_CHARACTERS} words={words} />
            </span>
          ))}
        </div>
      </Specimen>
    </Specimens>
  )
}

/** What was written without a line. */
export function Outboxes() {
  const waiting = { user: VIEWER.id, triedAt: null, refused: false, note: null }
  const saying = (content: string) => ({ content, mediaIds: [] })
  return (
    <Specimens columns={2}>
      <Specimen name="waits, and waits although it was tried" flush>
        <WaitingTweets
          tweets={[
            { ...waiting, key: 'waits', input: saying(DAWN) },
            { ...waiting, key: 'tried', input: saying(BIRD), triedAt: 1, note: 'unreachable' },
          ]}
        />
      </Specimen>
      <Specimen name="refused" flush>
        <WaitingTweets
          tweets={[
            { ...waiting, key: 'refused', input: saying(BREAD), triedAt: 1, refused: true, note: 'unknown' },
            { ...waiting, key: 'unsure', input: saying('The wire holds.'), triedAt: 1, refused: true, note: 'unsure' },
          ]}
        />
      </Specimen>
    </Specimens>
  )
}
