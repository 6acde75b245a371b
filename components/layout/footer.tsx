import { Link } from '@/components/ui/link'
import { useWords } from '@/lib/http/look'
/** The small print: where developers look. */
export function Footer() {
  const t = useWords('layout')
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 text-ink-muted text-sm">
      <Link href="/settings/appearance" className="inline-flex min-h-6 items-center hover:underline">
        {t('settingAppearance')}
      </Link>
      <a href="/api/docs" className="inline-flex min-h-6 items-center hover:underline">
        {t('apiDocs')}
      </a>
      <a href="/api/openapi.json" className="inline-flex min-h-6 items-center hover:underline">
        OpenAPI
      </a>
    </footer>
  )
}
