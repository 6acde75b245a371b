import { AccountMenu } from '@/components/layout/account-menu'
import { Wordmark } from '@/components/layout/wordmark'
import { buttonLook } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import type { Viewer } from '@/lib/auth/viewer'
import { useWords } from '@/lib/http/look'

/** The head of every page on a phone. */
export function TopBar({ viewer }: { viewer: Viewer | null }) {
  const t = useWords('layout')
  return (
    <header className="flex h-14 items-center justify-between gap-2 border-line border-b px-4 md:hidden">
      <Link href={viewer ? '/home' : '/'} aria-label={t('startPage')} className="-ms-1 flex min-h-touch items-center px-1">
        <Wordmark />
      </Link>
      {viewer ? (
        <AccountMenu id="account-menu-phone" viewer={viewer} />
      ) : (
        <div className="flex gap-1">
          <Link href="/login" className={buttonLook({ variant: 'quiet', size: 'small' })}>
            {t('signIn')}
          </Link>
          <Link href="/signup" className={buttonLook({ size: 'small' })}>
            {t('signUp')}
          </Link>
        </div>
      )}
    </header>
  )
}
