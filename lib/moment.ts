import 'server-only'
import DataLoader from 'dataloader'
import { pool, prepared, replicas } from '@/lib/db'
import type { UserRole } from '@/lib/generated/prisma/enums'
import { FRESH_MS } from '@/lib/replicas'
import { type Moment, requestContext } from '@/lib/request'

// What a process read it may show again, to spare PostgreSQL and itself, for a second at most and only as long as nothing was written since: all
// writing is counted (`noteWrite` in lib/db.ts), and every request looks first how far the count is. Where more is written than that could ever
// hold, whoever wrote nothing themselves may see what is up to a second old; whoever did sees everything as it is.

/** How long anything that was read may be shown again. */
export const KEPT_MS = 1_000

/** More writes in a second than these are many. */
const MANY = 50

/** A session as the database has it, with the person whose it is. */
export type SessionRow = {
  id: string
  userId: string
  createdAt: Date
  lastUsedAt: Date
  username: string
  name: string
  avatarUrl: string | null
  role: UserRole
}

/** The moment, and the session, if there is one with that id. */
type Looked = { moment: Moment; session: SessionRow | null }

const LOOK = `SELECT w.last_value::float8 AS version, s.* FROM writes w LEFT JOIN (
    SELECT s.id, s.user_id AS "userId", s.created_at AS "createdAt", s.last_used_at AS "lastUsedAt", u.username, u.name,
      u.avatar_url AS "avatarUrl", u.role, coalesce(m.wrote_at > clock_timestamp() - interval '2 seconds', false) AS "justWrote"
    FROM sessions s JOIN users u ON u.id = s.user_id LEFT JOIN writers m ON m.user_id = s.user_id WHERE s.id = ANY ($1::uuid[])
  ) s ON true`

/** What is asked in one turn of the event loop is asked of PostgreSQL together. Nothing is remembered. */
const looks = new DataLoader<string, Looked>(lookAll, { cache: false, batchScheduleFn: (run) => setImmediate(run) })

/** How far the count of writes is now, and what there is of the session with this id: one lookup by primary keys. */
export function look(sessionId: string | null): Promise<Looked> {
  return looks.load(sessionId ?? '')
}

async function lookAll(sessionIds: readonly string[]): Promise<Looked[]> {
  const ids = [...new Set(sessionIds.filter((id) => id !== ''))]
  const { rows } = await pool.query<SessionRow & { id: string | null; version: number; justWrote: boolean }>(prepared('look', LOOK, [ids]))
  const version = rows[0]?.version ?? 0
  follow(version)
  const found = new Map(rows.map((row) => [row.id, row]))
  return sessionIds.map((id) => {
    const row = found.get(id)
    return { moment: { version, justWrote: row?.justWrote ?? false }, session: row ?? null }
  })
}

type Seen = { version: number; at: number }

/** The count of writes as it was last seen to have grown, and as it was a second or two ago, to know how fast it grows. */
let grown: Seen | undefined
let [earlier, later] = [grown, grown]

function follow(version: number): void {
  const seen = { version, at: performance.now() }
  if (version !== grown?.version) grown = seen
  if (later && seen.at - later.at < KEPT_MS) return
  earlier = later ?? seen
  later = seen
}

function isBusy(): boolean {
  if (!earlier || !grown) return false
  return grown.version - earlier.version > (MANY * (performance.now() - earlier.at)) / 1_000
}

/** What an answer is kept by that is begun now. */
export function stampOf(moment: Moment): { version: number; at: number } {
  const ofReplica = replicas !== null && requestContext.getStore()?.settled === true
  // What a replica says is older than it comes, and amid much writing of no version that could be told.
  if (ofReplica) return { version: isBusy() ? -1 : moment.version, at: performance.now() - FRESH_MS }
  return { version: moment.version, at: performance.now() }
}

/** Whether what was read at that version and time may be shown to somebody who asks at this moment. */
export function isCurrent({ version, at }: { version: number; at: number }, moment: Moment): boolean {
  if (performance.now() - at > KEPT_MS) return false
  return version >= moment.version || (!moment.justWrote && isBusy())
}

/** Whether somebody who asks at this moment may be shown what a replica has, which is up to a second old. */
export function isSettled({ justWrote }: Moment): boolean {
  return !justWrote && (isBusy() || performance.now() - (grown?.at ?? 0) > KEPT_MS)
}
