import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { startSession } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { settled } from '@/lib/later'
import { createTweet } from '@/lib/tweets/commands'
import type { Tweet } from '@/lib/tweets/schema'
import { signUp } from '@/lib/users/commands'

/** Somebody signed up and signed in, and what they signed up with. */
export type Person = Viewer & { email: string; password: string }

/** A password that is good for everybody. */
export const PASSWORD = 'correct horse battery'

/** A username that nobody has. */
export function newUsername(): string {
  return `p_${randomBytes(6).toString('hex')}`
}

/** Somebody new, signed up and signed in by the commands that people use. */
export async function somebody({ username = newUsername(), name }: { username?: string; name?: string } = {}): Promise<Person> {
  const email = `${username.toLowerCase()}@linnet.example`
  const me = await signUp({ username, email, password: PASSWORD, ...(name && { name }) })
  // The mail that greets them is on its way; no other may overtake it.
  await settled()
  return { ...(await signedInAgain(me)), email, password: PASSWORD }
}

/** Somebody new who is a moderator. */
export async function moderator(): Promise<Person> {
  const person = await somebody()
  await db.user.update({ where: { id: person.id }, data: { role: 'moderator' }, select: { id: true } })
  return { ...person, role: 'moderator' }
}

/** So many people. */
export function people(count: number): Promise<Person[]> {
  return Promise.all(Array.from({ length: count }, () => somebody()))
}

/** The same person, signed in once more. */
export async function signedInAgain({ id, username, name }: Pick<Viewer, 'id' | 'username' | 'name'>): Promise<Viewer> {
  const { sessionId } = await startSession(id, { ip: '', userAgent: 'test' })
  return { id, username, name, avatarUrl: null, role: 'member', sessionId }
}

/** A tweet by this person, made by the command that people use. */
export async function tweetBy(author: Viewer, content = 'Hello.', more: { replyToId?: string; quoteId?: string } = {}): Promise<Tweet> {
  const { value } = await createTweet(author, { content, ...more })
  return value
}

/** So many tweets by this person, oldest first. */
export async function tweetsBy(author: Viewer, count: number, more: { replyToId?: string } = {}): Promise<Tweet[]> {
  const tweets: Tweet[] = []
  for (let n = 1; n <= count; n++) tweets.push(await tweetBy(author, `Number ${n}.`, more))
  return tweets
}

/** The file of an image that nobody else has. */
export function pictureFile(width = 60, height = 40): Promise<Buffer> {
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}
