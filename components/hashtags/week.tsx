import type { Hashtag } from '@/lib/hashtags/schema'

type Props = Pick<Hashtag, 'history'>

const STEP = 50
const HEIGHT = 64
const TOP = 18
const WIDTH = 7 * STEP

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' })
const fullDate = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })

/** The tweets of each of the last seven days as bars, oldest first, and below them, on demand, every number. */
export function Week({ history }: Props) {
  const days = history.map((day, index) => ({ ...day, name: index === history.length - 1 ? 'Today' : weekday.format(new Date(day.date)) }))
  const label = `Tweets on each of the last seven days: ${days.map(({ name, tweets }) => `${name} ${tweets}`).join(', ')}`
  const most = Math.max(1, ...history.map(({ tweets }) => tweets))
  return (
    <figure>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 22}`}
        className="w-full max-w-sm text-accent forced-color-adjust-auto"
      >
        {days.map(({ date, name, tweets }, index) => {
          const height = tweets > 0 ? Math.max(4, (tweets / most) * HEIGHT) : 2
          const middle = index * STEP + STEP / 2
          return (
            <g key={date} textAnchor="middle" fontSize={12}>
              <text x={middle} y={TOP + HEIGHT - height - 5} fill="currentColor" className="font-semibold text-ink tabular-nums">
                {tweets > 0 ? compact.format(tweets) : ''}
              </text>
              <rect
                x={middle - 14}
                y={TOP + HEIGHT - height}
                width={28}
                height={height}
                rx={tweets > 0 ? 4 : 1}
                fill="currentColor"
                className={tweets > 0 ? undefined : 'text-line-strong'}
              />
              <text x={middle} y={TOP + HEIGHT + 17} fill="currentColor" className="text-ink-muted">
                {name}
              </text>
            </g>
          )
        })}
      </svg>
      <details className="mt-1 text-sm">
        <summary className="w-fit py-0.5 text-ink-muted hover:underline pointer-coarse:py-2.5">The numbers of the last seven days</summary>
        <Numbers history={history} />
      </details>
    </figure>
  )
}

function Numbers({ history }: Props) {
  return (
    <table className="mt-2 w-full max-w-md">
      <caption className="sr-only">Tweets and people on each of the last seven days, in universal time</caption>
      <thead className="text-ink-muted">
        <tr>
          <th scope="col" className="text-start font-medium">
            Day (UTC)
          </th>
          <th scope="col" className="text-end font-medium">
            Tweets
          </th>
          <th scope="col" className="text-end font-medium">
            People
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {history.map(({ date, tweets, accounts }) => (
          <tr key={date} className="border-line border-t">
            <th scope="row" className="py-1 text-start font-normal">
              <time dateTime={date}>{fullDate.format(new Date(date))}</time>
            </th>
            <td className="text-end">{tweets}</td>
            <td className="text-end">{accounts}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
