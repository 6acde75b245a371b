import { randomBytes } from 'node:crypto'
import { nextRefreshTokens, sha256 } from '@/lib/auth/key'
import { ACCESS_TOKEN_SECONDS, SESSION_IDLE_SECONDS, SESSION_MAX_SECONDS, type Subject, signToken } from '@/lib/auth/token'
import type { Viewer } from '@/lib/auth/viewer'
import { type Db, db, noteWrite, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { newId } from '@/lib/id'
import { look } from '@/lib/moment'
import { requestContext } from '@/lib/request'
import { toUserSummaryView } from '@/lib/users/view'

/** Where a request came from, as far as it can be known. */
export type Client = { ip: string; userAgent: string }

/** What the token endpoint answers (RFC 6749 §5.1). */
export type TokenPair = { access_token: string; token_type: 'Bearer'; expires_in: number; refresh_token: string; scope: string }

/** How long a used refresh token still gives the same successor, for a lost answer or two tabs. */
const GRACE_MS = 30_000

/** Signs the person in: a session that lasts until it is ended, lies idle for 30 days, or is 90 days old. */
export async function startSession(userId: string, client: Client): Promise<Subject> {
  const session = await db.session.create({
    data: { userId, ip: client.ip.slice(0, 64), userAgent: client.userAgent.slice(0, 250) },
    select: { id: true },
  })
  await noteWrite()
  return { userId, sessionId: session.id }
}

/**
 * The same for somebody whose password was checked against this hash. Null when it was changed meanwhile or they
 * were suspended, both of which end what began before.
 */
export async function startSessionOf(user: { id: string; passwordHash: string }, client: Client): Promise<Subject | null> {
  const sessionId = newId()
  // Waits for a change of the password or a suspension that is under way; one that comes later finds this session and ends it.
  const started = await db.$executeRaw`
    INSERT INTO sessions (id, user_id, ip, user_agent) SELECT ${sessionId}::uuid, id, ${client.ip.slice(0, 64)}, ${client.userAgent.slice(0, 250)}
    FROM users WHERE id = ${user.id}::uuid AND password_hash = ${user.passwordHash} AND suspended_at IS NULL FOR SHARE`
  await noteWrite()
  return started === 1 ? { userId: user.id, sessionId } : null
}

/** The person whom the token names, if the session behind it still lives. */
export async function findViewer({ userId, sessionId }: Subject): Promise<Viewer | null> {
  const { moment, session } = await look(sessionId)
  const context = requestContext.getStore()
  if (context) context.moment = moment
  if (!session || session.userId !== userId || !isAlive(session)) return null
  if (Date.now() - session.lastUsedAt.getTime() > 60_000) {
    await db.session.updateMany({ where: { id: sessionId }, data: { lastUsedAt: new Date() } })
  }
  return { ...toUserSummaryView({ ...session, id: userId }), role: session.role, sessionId }
}

/** Ends one session: its cookie, access tokens and refresh tokens are void from the next request on. Idempotent. */
export async function endSession(sessionId: string): Promise<void> {
  await transaction((tx) => tx.session.deleteMany({ where: { id: sessionId } }))
}

/** The first pair of tokens of a session. Throws `not_found` when that was ended meanwhile. */
export async function issueTokens(subject: Subject): Promise<TokenPair> {
  const refreshToken = randomBytes(32).toString('base64url')
  await transaction((tx) => tx.refreshToken.create({ data: { hash: sha256(refreshToken), sessionId: subject.sessionId } }))
  return toTokenPair(subject, refreshToken)
}

/**
 * A new pair for a refresh token, or null when it is not good. Each token is good once; within 30 seconds of its use it gives
 * the same successor again, later the whole session ends (RFC 9700 §4.14).
 */
export async function rotateTokens(refreshToken: string): Promise<TokenPair | null> {
  const hash = sha256(refreshToken)
  const granted = await transaction(async (tx) => {
    // The session before its token, in the order in which ending it takes them.
    await tx.$queryRaw`
      SELECT id FROM sessions WHERE id = (SELECT session_id FROM refresh_tokens WHERE hash = ${hash}) FOR NO KEY UPDATE`
    const used = await tx.refreshToken.updateMany({ where: { hash, usedAt: null }, data: { usedAt: new Date() } })
    const row = await tx.refreshToken.findUnique({
      where: { hash },
      select: { usedAt: true, session: { select: { id: true, userId: true, createdAt: true, lastUsedAt: true } } },
    })
    if (!row) return null
    const { session, usedAt } = row
    const replayed = used.count === 0 && Date.now() - (usedAt?.getTime() ?? 0) > GRACE_MS
    if (replayed || !isAlive(session)) {
      await tx.session.deleteMany({ where: { id: session.id } })
      return null
    }
    const successors = nextRefreshTokens(refreshToken)
    const successor = used.count === 1 ? await giveSuccessor(tx, session.id, successors) : await givenSuccessor(tx, session.id, successors)
    return successor === null ? null : { subject: { userId: session.userId, sessionId: session.id }, successor }
  }).catch(nullWhereGone)
  return granted && toTokenPair(granted.subject, granted.successor)
}

/** The session that the refresh token, used or not, belongs to, or null. */
export async function findSessionId(refreshToken: string): Promise<string | null> {
  const row = await db.refreshToken.findUnique({ where: { hash: sha256(refreshToken) }, select: { sessionId: true } })
  return row?.sessionId ?? null
}

/** The session was ended meanwhile. */
function nullWhereGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null
  throw error
}

async function giveSuccessor(tx: Db, sessionId: string, [successor = '']: string[]): Promise<string> {
  await tx.refreshToken.create({ data: { hash: sha256(successor), sessionId } })
  await tx.session.update({ where: { id: sessionId }, data: { lastUsedAt: new Date() } })
  return successor
}

/** The one of the successors that was given; AUTH_SECRET may have changed since, so that another comes first now. */
async function givenSuccessor(tx: Db, sessionId: string, successors: string[]): Promise<string | null> {
  const rows = await tx.refreshToken.findMany({ where: { sessionId, hash: { in: successors.map(sha256) } }, select: { hash: true } })
  return successors.find((token) => rows.some(({ hash }) => Buffer.from(sha256(token)).equals(hash))) ?? null
}

function isAlive({ createdAt, lastUsedAt }: { createdAt: Date; lastUsedAt: Date }): boolean {
  const now = Date.now()
  return now - createdAt.getTime() < SESSION_MAX_SECONDS * 1000 && now - lastUsedAt.getTime() < SESSION_IDLE_SECONDS * 1000
}

async function toTokenPair(subject: Subject, refreshToken: string): Promise<TokenPair> {
  return {
    access_token: await signToken('access', subject),
    token_type: 'Bearer',
    expires_in: ACCESS_TOKEN_SECONDS,
    refresh_token: refreshToken,
    scope: '',
  }
}
