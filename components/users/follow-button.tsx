'use client'

import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { useForm } from '@/components/ui/use-form'
import { followAction, unfollowAction } from '@/lib/follows/actions'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = { username: string; following: boolean; words: Templates<Key<'peopleActs'>> }

/** Follows somebody, or stops it; shown as done while the server does it. */
export function FollowButton({ username, following, words }: Props) {
  const { state, pending, form } = useForm(following ? unfollowAction : followAction, ({ message }) => announce(message))
  const shown = pending ? !following : following
  return (
    <form {...form} className="shrink-0">
      <input type="hidden" name="username" value={username} />
      <Button
        variant={shown ? 'secondary' : 'primary'}
        size="small"
        className="min-w-27"
        title={shown ? fill(words, 'unfollow', { username }) : undefined}
      >
        {fill(words, shown ? 'following' : 'follow')}
        <span className="sr-only"> @{username}</span>
      </Button>
      {state.status === 'failed' && (
        <p role="alert" className="mt-1 max-w-40 text-danger text-sm">
          {state.message}
        </p>
      )}
    </form>
  )
}
