import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, QueryConfig, QueryResult } from 'pg'
import type { PrismaClient } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'
import { isPooled, makePool } from '@/lib/pool'
import { type RequestContext, requestContext } from '@/lib/request'

// Who may be shown what is up to a second old is answered by a replica. How far one is behind is told by places in the log of what was written
// (LSNs) and not by times: one that has everything is up to date, however long ago the last write was.

/** How often each is asked how far it is. */
const EVERY_MS = 250
/** For an answer to that. */
const PROMPT_MS = 500
/** A replica is used while it is known to have all that was committed this long ago: less than KEPT_MS of lib/moment.ts, on which that relies. */
export const FRESH_MS = 800
/** For an answer of a replica, before the primary is asked the same. */
const ANSWER_MS = 1_500

/** How far a database is in its log, and which database that is; null where it only writes. */
type Place = { lsn: number | null; database: string }
/** The same of the primary, at a time of this process. */
type Head = Place & { at: number }
type Replica = { name: string; pool: Pool; watch: Pool; isPooled: boolean; freshAt: number; isUsed: boolean }

const DATABASE = `(pg_control_system()).system_identifier || ' ' || current_database() AS database`
const WRITTEN = `SELECT pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::float8 AS lsn, ${DATABASE}`
const REPLAYED = `SELECT pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() END, '0/0')::float8 AS lsn, ${DATABASE}`

/** Replicas of a primary: a pool that asks them where it may, and how many of them are used. */
export type Replicas = { pool: Pool; count: () => { used: number; all: number }; close: () => Promise<void> }

/**
 * The primary's pool, but that a request which may be shown what is up to a second old reads from a replica, the same one all along. What else it
 * asks, transactions too, is asked of the primary, and from then on everything. What a replica cannot answer the primary is asked. Nothing is
 * connected before something is asked.
 */
export function openReplicas(primary: Pool, primaryUrl: string, urls: string[]): Replicas {
  const watch = makePool(primaryUrl, { max: 1 })
  const replicas = urls.map(replicaAt)
  let stop: AbortController | undefined
  const used = () => {
    stop ??= watchAll(watch, replicas)
    return replicas.filter(isFresh)
  }
  const chosen = new WeakMap<RequestContext, Replica>()
  let turn = 0
  const choose = (context: RequestContext): Replica | undefined => {
    const [all, before] = [used(), chosen.get(context)]
    const replica = before && all.includes(before) ? before : all[turn++ % all.length]
    if (replica) chosen.set(context, replica)
    return replica
  }
  const count = () => ({ used: used().length, all: replicas.length })
  const close = async () => {
    stop?.abort()
    await Promise.all([watch, ...replicas.flatMap(({ pool, watch }) => [pool, watch])].map((pool) => pool.end()))
  }
  return { pool: routed(primary, choose), count, close }
}

/**
 * A client that is `settled`, which reads from replicas, for requests that may, and `primary` for all else. It takes two: Prisma looks up together
 * what several requests want by id at the same time.
 */
export function eitherClient(primary: PrismaClient, settled: PrismaClient, close: () => Promise<void>): PrismaClient {
  const disconnect = () => Promise.all([close(), primary.$disconnect()])
  return new Proxy(primary, {
    get: (_, name) => {
      if (name === '$disconnect') return disconnect
      const client = requestContext.getStore()?.settled ? settled : primary
      const value = Reflect.get(client, name, client)
      return typeof value === 'function' ? value.bind(client) : value
    },
  })
}

function replicaAt(url: string): Replica {
  // One that has become a primary still takes no write from us; poolers refuse to be told.
  const readOnly = isPooled(url) ? {} : { options: '-c default_transaction_read_only=on' }
  const [pool, watch] = [makePool(url, readOnly), makePool(url, { max: 1 })]
  return { name: new URL(url).host, pool, watch, isPooled: isPooled(url), freshAt: -Infinity, isUsed: false }
}

function isFresh({ freshAt }: Replica): boolean {
  return performance.now() - freshAt < FRESH_MS
}

