import { env } from '@/lib/env'
import { routes } from '@/lib/http/route'
import { requireSecret } from '@/lib/http/secret'
import { runJobs } from '@/lib/jobs/commands'

/** As long as most hosts allow. */
export const maxDuration = 60

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: ({ headers }) => {
      requireSecret(headers, env.CRON_SECRET, 'Only the scheduler may ask for this, with CRON_SECRET as its Bearer token.')
      return runJobs()
    },
  },
  { fresh: true, nobody: true },
)
