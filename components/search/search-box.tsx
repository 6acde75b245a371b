import { Search, X } from 'lucide'
import { SearchForm } from '@/components/search/search-form'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'

const SIDE_BUTTON =
  'absolute inset-y-0.5 grid w-10 place-items-center rounded-full text-ink-muted hover:text-ink focus-visible:rounded-full'

/** Where one searches from everywhere. */
export function SearchBox({ className }: { className?: string }) {
  return (
    <search className={className}>
      <SearchForm>
        <button type="submit" aria-label="Search" className={cn(SIDE_BUTTON, 'start-0.5')}>
          <Icon node={Search} className="size-5" />
        </button>
        <button
          type="button"
          data-clear=""
          aria-label="Clear the search"
          className={cn(SIDE_BUTTON, 'end-0.5 noscript:hidden peer-placeholder-shown:hidden')}
        >
          <Icon node={X} className="size-5" />
        </button>
      </SearchForm>
    </search>
  )
}
