import { z } from 'zod'

export const jobRunView = z
  .object({
    name: z.string(),
    done: z.int().nullable(),
    ms: z.int(),
  })
  .meta({ id: 'JobRun', description: 'What one job did: how many things it removed, or null when it failed, of which the log tells more.' })

export const jobRunsView = z.object({ items: z.array(jobRunView) }).meta({ id: 'JobRuns' })

export type JobRun = z.output<typeof jobRunView>
