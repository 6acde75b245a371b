import { ChevronDown } from 'lucide'
import { pathOf } from '@/components/search/places'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'

/** What can be typed, each with an example that can be tried. */
export function OperatorHelp({ username = 'ada', open }: { username?: string | undefined; open: boolean }) {
  return (
    <details open={open} className="group border-line border-b px-4">
      <summary className="flex min-h-touch list-none items-center justify-between gap-2 text-ink-muted [&::-webkit-details-marker]:hidden">
        What you can type
        <Icon node={ChevronDown} className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 pb-4">
        {examplesFor(username).map(([example, meaning]) => (
          <div key={example} className="contents">
            <dt className="flex items-center">
              <Link
                href={pathOf({ q: example, tab: 'latest' })}
                className="inline-flex min-h-touch items-center font-mono text-accent text-sm hover:underline"
              >
                {example}
              </Link>
            </dt>
            <dd className="flex items-center text-ink-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function examplesFor(username: string): [string, string][] {
  return [
    ['good morning', 'tweets with both words, in any case, with or without accents'],
    ['"good morning"', 'these words, in this order'],
    ['morning -good', 'without a word; a minus excludes any of these'],
    ['#linnet', 'with the hashtag'],
    [`from:${username}`, 'written by somebody'],
    [`to:${username}`, 'answers to somebody'],
    [`@${username}`, 'that mention somebody'],
    ['since:2026-01-31', 'from that day on (UTC)'],
    ['until:2026-02-01', 'before that day (UTC)'],
    ['is:reply', 'answers only'],
    ['has:images', 'with images'],
    ['min_likes:5', 'liked by so many at least'],
  ]
}
