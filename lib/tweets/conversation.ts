import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { notFound } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Page, pageParams, toPage } from '@/lib/page'
import { hydrateAny } from '@/lib/tweets/hydrate'
import { listAncestors } from '@/lib/tweets/queries'
import type { DeletedTweet, Thread, Tweet } from '@/lib/tweets/schema'
import { unblockedSql } from '@/lib/users/visibility'
import { parse, parseId } from '@/lib/validate'

/** A reply with the beginning of what was answered to it; `more` says that not all of it is here. */
export type Branch = { tweet: Tweet | DeletedTweet; replies: Branch[]; more: boolean }

/** A thread as a page shows it: `earlier` says that the chain above is longer than what is here. A deleted tweet has one while it has answers. */
export type Conversation = { ancestors: Thread['ancestors']; earlier: boolean; tweet: Tweet | DeletedTweet; branches: Page<Branch> }

/** How far below a direct reply one looks, and how many answers of each. */
const DEPTH = 2
const BREADTH = 3

/**
 * The tweet, the chain above it, and a page of its replies, each with the beginning of its own branch. Throws `validation_failed`, and
 * `not_found` also for a deleted tweet that nobody answered.
 */
export async function getConversation(viewer: Viewer | null, id: unknown, query: unknown): Promise<Conversation> {
  const { limit, cursor } = parse(pageParams, query)
  const { tweet, replyToId, conversationId } = await getHead(viewer, id)
  const ancestors = await listAncestors(viewer, replyToId)
  const [first] = ancestors
  const earlier = first !== undefined && ('deleted' in first || first.replyTo !== null) && first.id !== conversationId
  const page = toPage(await branchRoots(viewer, tweet.id, limit, cursor), limit)
  const rows = await descendantsOf(
    viewer,
    page.items.map((row) => row.id),
  )
  const views = await hydrateAny(
    viewer,
    [...page.items, ...rows].map((row) => row.id),
  )
  return { ancestors, earlier, tweet, branches: { items: grow(views, rows, page.items), nextCursor: page.nextCursor } }
}

/** The tweet that a conversation is shown around, or its place, and where it stands. Throws `not_found` as `getConversation` does. */
export async function getHead(viewer: Viewer | null, tweetId: unknown) {
  const id = parseId(tweetId, 'tweet')
  const row = await db.tweet.findUnique({
    where: { id, OR: [{ deletedAt: null }, { repliesCount: { gt: 0 } }] },
    select: { deletedAt: true, replyToId: true, conversationId: true },
  })
  const [tweet] = row ? await hydrateAny(viewer, [id]) : []
  const hidden = tweet && 'deleted' in tweet && row?.deletedAt === null
  if (!row || !tweet || hidden) throw notFound('tweet')
  return { tweet, replyToId: row.replyToId, conversationId: row.conversationId }
}

type Row = { id: string; parentId: string }

/** Replies that are there, and deleted ones that somebody answered. */
function shown(viewer: Viewer | null, table: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    (${table}.deleted_at IS NULL AND ${unblockedSql(viewer, Prisma.sql`${table}.author_id`)})
    OR (${table}.deleted_at IS NOT NULL AND ${table}.replies_count > 0))`
}

function branchRoots(viewer: Viewer | null, parentId: string, limit: number, cursor: string | undefined): Promise<{ id: string }[]> {
  return db.$queryRaw`
    SELECT t.id FROM tweets t
    WHERE t.reply_to_id = ${parentId}::uuid AND ${shown(viewer, Prisma.sql`t`)} ${cursor ? Prisma.sql`AND t.id > ${cursor}::uuid` : Prisma.empty}
    ORDER BY t.id LIMIT ${limit + 1}`
}

/** At most BREADTH + 1 replies to each, so that one more than is shown tells that there is more. */
async function descendantsOf(viewer: Viewer | null, ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  return db.$queryRaw`
    WITH RECURSIVE tree AS (
      SELECT id, NULL::uuid AS parent_id, 0 AS depth FROM tweets WHERE id = ANY (${ids}::uuid[])
      UNION ALL
      SELECT reply.id, tree.id, tree.depth + 1 FROM tree, LATERAL (
        SELECT t.id FROM tweets t WHERE t.reply_to_id = tree.id AND ${shown(viewer, Prisma.sql`t`)} ORDER BY t.id LIMIT ${BREADTH + 1}
      ) reply WHERE tree.depth <= ${DEPTH}
    )
    SELECT id, parent_id AS "parentId" FROM tree WHERE depth > 0 ORDER BY id`
}

function grow(views: (Tweet | DeletedTweet)[], rows: Row[], roots: { id: string }[]): Branch[] {
  const tweets = new Map(views.map((view) => [view.id, view]))
  const children = new Map<string, string[]>()
  for (const { id, parentId } of rows) children.set(parentId, [...(children.get(parentId) ?? []), id])
  const branch = (id: string, depth: number): Branch[] => {
    const tweet = tweets.get(id)
    const below = children.get(id) ?? []
    const kept = depth < DEPTH ? below.slice(0, BREADTH) : []
    return tweet ? [{ tweet, replies: kept.flatMap((child) => branch(child, depth + 1)), more: below.length > kept.length }] : []
  }
  return roots.flatMap(({ id }) => branch(id, 0))
}
