'use client'

import { REASONS } from '@/components/reports/reasons'
import { Button, buttonLook } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { reportAction } from '@/lib/reports/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = { about: { name: 'tweetId' | 'username'; value: string }; back: string; words: Templates<Key<'moderationForms'>> }

/** Reports a tweet or a person. */
export function ReportForm({ about, back, words }: Props) {
  const { state, pending, form } = useForm(reportAction)
  const wrong = state.errors.reason
  if (state.status === 'done') {
    return (
      <div className="space-y-4 p-4">
        <Notice state={state} />
        <Link href={back} className={buttonLook({ variant: 'secondary' })}>
          {fill(words, 'back')}
        </Link>
      </div>
    )
  }
  return (
    <form {...form} noValidate className="space-y-5 p-4">
      <Notice state={state} />
      <input type="hidden" name={about.name} value={about.value} />
      <fieldset aria-describedby={wrong ? 'reason-error' : undefined} aria-invalid={wrong ? true : undefined}>
        <legend className="font-medium">{fill(words, 'wrong')}</legend>
        <p id="reason-error" className="text-danger text-sm">
          {wrong && fill(words, 'choose')}
        </p>
        {REASONS.map((reason) => (
          <label key={reason} className="-mx-2 flex min-h-touch cursor-pointer items-center gap-3 rounded-lg px-2 py-2 hover:bg-surface">
            <input
              type="radio"
              name="reason"
              value={reason}
              defaultChecked={state.values.reason === reason}
              className="size-5 shrink-0 accent-accent"
            />
            <span>
              <span className="block font-semibold">{fill(words, reason)}</span>{' '}
              <span className="block text-ink-muted text-sm">{fill(words, `${reason}.about`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextArea
        id="note"
        name="note"
        label={fill(words, 'note')}
        hint={fill(words, 'noteHint')}
        defaultValue={state.values.note}
        error={state.errors.note}
      />
      <Button aria-disabled={pending}>{fill(words, 'send')}</Button>
    </form>
  )
}
