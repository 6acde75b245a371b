'use client'

import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { resolveReportAction } from '@/lib/reports/actions'

type Props = { id: string; username: string; removable: boolean }

/** What a moderator can do about a report; folded, so that nothing is done by a slip. */
export function ResolveForm({ id, username, removable }: Props) {
  const { state, pending, form } = useForm(resolveReportAction, told)
  return (
    <details open={state.status === 'failed' || undefined}>
      <summary className="flex min-h-touch w-fit cursor-pointer items-center font-semibold text-accent hover:underline">Resolve</summary>
      <form {...form} noValidate className="space-y-3 pt-1 pb-2">
        <Notice state={state} />
        <input type="hidden" name="id" value={id} />
        <TextField
          id={`note-${id}`}
          name="note"
          label="Note for the log"
          hint="If you like. Moderators read it."
          defaultValue={state.values.note}
          error={state.errors.note}
        />
        <div className="flex flex-wrap gap-2">
          <Button name="action" value="dismiss" variant="secondary" size="small" aria-disabled={pending}>
            Dismiss
          </Button>
          {removable && (
            <Button name="action" value="remove" variant="danger" size="small" aria-disabled={pending}>
              Remove tweet
            </Button>
          )}
          <Button name="action" value="suspend" variant="danger" size="small" aria-disabled={pending}>
            Suspend @{username}
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
