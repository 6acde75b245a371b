import { signedIn, type Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { mapPage, type Page, pageParams, toPage } from '@/lib/page'
import { isUsername, type Me, type User } from '@/lib/users/schema'
import { toMeView, toUserView, userSelect } from '@/lib/users/view'
import { parse } from '@/lib/validate'

/** The person with that username, in any case. Throws `not_found`. */
export async function getUser(viewer: Viewer | null, username: unknown): Promise<User> {
  const row =
    isUsername(username) &&
    (await db.user.findUnique({ where: { usernameKey: username.toLowerCase() }, select: userSelect(viewer), relationLoadStrategy: 'join' }))
  if (!row) throw notFound('user')
  return toUserView(row, viewer)
}

/** The id of the person with that username, in any case. Throws `not_found`. */
export async function getUserId(username: unknown): Promise<string> {
  const row = isUsername(username) && (await db.user.findUnique({ where: { usernameKey: username.toLowerCase() }, select: { id: true } }))
  if (!row) throw notFound('user')
  return row.id
}

/** The signed-in person. Throws `unauthenticated`. */
export async function getMe(viewer: Viewer | null): Promise<Me> {
  const me = signedIn(viewer)
  const row = await db.user.findUnique({ where: { id: me.id }, select: { ...userSelect(me), email: true }, relationLoadStrategy: 'join' })
  if (!row) throw notFound('user')
  return toMeView(row, me)
}

/** Who follows the person, newest follower first. Throws `not_found` and `validation_failed`. */
export async function listFollowers(viewer: Viewer | null, username: unknown, query: unknown): Promise<Page<User>> {
  const { limit, cursor } = parse(pageParams, query)
  const userId = await getUserId(username)
  const rows = await db.follow.findMany({
    where: { followingId: userId, ...(cursor && { id: { lt: cursor } }) },
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
  const userId = await getUserId(username)
  const rows = await db.follow.findMany({
    where: { followerId: userId, ...(cursor && { id: { lt: cursor } }) },
    select: { id: true, following: { select: userSelect(viewer) } },
    orderBy: { id: 'desc' },
    take: limit + 1,
    relationLoadStrategy: 'join',
  })
  return mapPage(toPage(rows, limit), (row) => toUserView(row.following, viewer))
}
