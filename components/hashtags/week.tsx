import { compact } from '@/components/ui/count'
import type { Hashtag } from '@/lib/hashtags/schema'
import { useCustoms, useWords } from '@/lib/http/look'

type Props = Pick<Hashtag, 'history'>

const STEP = 50
const HEIGHT = 64
const TOP = 18
const WIDTH = 7 * STEP

const WEEKDAY = { weekday: 'short', timeZone: 'UTC' } as const
const FULL_DATE = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const

/** The tweets of each of the last seven days as bars, oldest first, and below them, on demand, every number. */
export function Week({ history }: Props) {
  const t = useWords('hashtags')
  const customs = useCustoms()
  const weekday = new Intl.DateTimeFormat(customs, WEEKDAY)
  const nameOf = (date: string, index: number) => (index === history.length - 1 ? t('week.today') : weekday.format(new Date(date)))
  const days = history.map((day, index) => ({ ...day, name: nameOf(day.date, index) }))
  const listed = new Intl.ListFormat(customs, { type: 'unit' }).format(days.map(({ name, tweets }) => `${name} ${tweets}`))
  const most = Math.max(1, ...history.map(({ tweets }) => tweets))
  return (
    <figure>
      <svg
        role="img"
        aria-label={t('week', { days: listed })}
        viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 22}`}
        className="w-full max-w-sm text-accent forced-color-adjust-auto"
      >
        {days.map(({ date, name, tweets }, index) => {
          const height = tweets > 0 ? Math.max(4, (tweets / most) * HEIGHT) : 2
          const middle = index * STEP + STEP / 2
          return (
            <g key={date} textAnchor="middle" fontSize={12}>
              <text x={middle} y={TOP + HEIGHT - height - 5} fill="currentColor" className="font-semibold text-ink tabular-nums">
                {tweets > 0 ? compact(tweets, customs) : ''}
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
        <summary className="w-fit py-0.5 text-ink-muted hover:underline pointer-coarse:py-2.5">{t('week.numbers')}</summary>
        <Numbers history={history} />
      </details>
    </figure>
  )
}

function Numbers({ history }: Props) {
  const t = useWords('hashtags')
  const fullDate = new Intl.DateTimeFormat(useCustoms(), FULL_DATE)
  return (
    <table className="mt-2 w-full max-w-md">
      <caption className="sr-only">{t('week.caption')}</caption>
      <thead className="text-ink-muted">
        <tr>
          <th scope="col" className="text-start font-medium">
            {t('week.day')}
          </th>
          <th scope="col" className="text-end font-medium">
            {t('week.tweets')}
          </th>
          <th scope="col" className="text-end font-medium">
            {t('week.people')}
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
