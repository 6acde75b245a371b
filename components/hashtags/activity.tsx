import type { Hashtag } from '@/lib/hashtags/schema'

const HEIGHT = 36
const STEP = 12

/** The tweets of each of the last seven days as bars, oldest first. */
export function Activity({ history }: Pick<Hashtag, 'history'>) {
  const most = Math.max(1, ...history.map(({ tweets }) => tweets))
  const label = `Tweets on each of the last seven days: ${history.map(({ tweets }) => tweets).join(', ')}`
  return (
    <svg role="img" aria-label={label} width={history.length * STEP} height={HEIGHT} className="shrink-0 text-accent">
      {history.map(({ date, tweets }, index) => {
        const height = Math.max(2, (tweets / most) * HEIGHT)
        return (
          <rect
            key={date}
            x={index * STEP + 2}
            y={HEIGHT - height}
            width={STEP - 4}
            height={height}
            rx={2}
            fill="currentColor"
            opacity={tweets ? 1 : 0.35}
          />
        )
      })}
    </svg>
  )
}
