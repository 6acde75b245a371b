import { Compass, House, type LucideIcon, Settings, UserRound } from 'lucide-react'
import type { Viewer } from '@/lib/auth/viewer'

type Place = { href: string; label: string; icon: LucideIcon }

const EXPLORE: Place = { href: '/explore', label: 'Explore', icon: Compass }

/** Where one can go from everywhere. */
export function placesOf(viewer: Viewer | null): Place[] {
  if (!viewer) return [{ href: '/', label: 'Start', icon: House }, EXPLORE]
  return [
    { href: '/home', label: 'Home', icon: House },
    EXPLORE,
    { href: `/${viewer.username}`, label: 'Profile', icon: UserRound },
    { href: '/settings/profile', label: 'Settings', icon: Settings },
  ]
}
