import { Search, X } from 'lucide'
import { SearchForm } from '@/components/search/search-form'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { useTemplates, useWords } from '@/lib/http/look'

const SIDE_BUTTON =
  'absolute inset-y-0.5 grid w-10 place-items-center rounded-full text-ink-muted hover:text-ink focus-visible:rounded-full'

/** Where one searches from everywhere. */
export function SearchBox({ className }: { className?: string }) {
  const t = useWords('search')
  return (
    <search className={className}>
      <SearchForm label={t('label')} placeholder={t('placeholder')} words={useTemplates('searchBox')}>
        <button type="submit" aria-label={t('submit')} className={cn(SIDE_BUTTON, 'start-0.5')}>
          <Icon node={Search} className="size-5" />
        </button>
        <button
          type="button"
          data-clear=""
          aria-label={t('clear')}
          className={cn(SIDE_BUTTON, 'end-0.5 noscript:hidden peer-placeholder-shown:hidden')}
        >
          <Icon node={X} className="size-5" />
        </button>
      </SearchForm>
    </search>
  )
}
