'use client'

import { Search } from 'lucide'
import { HashtagOption } from '@/components/search/hashtag-option'
import { PersonOption } from '@/components/search/person-option'
import { Icon } from '@/components/ui/icon'
import { useAnswer } from '@/components/ui/use-answer'
import type { Option } from '@/components/ui/use-combobox'
import type { Hashtag } from '@/lib/hashtags/schema'
import type { User } from '@/lib/users/schema'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type SearchWords = Templates<Key<'searchBox'>>

type Acts = { search: () => void; visit: (path: string) => void }

const LONGEST_NAME = 50

/** What one may mean by what one has typed into the search: the search itself, people and hashtags that begin so. */
export function useFindings(typed: string, words: SearchWords, { search, visit }: Acts): Option[] {
  const query = typed.trim()
  const { name, word } = beginningsOf(query)
  const people = useAnswer<{ items: User[] }>(name && `/api/search?type=users&q=${encodeURIComponent(name)}&limit=4`, 'people')
  const hashtags = useAnswer<{ items: Hashtag[] }>(word && `/api/hashtags?q=${encodeURIComponent(word)}&limit=4`, 'hashtags')
  if (query === '') return []
  return [
    { key: 'search', content: <QueryOption query={query} says={fill(words, 'searchFor')} />, choose: search },
    ...(people?.items ?? []).map((user) => ({
      key: user.id,
      content: <PersonOption {...user} following={fill(words, 'following')} />,
      choose: () => visit(`/${user.username}`),
    })),
    ...(hashtags?.items ?? []).map((hashtag) => ({
      key: hashtag.word,
      content: <HashtagOption display={hashtag.display} used={fill(words, 'tweets', { count: hashtag.tweetsCount })} />,
      choose: () => visit(`/hashtag/${encodeURIComponent(hashtag.word)}`),
    })),
  ]
}

/** What of the query could be the beginning of a name and of a hashtag; nothing where it is a search with operators. */
function beginningsOf(query: string): { name: string | null; word: string | null } {
  const [, sign, rest = ''] = /^([#＃@＠]?)([^":#＃@＠-][^":#＃@＠]*)$/u.exec(query) ?? []
  if (rest === '' || rest.length > LONGEST_NAME) return { name: null, word: null }
  const isTag = sign === '#' || sign === '＃'
  const isName = sign === '@' || sign === '＠'
  return { name: isTag ? null : rest, word: isName || /\s/.test(rest) ? null : rest }
}

function QueryOption({ query, says }: { query: string; says: string }) {
  return (
    <>
      <span className="grid size-8 shrink-0 place-items-center rounded-full bg-surface text-ink-muted">
        <Icon node={Search} className="size-4" />
      </span>
      <span className="min-w-0 flex-1 truncate">
        {says} <bdi className="font-semibold">{query}</bdi>
      </span>
    </>
  )
}
