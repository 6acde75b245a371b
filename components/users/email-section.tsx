import { MailCheck, MailQuestionMark } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { EmailForm } from '@/components/users/email-form'
import { SendVerification } from '@/components/users/send-verification'
import { useTemplates, useWords } from '@/lib/http/look'
import type { Me } from '@/lib/users/schema'

/** One's email address, whether it is verified, and the way to change it. */
export function EmailSection({ username, email, emailVerified }: Pick<Me, 'username' | 'email' | 'emailVerified'>) {
  const t = useWords('settings')
  const icon = emailVerified ? MailCheck : MailQuestionMark
  return (
    <section aria-labelledby="email-address" className="space-y-5 border-line border-b p-4">
      <h2 id="email-address" className="font-bold text-lg">
        {t('email')}
      </h2>
      <div className="flex items-start gap-3">
        <Icon node={icon} className={emailVerified ? 'mt-0.5 size-5 shrink-0 text-success' : 'mt-0.5 size-5 shrink-0 text-ink-muted'} />
        <div className="min-w-0">
          <p className="font-medium [overflow-wrap:anywhere]">{email}</p>
          <p className={emailVerified ? 'text-sm text-success' : 'text-ink-muted text-sm'}>
            {t(emailVerified ? 'verified' : 'unverified')}
          </p>
        </div>
      </div>
      {!emailVerified && <SendVerification>{t('sendAgain')}</SendVerification>}
      <EmailForm username={username} words={useTemplates('settingsForms')} />
    </section>
  )
}