/** The primary's pool with a way to replicas. */
function routed(primary: Pool, choose: (context: RequestContext) => Replica | undefined): Pool {
  const query = (...args: [QueryConfig | string]) => {
    const context = requestContext.getStore()
    if (!context?.settled) return primary.query(...args)
    // Whoever writes must see it.
    context.settled = isRead(args[0])
    const replica = context.settled ? choose(context) : undefined
    return replica ? ask(replica, primary, args) : primary.query(...args)
  }
  const connect = (...args: []) => {
    const context = requestContext.getStore()
    if (context) context.settled = false
    return primary.connect(...args)
  }
  return new Proxy(primary, {
    get: (pool, name) => {
      if (name === 'query') return query
      if (name === 'connect') return connect
      const value = Reflect.get(pool, name, pool)
      return typeof value === 'function' ? value.bind(pool) : value
    },
  })
}

const READS = /^\s*(SELECT|WITH|EXPLAIN)\b/i

/** What writes, locks, or asks of the moment what only the primary knows. Where this overlooks something the replica refuses it, and the primary is asked. */
const MORE = /\b(INSERT|UPDATE|DELETE|MERGE|FOR\s+(NO\s+KEY\s+|KEY\s+)?(UPDATE|SHARE)|nextval|set_config|pg_\w*(xact|snapshot|lock)\w*)\b/i

/** Whether the statement does nothing but read. */
export function isRead(statement: QueryConfig | string): boolean {
  const text = typeof statement === 'string' ? statement : statement.text
  return READS.test(text) && !MORE.test(text)
}

async function ask(replica: Replica, primary: Pool, args: [QueryConfig | string]): Promise<QueryResult> {
  try {
    return await within(ANSWER_MS, replica.pool.query(...(replica.isPooled ? withoutName(args) : args)))
  } catch (error) {
    // What PostgreSQL itself says is about the statement; its codes have digits.
    const isGone = !(error instanceof Late) && !/\d/.test((error as { code?: string }).code ?? '')
    if (isGone) replica.freshAt = -Infinity
    tell(replica, String(error))
    return primary.query(...args)
  }
}

function withoutName([statement, ...rest]: [QueryConfig | string]): [QueryConfig | string] {
  if (typeof statement === 'string') return [statement, ...rest]
  const { name: _, ...unnamed } = statement
  return [unnamed, ...rest]
}

/** Asks all of them again and again how far they are, none waiting for another. */
function watchAll(primary: Pool, replicas: Replica[]): AbortController {
  const stop = new AbortController()
  let heads: Head[] = []
  const look = async () => {
    const at = performance.now()
    const head = await placeOf(primary, WRITTEN)
    heads = [...heads.filter((earlier) => at - earlier.at < FRESH_MS), { at, ...head }]
  }
  // Then the replicas are too old soon, and what is asked of the primary says so.
  void repeat(stop.signal, () => look().catch(() => {}))
  for (const replica of replicas) {
    const compare = async () => {
      const { lsn, database } = await placeOf(replica.watch, REPLAYED)
      if (lsn === null) throw new Error('It is not a replica.')
      const had = heads.filter((head) => head.database === database && head.lsn !== null && head.lsn <= lsn)
      replica.freshAt = had.at(-1)?.at ?? replica.freshAt
    }
    void repeat(stop.signal, async () => tell(replica, await compare().then(() => 'It lags, or is of another database.', String)))
  }
  return stop
}

async function repeat(stop: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!stop.aborted) {
    await work()
    await sleep(EVERY_MS, undefined, { ref: false })
  }
}

async function placeOf(watch: Pool, sql: string): Promise<Place> {
  const { rows } = await within(PROMPT_MS, watch.query<Place>(sql))
  return rows[0] as Place
}

/** Says in the log when a replica begins to be used, and when it is left out. */
function tell(replica: Replica, why: string): void {
  const isUsed = isFresh(replica)
  if (isUsed === replica.isUsed) return
  replica.isUsed = isUsed
  if (isUsed) log.info({ replica: replica.name }, 'a replica is used')
  else log.warn({ replica: replica.name, why }, 'a replica is left out')
}

class Late extends Error {
  override message = 'No answer came in time.'
}

async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late()), milliseconds)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
