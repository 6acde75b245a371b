import { z } from 'zod'

export const sessionView = z
  .object({
    id: z.uuid(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
    userAgent: z.string().nullable(),
    ip: z.string().nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'Session', description: 'One sign-in. lastUsedAt moves at most once a minute; current is the one that asks.' })

export type Session = z.output<typeof sessionView>
