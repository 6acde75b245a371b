import type { Viewer } from '@/lib/auth/viewer'
import { CAST, type CastMember } from '@/lib/testing/cast'
import type { User, UserSummary } from '@/lib/users/schema'

const MEMBERS = Object.keys(CAST) as CastMember[]

/** Somebody of the cast as a tweet names them, or a little different. */
export function somebody(who: CastMember, more: Partial<UserSummary> = {}): UserSummary {
  const { username, name } = CAST[who]
  return { id: idOf(who), username, name, avatarUrl: null, ...more }
}

/** Somebody of the cast with all that their profile tells. */
export function person(who: CastMember, more: Partial<User> = {}): User {
  const { bio, location, website } = CAST[who]
  return {
    ...somebody(who),
    bio,
    location,
    website,
    bannerUrl: null,
    createdAt: '2026-02-14T06:12:00.000Z',
    followersCount: 42,
    followingCount: 4,
    tweetsCount: 128,
    viewer: { following: false, followedBy: false, blocking: false, muting: false },
    ...more,
  }
}

/** Who looks at the samples: Ada. */
export const VIEWER: Viewer = { ...somebody('ada'), role: 'member', sessionId: idOf('ada') }

function idOf(who: CastMember): string {
  return `00000000-0000-7000-8000-00000000000${MEMBERS.indexOf(who)}`
}
