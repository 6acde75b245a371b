import { useWords } from '@/lib/http/look'
/** A way to follow a page by a reader of feeds: its RSS lies below this path. */
export function FeedLink({ path }: { path: string }) {
  const t = useWords('layout')
  return (
    <a
      href={`${path}/rss.xml`}
      type="application/rss+xml"
      className="inline-flex min-h-6 items-center text-ink-muted hover:underline pointer-coarse:min-h-touch"
    >
      {t('rss')}
    </a>
  )
}
