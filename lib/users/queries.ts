import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { invalid, notFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { countUnread } from '@/lib/notifications/queries'
import { mapPage, type Page, pageParams, toPage } from '@/lib/page'
import { isUsername, type Me, type User } from '@/lib/users/schema'
import { toMeView, toUserView, userSelect } from '@/lib/users/view'
import { presentUsers, unblockedUsers, visibleUsers } from '@/lib/users/visibility'
import { parse } from '@/lib/validate'

/** The person with that username, in any case. Throws `not_found`, also for somebody who is suspended or blocks the viewer. */
export async function getUser(viewer: Viewer | null, username: unknown): Promise<User> {
  const row = isUsername(username) && (await findRow(viewer, { ...named(username), ...visibleUsers(viewer) }))
  if (!row) throw notFound('user')
  return toUserView(row, viewer)
}

/** The id of the person with that username, as `getUser` finds them. Throws `not_found`. */
export async function getUserId(viewer: Viewer | null, username: unknown): Promise<string> {
  const row =
    isUsername(username) && (await db.user.findFirst({ where: { ...named(username), ...visibleUsers(viewer) }, select: { id: true } }))
  if (!row) throw notFound('user')
  return row.id
}

/** Somebody else, also one who blocks the viewer. Throws `not_found`, and `validation_failed` when it is the viewer, who cannot do that to themselves. */
export async function getOther(me: Viewer, username: unknown, verb: string): Promise<User> {
  const row = isUsername(username) && (await findRow(me, { ...named(username), ...presentUsers }))
  if (!row) throw notFound('user')
  if (row.id === me.id) throw invalid('username', 'self', `You cannot ${verb} yourself.`, { verb })
  return toUserView(row, me)
}

/** The signed-in person. Throws `unauthenticated`. */
export async function getMe(viewer: Viewer | null): Promise<Me> {
  const me = signedIn(viewer)
  const select = { ...userSelect(me), email: true, emailVerifiedAt: true }
  const [row, unread] = await Promise.all([
    db.user.findUnique({ where: { id: me.id }, select, relationLoadStrategy: 'join' }),
    countUnread(me),
  ])
  if (!row) throw notFound('user')
  return toMeView(row, me, unread.count)
}

/** Who follows the person, newest follower first. Throws `not_found` and `validation_failed`. */
export async function listFollowers(viewer: Viewer | null, username: unknown, query: unknown): Promise<Page<User>> {
  const { limit, cursor } = parse(pageParams, query)
  const userId = await getUserId(viewer, username)
  const rows = await db.follow.findMany({
    where: { followingId: userId, follower: unblockedUsers(viewer), ...(cursor && { id: { lt: cursor } }) },
    select: { id: true, follower: { select: userSelect(viewer) } },
    orderBy: { id: 'desc' },
    take: limit + 1,
    relationLoadStrategy: 'join',
  })
  return mapPage(toPage(rows, limit), (row) => toUserView(row.follower, viewer))
}

/** Whom the person follows, newest first. Throws `not_found` and `validation_failed`. */
export async function listFollowing(viewer: Viewer | null, username: unknown, query: unknown): Promise<Page<User>> {
  const { limit, cursor } = parse(pageParams, query)
  const userId = await getUserId(viewer, username)
  const rows = await db.follow.findMany({
    where: { followerId: userId, following: unblockedUsers(viewer), ...(cursor && { id: { lt: cursor } }) },
    select: { id: true, following: { select: userSelect(viewer) } },
    orderBy: { id: 'desc' },
    take: limit + 1,
    relationLoadStrategy: 'join',
  })
  return mapPage(toPage(rows, limit), (row) => toUserView(row.following, viewer))
}

/** Names are ASCII, so lower case is what a key is. */
function named(username: string): { usernameKey: string } {
  return { usernameKey: username.toLowerCase() }
}

function findRow(viewer: Viewer | null, where: Prisma.UserWhereInput) {
  return db.user.findFirst({ where, select: userSelect(viewer), relationLoadStrategy: 'join' })
}
