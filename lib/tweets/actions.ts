'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { action } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form'
import { localPath } from '@/lib/http/local-path'
import { receiveImages } from '@/lib/media/receive'
import { createTweet, deleteTweet } from '@/lib/tweets/commands'
import { tweetInput } from '@/lib/tweets/schema'
import { parse } from '@/lib/validate'

/**
 * Posts a tweet of `content`, as an answer to `replyToId` or quoting `quoteId` if given; with `returnTo` goes there. Its images are those
 * of `mediaIds` or the files in `images`, each described by the one of `alts` in its place. With `key`, an idempotency key, once at most.
 */
export async function postTweetAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { content = '', replyToId, quoteId, returnTo, key }, parts) => {
    const text = { content, ...(replyToId && { replyToId }), ...(quoteId && { quoteId }) }
    // What is wrong with the text is told before an image is kept for it.
    parse(tweetInput, text)
    const images = { mediaIds: parts.texts('mediaIds'), files: parts.files('images'), alts: parts.texts('alts') }
    await receiveImages(viewer, images, (mediaIds) => createTweet(viewer, { ...text, mediaIds }, key || null))
    revalidatePath('/', 'layout')
    if (returnTo) redirect(localPath(returnTo))
    return replyToId ? 'replied' : 'tweeted'
  })
  return submit(state, form)
}

/** Deletes one's own tweet `id`; with `returnTo` goes there. */
export async function deleteTweetAction(state: FormState, form: FormData): Promise<FormState> {
  const submit = action(async (viewer, { id, returnTo }) => {
    await deleteTweet(viewer, id)
    revalidatePath('/', 'layout')
    if (returnTo) redirect(localPath(returnTo))
    return 'deleted'
  })
  return submit(state, form)
}
