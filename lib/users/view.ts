import type { Viewer } from '@/lib/auth/viewer'
import type { Prisma } from '@/lib/generated/prisma/client'
import { absoluteUrl } from '@/lib/media/view'
import type { Me, User, UserSummary } from '@/lib/users/schema'

/** Of the viewer, all that a person's view depends on. */
type Asker = Pick<Viewer, 'id'>

export const userSummarySelect = { id: true, username: true, name: true, avatarUrl: true } as const satisfies Prisma.UserSelect

export type SummaryRow = Prisma.UserGetPayload<{ select: typeof userSummarySelect }>

/** A person in a line: what goes beside a tweet. */
export function toUserSummaryView({ id, username, name, avatarUrl }: SummaryRow): UserSummary {
  return { id, username, name, avatarUrl: avatarUrl && absoluteUrl(avatarUrl) }
}

/** The columns that a person's view is made of; the relations hold at most what stands between viewer and person. */
export function userSelect(viewer: Asker | null) {
  const none = { where: { id: { in: [] } }, select: { id: true } }
  return {
    ...userSummarySelect,
    bio: true,
    location: true,
    website: true,
    bannerUrl: true,
    createdAt: true,
    followersCount: true,
    followingCount: true,
    tweetsCount: true,
    followers: viewer ? { where: { followerId: viewer.id }, select: { id: true } } : none,
    following: viewer ? { where: { followingId: viewer.id }, select: { id: true } } : none,
    blockedBy: viewer ? { where: { blockerId: viewer.id }, select: { id: true } } : none,
    mutedBy: viewer ? { where: { muterId: viewer.id }, select: { id: true } } : none,
  } satisfies Prisma.UserSelect
}

export type UserRow = Prisma.UserGetPayload<{ select: ReturnType<typeof userSelect> }>

/** A person as the viewer sees them. The only way a user leaves; email and password have no way into it. */
export function toUserView(row: UserRow, viewer: Asker | null): User {
  return {
    ...toUserSummaryView(row),
    bio: row.bio || null,
    location: row.location || null,
    website: row.website || null,
    bannerUrl: row.bannerUrl && absoluteUrl(row.bannerUrl),
    createdAt: row.createdAt.toISOString(),
    followersCount: row.followersCount,
    followingCount: row.followingCount,
    tweetsCount: row.tweetsCount,
    viewer: viewer && {
      following: row.followers.length > 0,
      followedBy: row.following.length > 0,
      blocking: row.blockedBy.length > 0,
      muting: row.mutedBy.length > 0,
    },
  }
}

/** The signed-in person as they see themselves. */
export function toMeView(
  row: UserRow & { email: string; emailVerifiedAt: Date | null },
  viewer: Asker,
  unreadNotificationsCount: number,
): Me {
  return { ...toUserView(row, viewer), email: row.email, emailVerified: row.emailVerifiedAt !== null, unreadNotificationsCount }
}
