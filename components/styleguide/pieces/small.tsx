import { AtSign, Bookmark, Heart, MessageCircle, Repeat2, Search } from 'lucide'
import { Row, Specimen, Specimens } from '@/components/styleguide/part'
import { somebody } from '@/components/styleguide/samples/people'
import { portrait } from '@/components/styleguide/samples/pictures'
import { ago } from '@/components/styleguide/samples/tweets'
import look from '@/components/styleguide/styleguide.module.css'
import { Avatar } from '@/components/ui/avatar'
import { Count } from '@/components/ui/count'
import { Icon } from '@/components/ui/icon'
import { Time } from '@/components/ui/time'
import { useCustoms } from '@/lib/http/look'
import { CAST, type CastMember } from '@/lib/testing/cast'

const SIZES = ['tiny', 'small', 'medium', 'large'] as const
const EVERYBODY = Object.keys(CAST) as CastMember[]
const NAMES = ['🐦 Tūī', '👩🏽‍🚀', '42 finches', '…', 'ñandú', 'Ǆ', '«يوسف»', '👨‍👩‍👧‍👦 Олек']

/** Portraits in every size, of everybody, and of names that begin with anything. */
export function Avatars() {
  const { username, name } = somebody('mei')
  return (
    <Specimens columns={2}>
      <Specimen name="sizes, without a picture">
        <Row>
          {SIZES.map((size) => (
            <Avatar key={size} username={username} name={name} url={null} size={size} />
          ))}
        </Row>
      </Specimen>
      <Specimen name="sizes, with a picture">
        <Row>
          {SIZES.map((size) => (
            <Avatar key={size} username={username} name={name} url={portrait('dusk')} size={size} />
          ))}
        </Row>
      </Specimen>
      <Specimen name="the cast">
        <Row>
          {EVERYBODY.map((who) => (
            <Avatar key={who} username={who} name={CAST[who].name} url={null} />
          ))}
        </Row>
      </Specimen>
      <Specimen name="names that begin with an emoji, a digit, a bracket, or with nothing that could stand there">
        <Row>
          {NAMES.map((called, place) => (
            <Avatar key={called} username={EVERYBODY[place % EVERYBODY.length] ?? username} name={called} url={null} />
          ))}
        </Row>
      </Specimen>
    </Specimens>
  )
}

const NUMBERS = [0, 7, 999, 1_000, 1_234, 45_678, 1_234_567, 9_876_543_210]
const MOMENTS = { now: 0, minutes: 5, hours: 3 * 60, days: 2 * 1440, 'this year': 30 * 1440, before: 500 * 1440 }

/** Numbers and moments, by the customs of who reads. */
export function Figures() {
  const customs = useCustoms()
  return (
    <Specimens columns={2}>
      <Specimen name="Count">
        <dl className={look.rows}>
          {NUMBERS.map((value) => (
            <div key={value}>
              <dt className={look.name}>{value}</dt>
              <dd>
                <Count value={value} customs={customs} />
              </dd>
            </div>
          ))}
        </dl>
      </Specimen>
      <Specimen name="Time, and in full">
        <dl className={look.rows}>
          {Object.entries(MOMENTS).map(([name, minutes]) => (
            <div key={name}>
              <dt className={look.name}>{name}</dt>
              <dd className="min-w-27">
                <Time at={ago(minutes)} />
              </dd>
              <dd className="text-ink-muted">
                <Time at={ago(minutes)} full />
              </dd>
            </div>
          ))}
        </dl>
      </Specimen>
    </Specimens>
  )
}

const ICONS = { MessageCircle, Repeat2, Heart, Bookmark, AtSign, Search }

/** Signs of Lucide's in the sizes that are used. */
export function Icons() {
  return (
    <Specimens columns={2}>
      {(['size-4', 'size-4.5', 'size-5', 'size-10'] as const).map((size) => (
        <Specimen key={size} name={size}>
          <Row>
            {Object.entries(ICONS).map(([name, node]) => (
              <Icon key={name} node={node} className={size} />
            ))}
            <Icon node={Heart} className={`${size} fill-current text-accent`} />
          </Row>
        </Specimen>
      ))}
    </Specimens>
  )
}
