'use client'

import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { resolveReportAction } from '@/lib/reports/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = { id: string; username: string; removable: boolean; words: Templates<Key<'moderationForms'>> }

/** What a moderator can do about a report; folded, so that nothing is done by a slip. */
export function ResolveForm({ id, username, removable, words }: Props) {
  const { state, pending, form } = useForm(resolveReportAction, told)
  return (
    <details open={state.status === 'failed' || undefined}>
      <summary className="flex min-h-touch w-fit cursor-pointer items-center font-semibold text-accent hover:underline">
        {fill(words, 'resolve')}
      </summary>
      <form {...form} noValidate className="space-y-3 pt-1 pb-2">
        <Notice state={state} />
        <input type="hidden" name="id" value={id} />
        <TextField
          id={`note-${id}`}
          name="note"
          label={fill(words, 'logNote')}
          hint={fill(words, 'logNoteHint')}
          defaultValue={state.values.note}
          error={state.errors.note}
        />
        <div className="flex flex-wrap gap-2">
          <Button name="action" value="dismiss" variant="secondary" size="small" aria-disabled={pending}>
            {fill(words, 'dismiss')}
          </Button>
          {removable && (
            <Button name="action" value="remove" variant="danger" size="small" aria-disabled={pending}>
              {fill(words, 'remove')}
            </Button>
          )}
          <Button name="action" value="suspend" variant="danger" size="small" aria-disabled={pending}>
            {fill(words, 'suspend', { username })}
          </Button>
        </div>
      </form>
    </details>
  )
}

/** The report is gone from the list by then, so focus goes to where that begins. */
function told({ message }: { message: string | null }) {
  announce(message)
  document.getElementById('main')?.focus({ preventScroll: true })
}
