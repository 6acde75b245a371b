import { z } from 'zod'
import { pageParams } from '@/lib/page'
import { text } from '@/lib/text'
import { deletedTweetView, tweetView } from '@/lib/tweets/schema'
import { userSummaryView } from '@/lib/users/schema'

/** Why something is reported. */
export const REASONS = ['spam', 'harassment', 'violence', 'illegal', 'impersonation', 'other'] as const

/** What a moderator can do about a report: nothing, remove the tweet, or suspend the person. */
export const ACTIONS = ['dismiss', 'remove', 'suspend'] as const

/** What is told with a report or a resolution, beyond the choice. */
export const note = text('note', 1_000).optional()

const ABOUT_ONE = 'Name either tweetId or username: what the report is about.'

export const reportInput = z
  .strictObject({
    tweetId: z
      .uuid({ error: 'tweetId must be the id of a tweet.' })
      .transform((id) => id.toLowerCase())
      .meta({ type: 'string', format: 'uuid' })
      .optional(),
    username: z.string({ error: 'username must be text.' }).optional(),
    reason: z.enum(REASONS, { error: `reason must be one of ${REASONS.join(', ')}.` }),
    note,
  })
  .refine(({ tweetId, username }) => (tweetId === undefined) !== (username === undefined), {
    error: ABOUT_ONE,
    path: ['tweetId'],
    params: { code: 'one_subject' },
  })
  .meta({ id: 'ReportInput', description: `${ABOUT_ONE} While a report is open, another about the same changes it.` })

export const resolutionInput = z
  .strictObject({ action: z.enum(ACTIONS, { error: `action must be one of ${ACTIONS.join(', ')}.` }), note })
  .meta({
    id: 'ResolutionInput',
    description:
      '`remove` takes the tweet away and resolves every report about it, `suspend` the person and every report about them. The note is kept in the log.',
  })

export const reportsParams = pageParams.extend({
  status: z.enum(['open', 'resolved'], { error: 'status must be open or resolved.' }).default('open'),
})

export const reportView = z
  .object({
    id: z.uuid(),
    createdAt: z.iso.datetime(),
    reason: z.enum(REASONS),
    note: z.string().nullable(),
    reporter: userSummaryView,
    user: userSummaryView,
    tweet: z.union([tweetView, deletedTweetView]).nullable(),
    resolution: z.enum(ACTIONS).nullable(),
    resolvedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Report', description: 'tweet is null in a report about the person.' })

export type Report = z.output<typeof reportView>
