import { Ground, SCHEMES, type Setting, valuesOf } from '@/components/styleguide/ground'
import { Specimens } from '@/components/styleguide/part'
import look from '@/components/styleguide/styleguide.module.css'
import config from '@/tailwind.config'

const { plumage, ...roles } = config.theme.extend.colors

/** What each role is for. */
const FOR: Record<string, string> = {
  canvas: 'the page',
  surface: 'what lies on it, or is under the pointer',
  line: 'what parts things',
  'line-strong': 'edges of what can be typed into',
  ink: 'text',
  'ink-muted': 'text beside it',
  accent: 'what can be pressed',
  'accent-strong': 'the same under the pointer',
  'accent-soft': 'a quiet ground for what is chosen',
  'accent-ink': 'text on the accent',
  danger: 'what cannot be undone or went wrong',
  success: 'what was done or retweeted',
  focus: 'the edge around what has the keyboard',
}

/** Which text may stand on which ground; app/colours.test.ts holds each to its contrast. */
const PAIRS = [
  ['ink', 'canvas'],
  ['ink', 'surface'],
  ['ink-muted', 'canvas'],
  ['ink-muted', 'surface'],
  ['accent', 'canvas'],
  ['accent', 'surface'],
  ['accent', 'accent-soft'],
  ['accent-ink', 'accent'],
  ['danger', 'canvas'],
  ['danger', 'accent-soft'],
  ['success', 'canvas'],
  ['success', 'surface'],
] as const

/** The roles of colours in both schemes, and in both with more contrast. */
export function Colours() {
  return (
    <Specimens columns={2}>
      {[false, true].flatMap((more) =>
        SCHEMES.map((scheme) => (
          <Ground key={`${scheme} ${more}`} scheme={scheme} more={more}>
            <h4 className="mb-3 font-semibold">
              {scheme === 'light' ? 'Light' : 'Dark'}
              {more && ', more contrast'}
            </h4>
            <Roles scheme={scheme} more={more} />
            <Pairs />
          </Ground>
        )),
      )}
    </Specimens>
  )
}

function Roles(setting: Setting) {
  const values = valuesOf(setting)
  return (
    <ul className={look.swatches}>
      {Object.keys(roles).map((role) => (
        <li key={role} className="flex items-center gap-3">
          <span className={look.swatch} style={{ background: `var(--${role})` }} />
          <span className="min-w-0">
            <span className="flex flex-wrap items-baseline gap-x-3 font-mono text-sm">
              {role}{' '}
              <bdi className="text-ink-muted text-xs" dir="ltr">
                {told(values[`--${role}`])}
              </bdi>
            </span>
            <span className="block text-ink-muted text-sm leading-5">{FOR[role]}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A value, or the role whose value it is. */
function told(value = ''): string {
  return value.replace(/^var\(--(.+)\)$/, 'as $1')
}

function Pairs() {
  return (
    <ul aria-label="Text on its grounds" className="mt-5 flex flex-wrap gap-2">
      {PAIRS.map(([text, ground]) => (
        <li key={`${text} ${ground}`} className={look.pair} style={{ color: `var(--${text})`, background: `var(--${ground})` }}>
          {text} on {ground}
        </li>
      ))}
    </ul>
  )
}

/** The grounds of portraits without a picture, which are the same in every scheme. */
export function Plumage() {
  return (
    <ul className="mt-4 flex flex-wrap gap-3">
      {Object.entries(plumage).map(([name, value]) => (
        <li key={name} className="text-center font-mono text-sm">
          <span className="grid size-14 place-items-center rounded-full font-semibold text-lg text-white" style={{ background: value }}>
            {name}
          </span>
        </li>
      ))}
    </ul>
  )
}
