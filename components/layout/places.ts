import { Bell, Bookmark, Compass, House, type IconNode, Settings, ShieldCheck, UserRound } from 'lucide'
import type { Viewer } from '@/lib/auth/viewer'
import type { Key } from '@/lib/words/catalogue'

/** `label` is one of the layout's words; `go` is the key that leads there after `g`, `unread` says that the number of unread notifications stands beside it, `aside` that a phone has it in the account's menu. */
type Place = { href: string; label: Key<'layout'>; icon: IconNode; go: string; unread?: boolean; aside?: boolean }

const EXPLORE: Place = { href: '/explore', label: 'explore', icon: Compass, go: 'e' }
const MODERATION: Place = { href: '/moderation', label: 'moderation', icon: ShieldCheck, go: 'm', aside: true }

/** Where one can go from everywhere. */
export function placesOf(viewer: Viewer | null): Place[] {
  if (!viewer) return [{ href: '/', label: 'start', icon: House, go: 'h' }, EXPLORE]
  return [
    { href: '/home', label: 'home', icon: House, go: 'h' },
    EXPLORE,
    { href: '/notifications', label: 'notifications', icon: Bell, go: 'n', unread: true },
    { href: '/bookmarks', label: 'bookmarks', icon: Bookmark, go: 'b', aside: true },
    { href: `/${viewer.username}`, label: 'profile', icon: UserRound, go: 'p' },
    ...(viewer.role === 'moderator' ? [MODERATION] : []),
    { href: '/settings', label: 'settings', icon: Settings, go: 's', aside: true },
  ]
}
