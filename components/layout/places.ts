import { Bell, Bookmark, Compass, House, type LucideIcon, Settings, ShieldCheck, UserRound } from 'lucide-react'
import type { Viewer } from '@/lib/auth/viewer'

/** `unread` says that the number of unread notifications stands beside it, `aside` that a phone has it in the account's menu. */
type Place = { href: string; label: string; icon: LucideIcon; unread?: boolean; aside?: boolean }

const EXPLORE: Place = { href: '/explore', label: 'Explore', icon: Compass }

/** Where one can go from everywhere. */
export function placesOf(viewer: Viewer | null): Place[] {
  if (!viewer) return [{ href: '/', label: 'Start', icon: House }, EXPLORE]
  return [
    { href: '/home', label: 'Home', icon: House },
    EXPLORE,
    { href: '/notifications', label: 'Notifications', icon: Bell, unread: true },
    { href: '/bookmarks', label: 'Bookmarks', icon: Bookmark, aside: true },
    { href: `/${viewer.username}`, label: 'Profile', icon: UserRound },
    ...(viewer.role === 'moderator' ? [{ href: '/moderation', label: 'Moderation', icon: ShieldCheck, aside: true }] : []),
    { href: '/settings', label: 'Settings', icon: Settings, aside: true },
  ]
}
