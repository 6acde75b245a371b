import { requireScheduler } from '@/lib/http/cron'
import { routes } from '@/lib/http/route'
import { runJobs } from '@/lib/jobs/commands'

/** As long as most hosts allow. */
export const maxDuration = 60

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: ({ headers }) => {
      requireScheduler(headers)
      return runJobs()
    },
  },
  { fresh: true, nobody: true },
)
