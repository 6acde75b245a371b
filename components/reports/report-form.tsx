'use client'

import { REASON_WORDS } from '@/components/reports/reasons'
import { Button, buttonLook } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { reportAction } from '@/lib/reports/actions'

type Props = { about: { name: 'tweetId' | 'username'; value: string }; back: string }

/** Reports a tweet or a person. */
export function ReportForm({ about, back }: Props) {
  const { state, pending, form } = useForm(reportAction)
  const wrong = state.errors.reason
  if (state.status === 'done') {
    return (
      <div className="space-y-4 p-4">
        <Notice state={state} />
        <Link href={back} className={buttonLook({ variant: 'secondary' })}>
          Go back
        </Link>
      </div>
    )
  }
  return (
    <form {...form} noValidate className="space-y-5 p-4">
      <Notice state={state} />
      <input type="hidden" name={about.name} value={about.value} />
      <fieldset aria-describedby={wrong ? 'reason-error' : undefined} aria-invalid={wrong ? true : undefined}>
        <legend className="font-medium">What is wrong?</legend>
        <p id="reason-error" className="text-danger text-sm">
          {wrong && 'Choose what fits best.'}
        </p>
        {Object.entries(REASON_WORDS).map(([reason, { label, about: meaning }]) => (
          <label key={reason} className="-mx-2 flex min-h-touch cursor-pointer items-center gap-3 rounded-lg px-2 py-2 hover:bg-surface">
            <input
              type="radio"
              name="reason"
              value={reason}
              defaultChecked={state.values.reason === reason}
              className="size-5 shrink-0 accent-accent"
            />
            <span>
              <span className="block font-semibold">{label}</span> <span className="block text-ink-muted text-sm">{meaning}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextArea
        id="note"
        name="note"
        label="What the moderators should know"
        hint="If you like. Only moderators read it."
        defaultValue={state.values.note}
        error={state.errors.note}
      />
      <Button aria-disabled={pending}>Send report</Button>
    </form>
  )
}
