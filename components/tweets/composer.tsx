'use client'

import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { AddImages } from '@/components/tweets/add-images'
import { Counter } from '@/components/tweets/counter'
import { TweetInput } from '@/components/tweets/tweet-input'
import { useAttachments } from '@/components/tweets/use-attachments'
import { useDraft } from '@/components/tweets/use-draft'
import { useDrop } from '@/components/tweets/use-drop'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { postTweetAction } from '@/lib/tweets/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = {
  /** Who writes, as the server renders it. */
  avatar: ReactNode
  max: number
  /** The fields for images without JavaScript. */
  plainImages: ReactNode
  words: Templates<Key<'composer'>>
  /** The tweet that one answers, who wrote it, and the line that says so. */
  replyTo?: { id: string; username: string; line: ReactNode } | undefined
  /** The tweet that one quotes, and how it looks. */
  quote?: { id: string; card: ReactNode } | undefined
  /** Where to go when it is posted; without it one stays. */
  returnTo?: string | undefined
  /** Whether one came to the page to write. */
  focused?: boolean | undefined
}

/** Where a tweet or a reply is written. */
export function Composer({ avatar, max, plainImages, words, replyTo, quote, returnTo, focused = false }: Props) {
  const textarea = useRef<HTMLTextAreaElement>(null)
  const [id, leftId, errorId] = [useId(), useId(), useId()]
  const images = useAttachments(words)
  const { drop, dragged } = useDrop(images.add)
  const { state, pending, form } = useForm(
    postTweetAction,
    ({ message }) => {
      form.ref.current?.reset()
      write('')
      images.clear()
      announce(message)
    },
    () => {
      keepDraft('')
      images.clear()
      announce(fill(words, replyTo ? 'replyPosted' : 'posted'))
    },
  )
  const [text, setText] = useState(state.values.content ?? '')
  const keepDraft = useDraft(textarea, replyTo?.id ?? quote?.id ?? 'new', setText)
  const error = state.errors.content
  const wrong = state.errors.images
  const gone = (state.errors.replyToId && fill(words, 'answeredGone')) || (state.errors.quoteId && fill(words, 'quotedGone'))

  function write(written: string) {
    keepDraft(written)
    setText(written)
  }

  // What was typed before JavaScript was ready, or is a draft, is in the field but not yet known here.
  useEffect(() => {
    setText(textarea.current?.value ?? '')
    if (focused) textarea.current?.focus()
  }, [focused])

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (!images.waiting) return form.onSubmit(event)
    event.preventDefault()
    announce(images.waiting)
  }

  return (
    <form
      {...form}
      {...drop}
      data-outbox={max}
      onSubmit={onSubmit}
      className={cn(
        'flex gap-3 border-line border-b px-4 py-3',
        dragged && 'bg-accent-soft outline-2 outline-accent -outline-offset-4 outline-dashed',
      )}
    >
      {avatar}
      <div className="min-w-0 flex-1 space-y-2">
        {replyTo?.line}
        {replyTo && <input type="hidden" name="replyToId" value={replyTo.id} />}
        {quote && <input type="hidden" name="quoteId" value={quote.id} />}
        {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
        <TweetInput
          field={textarea}
          text={text}
          max={max}
          words={words}
          onText={write}
          id={id}
          name="content"
          aria-label={replyTo ? fill(words, 'labelReply', { username: replyTo.username }) : fill(words, 'label')}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${errorId} ${leftId}` : leftId}
          rows={replyTo ? 1 : 2}
          readOnly={pending}
          placeholder={fill(words, replyTo ? 'placeholderReply' : quote ? 'placeholderQuote' : 'placeholder')}
          defaultValue={state.values.content}
          onKeyDown={postOnCtrlEnter}
        />
        {error && (
          <p id={errorId} role="alert" className="text-danger text-sm">
            {error}
          </p>
        )}
        {!error && <Notice state={gone || wrong ? { ...state, errors: {}, message: gone || wrong || '' } : state} />}
        {images.panel}
        {quote?.card}
        <noscript>
          <details open={Boolean(wrong)} className="mt-2 mb-3 rounded-xl border border-line p-3">
            <summary className="min-h-6 font-medium">{fill(words, 'addImages')}</summary>
            {plainImages}
          </details>
        </noscript>
        <div className="in-[dialog]:sticky in-[dialog]:bottom-0 in-[dialog]:z-10 flex items-center justify-end gap-4 border-line border-t bg-canvas pt-2 in-[dialog]:pb-2">
          <AddImages label={fill(words, 'addImages')} onFiles={images.add} onLikely={images.prepare} />
          <Counter id={leftId} text={text} max={max} words={words} />
          <Button aria-disabled={pending || images.waiting !== null}>{fill(words, replyTo ? 'postReply' : 'post')}</Button>
        </div>
      </div>
    </form>
  )
}

function postOnCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
