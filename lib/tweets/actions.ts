'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { localPath } from '@/lib/http/local-path'
import { createTweet, deleteTweet } from '@/lib/tweets/commands'

/** Posts a tweet of `content`, as an answer to `replyToId` or quoting `quoteId` if given; with `returnTo` goes there. */
export async function postTweetAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { content = '', replyToId, quoteId, returnTo }) => {
    await createTweet(viewer, { content, ...(replyToId && { replyToId }), ...(quoteId && { quoteId }) })
    revalidatePath('/', 'layout')
    if (returnTo) redirect(localPath(returnTo))
    return replyToId ? 'Your reply was posted.' : 'Your tweet was posted.'
  })
  return submit(state, form)
}

/** Deletes one's own tweet `id`; with `returnTo` goes there. */
export async function deleteTweetAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { id, returnTo }) => {
    await deleteTweet(viewer, id)
    revalidatePath('/', 'layout')
    if (returnTo) redirect(localPath(returnTo))
    return 'Your tweet was deleted.'
  })
  return submit(state, form)
}
