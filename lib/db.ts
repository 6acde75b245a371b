import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { type Prisma, PrismaClient } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'
import { isPooled, makePool, patience, SETTINGS, WAITS } from '@/lib/pool'
import { eitherClient, openReplicas } from '@/lib/replicas'
import { requestContext } from '@/lib/request'

/** A Prisma client, or the transaction inside which a query must run. */
export type Db = Prisma.TransactionClient

function connect() {
  const pool = makePool()
  const urls = env.DATABASE_REPLICA_URLS ?? []
  const replicas = urls.length > 0 ? openReplicas(pool, env.DATABASE_URL, urls) : null
  const names = statementNames()
  const primary = clientOf(pool, names)
  const db = replicas ? eitherClient(primary, clientOf(replicas.pool, names), replicas.close) : primary
  return { pool, reads: replicas?.pool ?? pool, db, replicas }
}

function clientOf(pool: Pool, statementNameGenerator: ReturnType<typeof statementNames>): PrismaClient {
  const options = { disposeExternalPool: true }
  // Poolers in transaction mode cannot keep prepared statements.
  const adapter = new PrismaPg(pool, isPooled(env.DATABASE_URL) ? options : { ...options, statementNameGenerator })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: WAITS.answer, timeout: WAITS.transaction } })
}

/** Names for prepared statements, so that each is planned once per connection; past a thousand shapes they go unnamed. */
function statementNames() {
  const names = new Map<string, string>()
  return ({ sql }: { sql: string }) => {
    if (!names.has(sql) && names.size < 1_000) names.set(sql, `linnet_${names.size}`)
    return names.get(sql) ?? ''
  }
}

// Pages, the proxy and hot reload each evaluate this module anew; the process has one pool.
const shared = globalThis as { linnetDatabase?: ReturnType<typeof connect> }
shared.linnetDatabase ??= connect()

/** `reads` is the pool for what only reads: it goes to a replica where that may be, which `pool` never does. */
export const { db, pool, reads, replicas } = shared.linnetDatabase

/**
 * Runs the work in one transaction of at most `timeout` milliseconds, within which one statement may take all of them if they are more than
 * usual; again, four times at most, when PostgreSQL ends it for a deadlock or a serialization failure.
 * Throws `not_found` when a row that the work needs was deleted meanwhile.
 */
export function transaction<T>(work: (tx: Db) => Promise<T>, { timeout = WAITS.transaction } = {}): Promise<T> {
  return insist(() => patience.run(timeout, () => db.$transaction(within(timeout, work), { timeout })))
}

/** The rows of one statement that does all of a command by itself, which is a transaction of its own: as `transaction` runs it, without the ceremony. */
export function statement<R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> {
  return insist(async () => (await pool.query<R>(prepared(name, text, values))).rows)
}

/** A statement for the pool, planned once per connection. */
export function prepared(name: string, text: string, values: unknown[]) {
  // Poolers in transaction mode cannot keep prepared statements.
  return isPooled(env.DATABASE_URL) ? { text, values } : { name, text, values }
}

async function insist<T>(attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      const result = await attempt()
      await noteWrite()
      return result
    } catch (error) {
      if (isGone(error)) {
        log.warn({ err: error }, 'a row that the work needs is gone')
        throw new AppError('not_found', 'What this is about was deleted meanwhile.', { cause: error, reason: 'not_found.meanwhile' })
      }
      if (attempts >= 4 || !isConflict(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 25 * 2 ** attempts))
    }
  }
}

const NOTE_WRITE = `
  WITH noted AS (
    INSERT INTO writers (user_id, wrote_at) SELECT id, clock_timestamp() FROM users WHERE id = $1::uuid
    ON CONFLICT (user_id) DO UPDATE SET wrote_at = excluded.wrote_at
  ) SELECT nextval('writes')`

/**
 * Tells all processes that something was written, and by whom, so that nothing they read before is shown any more as lib/moment.ts has it. To
 * be called once what was written is committed, before whoever wrote it hears of it; `transaction` does.
 */
export async function noteWrite(): Promise<void> {
  const userId = requestContext.getStore()?.userId ?? null
  try {
    await pool.query(prepared('note_write', NOTE_WRITE, [userId]))
  } catch (error) {
    // What was written stays so; others see it a second later.
    log.warn({ err: error }, 'a write could not be noted')
  }
}

/** The work, told to PostgreSQL how long it may wait where the connection was not told, or something else. */
function within<T>(timeout: number, work: (tx: Db) => Promise<T>): (tx: Db) => Promise<T> {
  const isLong = timeout > WAITS.transaction
  if (!isLong && !isPooled(env.DATABASE_URL)) return work
  const names = Object.keys(SETTINGS)
  const values = Object.values(SETTINGS).map((usual) => String(isLong ? timeout : usual))
  return async (tx) => {
    await tx.$queryRaw`SELECT set_config(name, value, true) FROM unnest(${names}::text[], ${values}::text[]) AS s (name, value)`
    return work(tx)
  }
}

type Cause = { kind?: string; originalCode?: string; constraint?: { index?: string } }
type DatabaseError = { code?: unknown; meta?: { driverAdapterError?: { cause?: Cause } } }

/** What PostgreSQL said; of a COMMIT, at whose end triggers run, Prisma hands on its adapter's error as it is. */
function causeOf(error: unknown): Cause | undefined {
  const { meta } = (error ?? {}) as DatabaseError
  return error instanceof Error && error.name === 'DriverAdapterError' ? (error.cause as Cause) : meta?.driverAdapterError?.cause
}

/** The name of the unique constraint that the error reports, or null when it is another error. */
export function uniqueViolation(error: unknown): string | null {
  const { code, meta } = (error ?? {}) as DatabaseError
  return code === 'P2002' ? (meta?.driverAdapterError?.cause?.constraint?.index ?? '') : null
}

/** PostgreSQL's codes, Node's and Prisma's: away, starting or stopping, full, read-only; and a statement, lock or transaction that took too long. */
const UNAVAILABLE =
  /^(08...|25006|25P0[34]|53...|55P03|57014|57P..|E(CONNREFUSED|CONNRESET|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)|P1001|P1002|P1008|P1017|P2024|P2028)$/

/** The drivers' own words, which have no code. */
const CONNECTION_LOST =
  /^(timeout exceeded when trying to connect|Connection terminated|Client (has encountered a connection error|was closed)|Cannot use a pool after)/

/** True when the database could not be asked at all: down, out of connections, read-only, or too slow. */
export function isUnavailable(error: unknown): boolean {
  const { code } = (error ?? {}) as DatabaseError
  const cause = causeOf(error)
  return (
    /^(DatabaseNotReachable|ConnectionClosed|TooManyConnections|SocketTimeout)$/.test(cause?.kind ?? '') ||
    UNAVAILABLE.test(cause?.originalCode ?? (typeof code === 'string' ? code : '')) ||
    (error instanceof Error && CONNECTION_LOST.test(error.message))
  )
}

/** A foreign key that points nowhere, or no row to update. */
function isGone(error: unknown): boolean {
  const { code } = (error ?? {}) as DatabaseError
  return code === 'P2003' || code === 'P2025' || code === '23503'
}

function isConflict(error: unknown): boolean {
  const { code } = (error ?? {}) as DatabaseError
  return code === 'P2034' || /^40(001|P01)$/.test(causeOf(error)?.originalCode ?? String(code))
}
