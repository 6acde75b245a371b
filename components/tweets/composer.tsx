'use client'

import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
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

type Props = {
  /** Who writes, as the server renders it. */
  avatar: ReactNode
  max: number
  /** The fields for images without JavaScript. */
  plainImages: ReactNode
  replyTo?: { id: string; username: string }
  /** The tweet that one quotes, and how it looks. */
  quote?: { id: string; card: ReactNode }
  /** Where to go when it is posted; without it one stays. */
  returnTo?: string
  /** Whether one came to the page to write. */
  focused?: boolean
}

const GONE = {
  replyToId: 'The tweet that you answer was deleted meanwhile.',
  quoteId: 'The tweet that you quote was deleted meanwhile.',
}

/** Where a tweet or a reply is written. */
export function Composer({ avatar, max, plainImages, replyTo, quote, returnTo, focused = false }: Props) {
  const textarea = useRef<HTMLTextAreaElement>(null)
  const keepDraft = useDraft(textarea, replyTo?.id ?? quote?.id ?? 'new')
  const images = useAttachments()
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
      announce(replyTo ? 'Your reply was posted.' : 'Your tweet was posted.')
    },
  )
  const [text, setText] = useState(state.values.content ?? '')
  const error = state.errors.content
  const wrong = state.errors.images
  const gone = (state.errors.replyToId && GONE.replyToId) || (state.errors.quoteId && GONE.quoteId)
  const label = replyTo ? `Your reply to @${replyTo.username}` : 'Your tweet'

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
        {replyTo && (
          <p className="text-ink-muted text-sm">
            Replying to <span className="text-accent">@{replyTo.username}</span>
          </p>
        )}
        {replyTo && <input type="hidden" name="replyToId" value={replyTo.id} />}
        {quote && <input type="hidden" name="quoteId" value={quote.id} />}
        {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
        <TweetInput
          field={textarea}
          text={text}
          max={max}
          onText={write}
          id="content"
          name="content"
          aria-label={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'content-error content-left' : 'content-left'}
          rows={replyTo ? 1 : 2}
          readOnly={pending}
          placeholder={placeholderOf({ replyTo, quote })}
          defaultValue={state.values.content}
          onKeyDown={postOnCtrlEnter}
        />
        {error && (
          <p id="content-error" role="alert" className="text-danger text-sm">
            {error}
          </p>
        )}
        {!error && <Notice state={gone || wrong ? { ...state, errors: {}, message: gone || wrong || '' } : state} />}
        {images.panel}
        {quote?.card}
        <noscript>
          <details open={Boolean(wrong)} className="mt-2 mb-3 rounded-xl border border-line p-3">
            <summary className="min-h-6 font-medium">Add images</summary>
            {plainImages}
          </details>
        </noscript>
        <div className="flex items-center justify-end gap-4 border-line border-t pt-2">
          <AddImages onFiles={images.add} onLikely={images.prepare} />
          <Counter id="content-left" text={text} max={max} />
          <Button aria-disabled={pending || images.waiting !== null}>{replyTo ? 'Reply' : 'Tweet'}</Button>
        </div>
      </div>
    </form>
  )
}

function placeholderOf({ replyTo, quote }: Pick<Props, 'replyTo' | 'quote'>): string {
  if (replyTo) return 'Write your reply'
  return quote ? 'What do you say to it?' : 'What did you see, hear, think?'
}

function postOnCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
