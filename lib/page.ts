import { z } from 'zod'

/** One page of a list, newest first. `nextCursor` is null at the end. */
export type Page<T> = { items: T[]; nextCursor: string | null }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A cursor: the id of the last row seen, as 22 characters of base64url. It stays good when that row is deleted. */
export function encodeCursor(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
}

/** The id in a cursor, or null when it is not one of ours. */
export function decodeCursor(cursor: string): string | null {
  if (!/^[\w-]{22}$/.test(cursor)) return null
  const hex = Buffer.from(cursor, 'base64url').toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return UUID.test(id) && encodeCursor(id) === cursor ? id : null
}

const LIMIT = 'limit must be a whole number from 1 to 100.'

/** A cursor of a list that shows each thing once: where the run of pages began, and the last row seen. */
export function encodeRunCursor({ start, last }: RunCursor): string {
  return encodeCursor(start) + encodeCursor(last)
}

export type RunCursor = { start: string; last: string }

/** The two ids in such a cursor, or null when it is not one of ours. */
export function decodeRunCursor(cursor: string): RunCursor | null {
  const start = decodeCursor(cursor.slice(0, 22))
  const last = decodeCursor(cursor.slice(22))
  return start && last ? { start, last } : null
}

/** A whole number as a cursor, for lists that are ordered by one. */
export function encodeNumber(value: number): string {
  return encodeCursor(
    value
      .toString(16)
      .padStart(32, '0')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  )
}

/** The number in such a cursor, or null when it is none that a database counts to. */
export function decodeNumber(cursor: string): number | null {
  const id = decodeCursor(cursor)
  const value = id ? Number(`0x${id.replaceAll('-', '')}`) : Number.NaN
  return value <= MAX_NUMBER ? value : null
}

const MAX_NUMBER = 2 ** 31 - 1

/** A cursor of a list that is ordered by a count: that and the id of the last row seen. */
export function encodeCountCursor({ count, last }: CountCursor): string {
  return encodeNumber(count) + encodeCursor(last)
}

export type CountCursor = { count: number; last: string }

/** What is in such a cursor, or null when it is not one of ours. */
export function decodeCountCursor(cursor: string): CountCursor | null {
  const count = decodeNumber(cursor.slice(0, 22))
  const last = decodeCursor(cursor.slice(22))
  return count !== null && last ? { count, last } : null
}

/** A cursor of a list that is ordered by points: when the run of pages began, and the points and id of the last row seen. */
export function encodeTopCursor({ start, points, last }: TopCursor): string {
  return encodeCursor(start) + encodeCountCursor({ count: points, last })
}

export type TopCursor = { start: string; points: number; last: string }

/** What is in such a cursor, or null when it is not one of ours. */
export function decodeTopCursor(cursor: string): TopCursor | null {
  const start = decodeCursor(cursor.slice(0, 22))
  const place = decodeCountCursor(cursor.slice(22))
  return start && place ? { start, points: place.count, last: place.last } : null
}

/** `?limit=` and `?cursor=` of every list; the cursor comes out as an id. */
export const pageParams = z.strictObject({
  limit: z
    .preprocess(
      (limit) => (typeof limit === 'string' && /^\d{1,3}$/.test(limit) ? Number(limit) : limit),
      z.int({ error: LIMIT }).min(1, { error: LIMIT }).max(100, { error: LIMIT }),
    )
    .default(20)
    .meta({ description: 'How many items, at most.' }),
  cursor: cursorOf('cursor', decodeCursor),
})

/** The same for a timeline, with `?since=`: only what is newer than a place. */
export const timelineParams = pageParams.extend({ since: cursorOf('since', decodeCursor) })

/** The same for a timeline that shows each thing once; its cursor names a run of pages. */
export const runParams = timelineParams.extend({ cursor: cursorOf('cursor', decodeRunCursor) })

/** The same for a list that is ordered by a whole number. */
export const numberedParams = pageParams.extend({ cursor: cursorOf('cursor', decodeNumber) })

/** The same for a list that is ordered by a count. */
export const countedParams = pageParams.extend({ cursor: cursorOf('cursor', decodeCountCursor) })

/** The same for a list that is ordered by points. */
export const topParams = pageParams.extend({ cursor: cursorOf('cursor', decodeTopCursor) })

function cursorOf<T>(name: string, decode: (cursor: string) => T | null) {
  return z
    .string({ error: `${name} must be text.` })
    .transform((cursor, context): T => {
      const decoded = decode(cursor)
      if (decoded !== null) return decoded
      const message = `${name} is not one that a list gave. Leave it out to start from the newest.`
      context.issues.push({ code: 'custom', input: cursor, message, params: { code: 'invalid_cursor' } })
      return z.NEVER
    })
    .optional()
    .meta({
      type: 'string',
      description: name === 'since' ? 'From the `Link` header, `rel="prev"`: only what is newer.' : '`nextCursor` of the page before.',
    })
}

export type PageParams = z.output<typeof pageParams>

/** The schema of a page of such items. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

/** Cuts `limit + 1` rows, newest first, into a page. */
export function toPage<T extends { id: string }>(rows: T[], limit: number): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(last.id) : null }
}

/** The same page with each item mapped. */
export function mapPage<T, U>(page: Page<T>, map: (item: T) => U): Page<U> {
  return { items: page.items.map(map), nextCursor: page.nextCursor }
}
