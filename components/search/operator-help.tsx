import { ChevronDown } from 'lucide'
import { pathOf } from '@/components/search/places'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { useWords } from '@/lib/http/look'
import type { Key } from '@/lib/words/catalogue'
import type { Words } from '@/lib/words/words'

/** What can be typed, each with an example that can be tried. */
export function OperatorHelp({ username = 'ada', open }: { username?: string | undefined; open: boolean }) {
  const t = useWords('search')
  return (
    <details open={open} className="group border-line border-b px-4">
      <summary className="flex min-h-touch list-none items-center justify-between gap-2 text-ink-muted [&::-webkit-details-marker]:hidden">
        {t('help')}
        <Icon node={ChevronDown} className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 pb-4">
        {examplesFor(username, t).map(([example, meaning]) => (
          <div key={example} className="contents">
            <dt className="flex items-center">
              <Link
                href={pathOf({ q: example, tab: 'latest' })}
                className="inline-flex min-h-touch items-center font-mono text-accent text-sm hover:underline"
              >
                <bdi dir="ltr">{example}</bdi>
              </Link>
            </dt>
            <dd className="flex items-center text-ink-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function examplesFor(username: string, t: Words<Key<'search'>>): [string, string][] {
  return [
    [t('example.words'), t('meaning.words')],
    [t('example.phrase'), t('meaning.phrase')],
    [t('example.without'), t('meaning.without')],
    ['#linnet', t('meaning.hashtag')],
    [`from:${username}`, t('meaning.from')],
    [`to:${username}`, t('meaning.to')],
    [`@${username}`, t('meaning.mention')],
    ['since:2026-01-31', t('meaning.since')],
    ['until:2026-02-01', t('meaning.until')],
    ['is:reply', t('meaning.reply')],
    ['has:images', t('meaning.images')],
    ['min_likes:5', t('meaning.likes')],
  ]
}
