import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { connect } from '@/scripts/backup/connection'
import { makeDatabase } from '@/scripts/database'
import { allMigrations, applyMigration } from '@/scripts/migration'
import { codeOf } from '@/scripts/refusal'

/** The last migration of the previous release. Nothing was released yet: what came before there were moderators counts as that. */
const LAST_MIGRATION = '20261123120000_email_tokens'

/** The migrations that came since the previous release, oldest first. */
export const SINCE = allMigrations().filter((name) => name > LAST_MIGRATION)

/** Makes a database as the previous release has it, with a hundred thousand rows and every stored count right. */
export async function makePrevious(url: string): Promise<void> {
  await makeDatabase(url)
  const client = await connect(url)
  for (const name of allMigrations().filter((one) => one <= LAST_MIGRATION)) await applyMigration(client, name)
  await client.query(`
    INSERT INTO users (id, username, username_key, email, password_hash, name, tweets_count)
      SELECT gen_random_uuid(), 'p' || n, 'p' || n, n || '@linnet.example', '$argon2id$none', 'P', 10 FROM generate_series(100, 5099) AS n;
    INSERT INTO tweets (id, author_id, content, conversation_id, likes_count)
      SELECT id, author, 'Hello.', id, likes
      FROM (SELECT gen_random_uuid() AS id, u.id AS author, (n < 10)::int AS likes FROM users u, generate_series(1, 10) AS n) AS t;
    INSERT INTO likes (id, user_id, tweet_id) SELECT gen_random_uuid(), author_id, id FROM tweets WHERE likes_count = 1;
    ANALYZE`)
  await client.end()
}

/** What was asked for, and which of it failed or took how long. */
export type Requests = { done: number; failed: string[]; slowestMs: number; stop: () => Promise<void> }

/**
 * Has so many people read and write as fast as answers come, in the statements of the previous release, each request in a transaction,
 * with the pool and so the limits of the app.
 */
export async function startRequests(pool: Pool, count: number): Promise<Requests> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM users LIMIT 500')
  const someone = () => rows[Math.floor(Math.random() * rows.length)]?.id ?? ''
  let stopping = false
  const requests: Requests = { done: 0, failed: [], slowestMs: 0, stop: async () => {} }
  const ask = async (n: number) => {
    const begun = performance.now()
    const kind = KINDS[n % KINDS.length] ?? readProfile
    await inTransaction(pool, (client) => kind(client, someone(), someone())).then(
      () => requests.done++,
      (error) => requests.failed.push(`${kind.name}: ${error.message}`),
    )
    requests.slowestMs = Math.max(requests.slowestMs, Math.round(performance.now() - begun))
  }
  const work = Promise.all(
    Array.from({ length: count }, async (_, place) => {
      for (let n = place; !stopping; n++) await ask(n)
    }),
  )
  requests.stop = async () => {
    stopping = true
    await work
  }
  return requests
}

/** Once more after a deadlock, as the app does. */
async function inTransaction(pool: Pool, work: (client: PoolClient) => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      await work(client)
      await client.query('COMMIT')
      return
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {})
      if (attempt >= 4 || codeOf(error) !== '40P01') throw error
    } finally {
      client.release()
    }
  }
}

type Kind = (client: PoolClient, me: string, them: string) => Promise<unknown>

const KINDS: Kind[] = [signUp, tweet, like, follow, readProfile]

async function signUp(client: PoolClient): Promise<void> {
  const [id, name] = [randomUUID(), `n${Math.random().toString(36).slice(2, 14)}`]
  const sql = 'INSERT INTO users (id, username, username_key, email, password_hash, name) VALUES ($1, $2, $2, $3, $4, $2)'
  await client.query(sql, [id, name, `${name}@linnet.example`, '$argon2id$none'])
  await client.query('INSERT INTO sessions (id, user_id) VALUES ($1, $2)', [randomUUID(), id])
}

async function tweet(client: PoolClient, me: string): Promise<void> {
  const sql = 'INSERT INTO tweets (id, author_id, content, conversation_id) VALUES ($1, $2, $3, $1)'
  await client.query(sql, [randomUUID(), me, 'Written meanwhile.'])
  await client.query('UPDATE users SET tweets_count = tweets_count + 1 WHERE id = $1', [me])
}

async function like(client: PoolClient, me: string, them: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM tweets WHERE author_id = $1 AND deleted_at IS NULL LIMIT 1', [them])
  const sql = 'INSERT INTO likes (id, user_id, tweet_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'
  const { rowCount } = await client.query(sql, [randomUUID(), me, rows[0]?.id])
  if (rowCount) await client.query('UPDATE tweets SET likes_count = likes_count + 1 WHERE id = $1', [rows[0]?.id])
}

async function follow(client: PoolClient, me: string, them: string): Promise<void> {
  if (me === them) return
  const sql = 'INSERT INTO follows (id, follower_id, following_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'
  const { rowCount } = await client.query(sql, [randomUUID(), me, them])
  if (!rowCount) return
  // In the order of their ids, so that two who follow each other do not wait for each other.
  for (const id of [me, them].toSorted()) {
    const column = id === me ? 'following_count' : 'followers_count'
    await client.query(`UPDATE users SET ${column} = ${column} + 1 WHERE id = $1`, [id])
  }
}

async function readProfile(client: PoolClient, _: string, them: string): Promise<void> {
  await client.query('SELECT username, name, bio, avatar_url, tweets_count, followers_count FROM users WHERE id = $1', [them])
  await client.query('SELECT id, content, likes_count FROM tweets WHERE author_id = $1 AND deleted_at IS NULL ORDER BY id DESC LIMIT 20', [
    them,
  ])
}
