import { z } from 'zod'

export const jobRunView = z
  .object({
    name: z.string(),
    outcome: z.enum(['done', 'failed', 'elsewhere']).meta({ description: '`elsewhere`: another process is at it.' }),
    done: z.int().nullable(),
    ms: z.int(),
  })
  .meta({ id: 'JobRun', description: 'What one job did: how many things it removed or set right, or null unless it was done.' })

export const jobRunsView = z.object({ items: z.array(jobRunView) }).meta({ id: 'JobRuns' })

export type JobRun = z.output<typeof jobRunView>
