import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { type Prisma, PrismaClient } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'

/** A Prisma client, or the transaction inside which a query must run. */
export type Db = Prisma.TransactionClient

function connect() {
  // Prisma's own parameter for poolers that cannot keep prepared statements; PostgreSQL does not know it.
  const url = new URL(env.DATABASE_URL)
  const pooled = url.searchParams.get('pgbouncer') === 'true'
  url.searchParams.delete('pgbouncer')
  // Every wait ends: for a connection, for an answer, for a lock.
  const pool = new Pool({
    connectionString: url.href,
    max: env.DB_POOL_MAX,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    query_timeout: 15_000,
    application_name: 'linnet',
  })
  const options = { disposeExternalPool: true, onPoolError: noted, onConnectionError: noted }
  const adapter = new PrismaPg(pool, pooled ? options : { ...options, statementNameGenerator: statementNames() })
  return { pool, db: new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 10_000 } }) }
}

/** An idle connection that breaks is replaced by the pool; without a listener it would end the process. */
function noted(error: Error) {
  log.warn({ err: error }, 'a database connection broke')
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

export const { db, pool } = shared.linnetDatabase

/**
 * Runs the work in one transaction of at most `timeout` milliseconds; again, four times at most, when PostgreSQL ends it for a deadlock or a serialization failure.
 * Throws `not_found` when a row that the work needs was deleted meanwhile.
 */
export async function transaction<T>(work: (tx: Db) => Promise<T>, { timeout = 10_000 } = {}): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, { timeout })
    } catch (error) {
      if (isGone(error)) {
        log.warn({ err: error }, 'a row that the work needs is gone')
        throw new AppError('not_found', 'What this is about was deleted meanwhile.', { cause: error })
      }
      if (attempt >= 4 || !isConflict(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 25 * 2 ** attempt))
    }
  }
}

type DatabaseError = {
  code?: unknown
  meta?: { driverAdapterError?: { cause?: { kind?: string; originalCode?: string; constraint?: { index?: string } } } }
}

/** The name of the unique constraint that the error reports, or null when it is another error. */
export function uniqueViolation(error: unknown): string | null {
  const { code, meta } = (error ?? {}) as DatabaseError
  return code === 'P2002' ? (meta?.driverAdapterError?.cause?.constraint?.index ?? '') : null
}

/** True when the database could not be asked at all: down, out of connections, read-only, or too slow. */
export function isUnavailable(error: unknown): boolean {
  const { code, meta } = (error ?? {}) as DatabaseError
  const cause = meta?.driverAdapterError?.cause
  const sqlState = cause?.originalCode ?? (typeof code === 'string' ? code : '')
  return (
    /^(DatabaseNotReachable|ConnectionClosed|TooManyConnections|SocketTimeout)$/.test(cause?.kind ?? '') ||
    /^(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|ETIMEDOUT|08...|53...|57P..|25006)$/.test(sqlState) ||
    (error instanceof Error && /^(timeout exceeded when trying to connect|Query read timeout|Connection terminated)/.test(error.message))
  )
}

/** A foreign key that points nowhere, or no row to update. */
function isGone(error: unknown): boolean {
  const { code } = (error ?? {}) as DatabaseError
  return code === 'P2003' || code === 'P2025'
}

function isConflict(error: unknown): boolean {
  const { code, meta } = (error ?? {}) as DatabaseError
  return code === 'P2034' || /^40(001|P01)$/.test(meta?.driverAdapterError?.cause?.originalCode ?? '')
}
