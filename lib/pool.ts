import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { Client, type ClientConfig, Pool, type PoolClient, type PoolConfig } from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/** After how many milliseconds each wait ends, so that whoever asks knows within 2 seconds that the database is away and within 6 that it is stuck. */
export const WAITS = {
  /** For a connection, new or of the pool. */
  connection: 1_800,
  /** For one statement, as PostgreSQL measures it. */
  statement: 4_000,
  /** For a lock that another transaction holds. */
  lock: 3_000,
  /** For the next statement of a transaction, before PostgreSQL ends it and frees what it holds. */
  idleInTransaction: 6_000,
  /** For an answer of any kind; a connection that gives none is thrown away. */
  answer: 4_500,
  /** For all of a transaction. */
  transaction: 5_000,
}

const GRACE = 100

/** The statements within may take this many milliseconds rather than `WAITS.statement`. */
export const patience = new AsyncLocalStorage<number>()

/** What PostgreSQL is told, and poolers in transaction mode refuse to be told at the start of a connection. */
export const SETTINGS = {
  statement_timeout: WAITS.statement,
  lock_timeout: WAITS.lock,
  idle_in_transaction_session_timeout: WAITS.idleInTransaction,
}

/** True when the connection string says that a pooler is between us and PostgreSQL, in Prisma's word. */
export function isPooled(connectionString: string): boolean {
  return new URL(connectionString).searchParams.get('pgbouncer') === 'true'
}

/** How every connection is made. */
export function connectionSettings(connectionString = env.DATABASE_URL): ClientConfig {
  const url = new URL(connectionString)
  url.searchParams.delete('pgbouncer')
  return {
    connectionString: url.href,
    connectionTimeoutMillis: WAITS.connection,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'linnet',
    ...(!isPooled(connectionString) && SETTINGS),
  }
}

/** A pool in which no wait lasts for ever, and no connection stays that has stopped answering. */
export function makePool(connectionString = env.DATABASE_URL, more: PoolConfig = {}): Pool {
  const pool = new Pool({ ...connectionSettings(connectionString), max: env.DB_POOL_MAX, idleTimeoutMillis: 30_000, ...more })
  pool.on('connect', (client) => {
    // Between two that use it nobody else listens, and an error that nobody hears ends the process. The next one to use it is told.
    client.on('error', () => {})
    endWhenSilent(client)
  })
  pool.on('error', (error) => log.warn({ err: error }, 'a database connection broke'))
  return pool
}

/**
 * Ends the connection when no answer comes to what was asked of it. pg's own query_timeout gives up only the statement: the next one would
 * wait behind it, a rollback as well.
 */
function endWhenSilent(client: PoolClient): void {
  let late: NodeJS.Timeout | undefined
  client.on('drain', () => clearTimeout(late))
  client.on('end', () => clearTimeout(late))
  client.query = ((...args: unknown[]) => {
    clearTimeout(late)
    // What the pool itself asks comes with a callback and in the context of whoever gave the connection back.
    const granted = typeof args.at(-1) === 'function' ? 0 : (patience.getStore() ?? 0)
    late = setTimeout(() => {
      // What came while the process was busy with other things is read first.
      late = setTimeout(() => void client.end(), GRACE)
    }, Math.max(WAITS.answer, granted) - GRACE)
    return Reflect.apply(Client.prototype.query, client, args)
  }) as typeof client.query
}
