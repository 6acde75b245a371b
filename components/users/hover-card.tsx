import { useEffect, useState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Count } from '@/components/ui/count'
import { Link } from '@/components/ui/link'
import { browserWords, say } from '@/components/ui/say'
import { FollowsYou } from '@/components/users/follows-you'
import type { User } from '@/lib/users/schema'

type Shown = { user: User; beside: DOMRect }

const WIDTH = 320
const ROOM_BELOW = 240
const OPENS_MS = 500
const CLOSES_MS = 250
const TIMEOUT_MS = 5_000

/**
 * Who somebody is, beside the link to them that a mouse rests on (`data-person`). It says nothing that their page doesn't, so that nobody
 * misses it who has no mouse; it stays while the mouse is on it, and goes with Escape (WCAG 2.1, 1.4.13).
 */
export function HoverCard() {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => (window.matchMedia('(hover: hover) and (pointer: fine)').matches ? watch(setShown) : undefined), [])
  if (!shown) return null
  const { user, beside } = shown
  return (
    <Link
      href={`/${user.username}`}
      tabIndex={-1}
      aria-hidden="true"
      data-hover-card=""
      className="fixed z-40 block rounded-xl border border-line bg-canvas p-4 text-ink shadow-xl"
      style={placeOf(beside)}
    >
      <span className="flex items-center gap-3">
        <Avatar username={user.username} name={user.name} url={user.avatarUrl} />
        <span className="min-w-0">
          <bdi className="block truncate font-semibold">{user.name}</bdi>
          <span className="block truncate text-ink-muted text-sm">
            <bdi>@{user.username}</bdi>
          </span>
        </span>
        <FollowsYou user={user}>{say('followsYou')}</FollowsYou>
      </span>
      {user.bio && (
        <span dir="auto" className="mt-2 line-clamp-3 block [overflow-wrap:anywhere]">
          {user.bio}
        </span>
      )}
      <span className="mt-2 flex gap-4 text-ink-muted text-sm">
        <Tally value={user.followingCount} noun={say('following')} />
        <Tally value={user.followersCount} noun={say('followers', { count: user.followersCount })} />
      </span>
    </Link>
  )
}

function Tally({ value, noun }: { value: number; noun: string }) {
  return (
    <span>
      <b className="font-semibold text-ink">
        <Count value={value} customs={browserWords().customs} />
      </b>{' '}
      {noun}
    </span>
  )
}

/** Below the link, or above where there is no room below. */
function placeOf({ left, top, bottom }: DOMRect) {
  const { innerWidth, innerHeight } = window
  const start = { width: WIDTH, left: Math.max(8, Math.min(left, innerWidth - WIDTH - 16)) }
  return bottom + ROOM_BELOW > innerHeight ? { ...start, bottom: innerHeight - top + 4 } : { ...start, top: bottom + 4 }
}

/** Says whom the mouse rests on, and null when it left; returns how to stop. */
function watch(show: (shown: Shown | null) => void): () => void {
  const ended = new AbortController()
  const { signal } = ended
  let timer: ReturnType<typeof setTimeout>
  let over: Element | null = null

  async function open(link: Element, username: string) {
    const user = await read(username, signal)
    if (user && over === link && link.isConnected) show({ user, beside: link.getBoundingClientRect() })
  }

  function onPointerOver({ target }: PointerEvent) {
    const now = target instanceof Element ? target.closest<HTMLElement>('[data-person], [data-hover-card]') : null
    if (now === over) return
    clearTimeout(timer)
    over = now
    const person = now?.dataset.person
    if (now && person) timer = setTimeout(open, OPENS_MS, now, person)
    else if (!now) timer = setTimeout(close, CLOSES_MS)
  }

  function close() {
    clearTimeout(timer)
    over = null
    show(null)
  }

  document.addEventListener('pointerover', onPointerOver, { signal })
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && close(), { signal })
  for (const name of ['click', 'scroll'] as const) document.addEventListener(name, close, { signal, passive: true })
  return () => {
    clearTimeout(timer)
    ended.abort()
  }
}

/** What the API says of somebody; null where it says nothing. The browser asks again whether it still holds (ETag). */
async function read(username: string, signal: AbortSignal): Promise<User | null> {
  try {
    const answer = await fetch(`/api/users/${encodeURIComponent(username)}`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
