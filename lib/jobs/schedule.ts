import { Cron } from 'croner'
import { env } from '@/lib/env'
import { runJob } from '@/lib/jobs/commands'
import { JOBS, type Job } from '@/lib/jobs/jobs'

// Hot reload evaluates this module anew; the timers outlive that.
const shared = globalThis as { linnetJobs?: Cron[] }

/** Runs the jobs in this process from now on, none beside itself, unless LINNET_JOBS says off; once, however often it is called. */
export function startJobs(jobs: Job[] = JOBS): void {
  if (env.LINNET_JOBS === 'off') return
  shared.linnetJobs ??= jobs.map(
    (job) => new Cron(job.every, { timezone: 'UTC', protect: true, unref: true }, async () => void (await runJob(job))),
  )
}

/** Ends what `startJobs` began; a run that is under way comes to its end. */
export function stopJobs(): void {
  for (const timer of shared.linnetJobs ?? []) timer.stop()
  delete shared.linnetJobs
}
