import { db } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { idAt, momentOf } from '@/lib/id'
import { decodeCursor, encodeCursor } from '@/lib/page'
import type { Place } from '@/lib/sitemap/xml'

/** How many rows a part is cut from. */
export const PART = 5_000

/** How many more parts one request looks for, so that the first of a process among millions is no slower than others. */
const MOST_STEPS = 200

/** Of how many days the tweets are named, a part for each, and how many of each, the newest. */
const DAYS = 30
const TWEETS_OF_A_DAY = 10_000

const DAY_MS = 24 * 60 * 60 * 1_000
const OLDEST = '00000000-0000-0000-0000-000000000000'

const PAGES = ['/', '/explore', '/explore/hashtags']

/** After which id each part begins. Ids sort by time, so that a part that is full stays as it is; a process looks for it once. */
const starts = { users: [OLDEST], hashtags: [OLDEST] }

/** The paths of the sitemap's parts. */
export async function listParts(now = new Date()): Promise<string[]> {
  const [people, hashtags, days] = await Promise.all([startsOf('users', now), startsOf('hashtags', now), daysWithTweets(now)])
  return [
    '/sitemap/pages/all.xml',
    ...people.map((id) => `/sitemap/people/${encodeCursor(id)}.xml`),
    ...hashtags.map((id) => `/sitemap/hashtags/${encodeCursor(id)}.xml`),
    ...days.map((day) => `/sitemap/tweets/${day}.xml`),
  ]
}

/** The pages that a part names: those of people who wrote, of hashtags in use, and tweets that are no replies. Throws `not_found`. */
export async function listPlaces(kind: string, part: string): Promise<Place[]> {
  const name = part.endsWith('.xml') ? part.slice(0, -'.xml'.length) : ''
  if (kind === 'pages' && name === 'all') return PAGES.map((path) => ({ path, changedAt: null }))
  const start = decodeCursor(name)
  if (kind === 'people' && start) return peopleAfter(start)
  if (kind === 'hashtags' && start) return hashtagsAfter(start)
  const day = dayOf(name)
  if (kind === 'tweets' && day) return tweetsOf(day)
  throw notFound('part of the sitemap')
}

/** One step reads as many rows of the primary key as a part has. The last minute is left out: there an id may yet come before another. */
async function startsOf(kind: keyof typeof starts, now: Date): Promise<string[]> {
  const known = starts[kind]
  const settled = idAt(new Date(now.getTime() - 60_000))
  for (let step = 0; step < MOST_STEPS; step++) {
    const last = known.at(-1) ?? OLDEST
    const [next] = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM ${Prisma.raw(kind)} WHERE id > ${last}::uuid AND id < ${settled}::uuid ORDER BY id OFFSET ${PART - 1} LIMIT 1`
    if (!next) break
    // Another request may have found it meanwhile.
    if (known.at(-1) === last) known.push(next.id)
  }
  return known
}

async function peopleAfter(start: string): Promise<Place[]> {
  const rows = await db.$queryRaw<{ username: string; newest: string }[]>`
    SELECT u.username, newest.id AS newest
    FROM (SELECT id, username, suspended_at FROM users WHERE id > ${start}::uuid ORDER BY id LIMIT ${PART}) u,
      LATERAL (SELECT id FROM tweets WHERE author_id = u.id AND deleted_at IS NULL ORDER BY id DESC LIMIT 1) newest
    WHERE u.suspended_at IS NULL ORDER BY u.id`
  return rows.map(({ username, newest }) => ({ path: `/${username}`, changedAt: momentOf(newest) }))
}

/** The condition is one of which PostgreSQL expects that nearly every row meets it, so that it stops at the first. */
async function hashtagsAfter(start: string): Promise<Place[]> {
  const rows = await db.$queryRaw<{ word: string; newest: string }[]>`
    SELECT h.word, newest.tweet_id AS newest
    FROM (SELECT id, word FROM hashtags WHERE id > ${start}::uuid ORDER BY id LIMIT ${PART}) h,
      LATERAL (
        SELECT th.tweet_id FROM tweet_hashtags th WHERE th.hashtag_id = h.id
          AND (SELECT true FROM users WHERE id = th.author_id AND suspended_at IS NULL) IS NOT NULL
        ORDER BY th.tweet_id DESC LIMIT 1
      ) newest
    ORDER BY h.id`
  return rows.map(({ word, newest }) => ({ path: `/hashtag/${encodeURIComponent(word)}`, changedAt: momentOf(newest) }))
}

async function tweetsOf(day: Date): Promise<Place[]> {
  const rows = await db.$queryRaw<{ id: string; username: string; createdAt: Date }[]>`
    SELECT t.id, u.username, t.created_at AS "createdAt"
    FROM (
      SELECT id, author_id, created_at FROM tweets
      WHERE id >= ${idAt(day)}::uuid AND id < ${idAt(after(day))}::uuid AND deleted_at IS NULL AND reply_to_id IS NULL
      ORDER BY id DESC LIMIT ${TWEETS_OF_A_DAY}
    ) t JOIN users u ON u.id = t.author_id
    WHERE u.suspended_at IS NULL ORDER BY t.id DESC`
  return rows.map(({ id, username, createdAt }) => ({ path: `/${username}/status/${id}`, changedAt: createdAt }))
}

/** Those of the last days, newest first, on which anybody wrote. */
async function daysWithTweets(now: Date): Promise<string[]> {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS
  const days = Array.from({ length: DAYS }, (_, ago) => new Date(today - ago * DAY_MS))
  const rows = await db.$queryRaw<{ place: number }[]>`
    SELECT d.place::int FROM unnest(${days.map(idAt)}::uuid[], ${days.map((day) => idAt(after(day)))}::uuid[]) WITH ORDINALITY AS d (first, next, place)
    WHERE (SELECT true FROM tweets WHERE id >= d.first AND id < d.next AND deleted_at IS NULL AND reply_to_id IS NULL ORDER BY id DESC LIMIT 1)
    ORDER BY d.place`
  return rows.map(({ place }) => (days[place - 1] ?? now).toISOString().slice(0, 10))
}

function after(day: Date): Date {
  return new Date(day.getTime() + DAY_MS)
}

function dayOf(name: string): Date | null {
  const day = /^\d{4}-\d\d-\d\d$/.test(name) ? new Date(`${name}T00:00:00Z`) : null
  return day && day.toString() !== 'Invalid Date' && day.toISOString().startsWith(name) ? day : null
}
