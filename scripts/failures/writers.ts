import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '@/scripts/children'
import { ask } from '@/scripts/database'
import { type OwnApp, tokenOf } from '@/scripts/failures/app'
import { ROOT } from '@/scripts/settings'
import { testEnvironment } from '@/scripts/testing/environment'

/** A tweet or a like that somebody asks for, again and again with the same key until it is acknowledged. */
type Act = { writer: Writer; key: string; tweetId: string | null; content: string }
type Writer = { token: string; username: string }

/** What was acknowledged: the tweets by the key they were asked for with, and the likes by who and what. */
export type Account = { tweets: Map<string, { id: string; content: string }>; likes: Set<string>; replayed: number }

export type Writers = {
  account: Account
  /** How many acts were neither acknowledged nor refused yet. */
  waiting: () => number
  /** Stops new acts, has what is not acknowledged asked for again, and resolves when everything is. */
  finish: () => Promise<void>
}

/** Has so many people write tweets and like each other's, each as fast as answers come, whatever happens to who answers. */
export async function startWriters(app: OwnApp, count: number, name: string): Promise<Writers> {
  const account: Account = { tweets: new Map(), likes: new Set(), replayed: 0 }
  const pending = new Set<Act>()
  let stopping = false
  let newest: string | null = null
  const write = async (writer: Writer) => {
    for (let n = 0; !stopping; n++) {
      const tweetId = n % 2 === 1 ? newest : null
      const act = { writer, key: randomUUID(), tweetId, content: `${writer.username} says ${n}.` }
      pending.add(act)
      await insist(app, act, account)
      pending.delete(act)
      newest = account.tweets.get(act.key)?.id ?? newest
    }
  }
  const usernames = Array.from({ length: count }, (_, n) => `${name}_${n}`)
  const writers: Writer[] = []
  for (const username of usernames) writers.push({ username, token: await tokenOf(app, username) })
  const work = Promise.all(writers.map(write))
  const finish = async () => {
    stopping = true
    await work
  }
  return { account, waiting: () => pending.size, finish }
}

/** Asks until it is acknowledged. Throws when it is refused: then it was asked wrongly, or done halfway. */
async function insist(app: OwnApp, act: Act, account: Account): Promise<void> {
  const { writer, key, tweetId, content } = act
  const [path, asking] = tweetId
    ? [`/api/tweets/${tweetId}/like`, { method: 'PUT' }]
    : ['/api/tweets', { method: 'POST', json: { content }, headers: { 'Idempotency-Key': key } }]
  for (const until = Date.now() + 40_000; ; await sleep(100)) {
    const told = await app.ask(path, { ...asking, token: writer.token }).catch(() => null)
    if (told && told.status < 300) {
      if (tweetId) account.likes.add(`${writer.username} ${tweetId}`)
      else account.tweets.set(key, { id: JSON.parse(told.text).id, content })
      if (told.headers.has('idempotency-replayed')) account.replayed++
      return
    }
    // A tweet that was acknowledged and then lost can be liked no more; the comparison tells that.
    if (tweetId && told?.status === 404) return
    if ((told && told.status < 500) || Date.now() > until) throw new Error(`${path}: ${told?.status} ${told?.text}`)
  }
}

export type Comparison = { lost: string[]; twice: string[] }

/** What of the acknowledged is not in the database, and what is there more than once. */
export async function compare(url: string, { tweets, likes }: Account, name: string): Promise<Comparison> {
  const rows = await ask<{ id: string; content: string }>(
    url,
    `SELECT t.id, t.content FROM tweets t JOIN users u ON u.id = t.author_id WHERE u.username LIKE $1`,
    [`${name}\\_%`],
  )
  const liked = await ask<{ what: string }>(
    url,
    `SELECT u.username || ' ' || l.tweet_id AS what FROM likes l JOIN users u ON u.id = l.user_id`,
  )
  const kept = new Set([...rows.map(({ id, content }) => `${id} ${content}`), ...liked.map(({ what }) => what)])
  const acknowledged = [...[...tweets.values()].map(({ id, content }) => `${id} ${content}`), ...likes]
  const contents = rows.map(({ content }) => content)
  return {
    lost: acknowledged.filter((what) => !kept.has(what)),
    twice: contents.filter((content, index) => contents.indexOf(content) !== index),
  }
}

/** What the recount of all counters says. */
export async function recount(url: string): Promise<string> {
  const env = testEnvironment({ DATABASE_URL: url })
  const { output } = await run(join(ROOT, 'scripts/recount.ts'), [], { env, nodeArgs: ['--conditions=react-server', '--import', 'tsx'] })
  return output.trim()
}
