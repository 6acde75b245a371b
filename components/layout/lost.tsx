import { Bird } from '@/components/layout/bird'
import { PageHeader } from '@/components/layout/page-header'
import { buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { useWords } from '@/lib/http/look'

/** What stands where a page is not. */
export function Lost() {
  const t = useWords('layout')
  return (
    <>
      <PageHeader title={t('notFound')} back="/" />
      <EmptyState
        title={t('lostTitle')}
        icon={<Bird className="size-14 text-ink-muted" />}
        action={
          <Link href="/explore" className={buttonLook({ variant: 'secondary' })}>
            {t('lostAction')}
          </Link>
        }
      >
        {t('lostText')}
      </EmptyState>
    </>
  )
}
