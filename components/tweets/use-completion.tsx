'use client'

import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { HashtagOption } from '@/components/search/hashtag-option'
import { PersonOption } from '@/components/search/person-option'
import { useAnswer } from '@/components/ui/use-answer'
import type { Option } from '@/components/ui/use-combobox'
import type { Hashtag } from '@/lib/hashtags/schema'
import { findToken, type Token } from '@/lib/tweets/text'
import type { User } from '@/lib/users/schema'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Field = RefObject<HTMLTextAreaElement | null>
type Words = Templates<Key<'composer'>>

/**
 * What could complete the hashtag or mention that is being typed. It is offered to who types, not to who only moves through the text,
 * and no more to who has refused it. `typing` says that somebody types already.
 */
export function useCompletion(field: Field, words: Words, typing: boolean) {
  const [token, setToken] = useState<Token | null>(null)
  const [refused, setRefused] = useState<number | null>(null)

  function look(typing: boolean) {
    const found = field.current && findAtCaret(field.current)
    setToken((before) => (found && (typing || found.start === before?.start) ? found : null))
    if (found?.start !== refused) setRefused(null)
  }

  const begin = useEffectEvent(() => typing && look(true))
  useEffect(() => void begin(), [])

  const offered = token && token.start !== refused ? token : null
  const options = useSuggestions(offered, words, (word) => {
    if (field.current && offered) complete(field.current, offered, word)
  })
  return {
    token: offered,
    options,
    onInput: () => look(true),
    onSelect: () => look(false),
    close: () => setRefused(token?.start ?? null),
  }
}

function findAtCaret({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Token | null {
  return selectionStart === selectionEnd ? findToken(value, selectionStart) : null
}

function useSuggestions(token: Token | null, words: Words, choose: (word: string) => void): Option[] {
  const subject = token ? `${token.kind} ${token.start}` : ''
  const asked = token?.prefix ? `q=${encodeURIComponent(token.prefix)}&limit=5` : null
  const hashtags = useAnswer<{ items: Hashtag[] }>(asked && token?.kind === 'hashtag' ? `/api/hashtags?${asked}` : null, subject)
  const people = useAnswer<{ items: User[] }>(asked && token?.kind === 'mention' ? `/api/search?type=users&${asked}` : null, subject)
  return [
    ...(hashtags?.items ?? []).map((hashtag) => ({
      key: hashtag.word,
      content: <HashtagOption display={hashtag.display} used={fill(words, 'tweets', { count: hashtag.tweetsCount })} />,
      choose: () => choose(hashtag.display),
    })),
    ...(people?.items ?? []).map((user) => ({
      key: user.id,
      content: <PersonOption {...user} following={fill(words, 'following')} />,
      choose: () => choose(user.username),
    })),
  ]
}

/** Puts the word in the token's place as if it were typed, so that it can be undone, and the caret behind the space after it. */
function complete(field: HTMLTextAreaElement, { start, end }: Token, word: string) {
  const spaced = field.value.charAt(end) === ' '
  const text = `${field.value.charAt(start)}${word} `
  field.focus()
  field.setSelectionRange(start, spaced ? end + 1 : end)
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, start, spaced ? end + 1 : end, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
