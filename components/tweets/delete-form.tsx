'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { deleteTweetAction } from '@/lib/tweets/actions'

/** Deletes one's own tweet and goes on to `returnTo`. */
export function DeleteForm({ id, returnTo, label }: { id: string; returnTo: string; label: string }) {
  const { state, pending, form } = useForm(deleteTweetAction)
  return (
    <form {...form} className="space-y-4">
      <Notice state={state} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <Button variant="danger" aria-disabled={pending}>
        {label}
      </Button>
    </form>
  )
}
