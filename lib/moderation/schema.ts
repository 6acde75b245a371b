import { z } from 'zod'
import { note } from '@/lib/reports/schema'
import { userSummaryView } from '@/lib/users/schema'

export const suspensionInput = z.strictObject({ note }).meta({ id: 'SuspensionInput', description: 'The note is kept in the log.' })

export const suspensionView = z
  .object({ user: userSummaryView, suspendedAt: z.iso.datetime().nullable() })
  .meta({ id: 'Suspension', description: 'suspendedAt is null for somebody who is not suspended.' })

export const auditEntryView = z
  .object({
    id: z.uuid(),
    createdAt: z.iso.datetime(),
    actor: z.string().meta({ description: "A moderator's username, or `admin` for the command line." }),
    action: z.enum(['dismiss', 'remove_tweet', 'suspend', 'restore', 'delete_account', 'make_moderator', 'make_member', 'reset_password']),
    subject: z.string().meta({ example: '@ada' }),
    note: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' })

export type Suspension = z.output<typeof suspensionView>
export type AuditEntry = z.output<typeof auditEntryView>
