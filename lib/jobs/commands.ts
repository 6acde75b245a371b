import { JOBS, type Job } from '@/lib/jobs/jobs'
import type { JobRun } from '@/lib/jobs/schema'
import { log } from '@/lib/log'

const running = new Map<string, Promise<JobRun>>()

/** Runs every job once, one after another, and answers what each did. One that fails is logged and stops no other. */
export async function runJobs(jobs: Job[] = JOBS): Promise<{ items: JobRun[] }> {
  const items: JobRun[] = []
  for (const job of jobs) items.push(await runJob(job))
  return { items }
}

/** Runs the job, or waits for the run of it that is under way in this process. Logs what it did and never throws. */
export function runJob(job: Job): Promise<JobRun> {
  const run = running.get(job.name) ?? logged(job).finally(() => running.delete(job.name))
  running.set(job.name, run)
  return run
}

/** Waits for the runs that are under way. */
export async function finishJobs(): Promise<void> {
  await Promise.all(running.values())
}

async function logged({ name, run }: Job): Promise<JobRun> {
  const start = performance.now()
  const spent = () => Math.round(performance.now() - start)
  try {
    const done = await run()
    log.info({ job: name, done, ms: spent() }, 'job')
    return { name, done, ms: spent() }
  } catch (error) {
    log.error({ err: error, job: name, ms: spent() }, 'a job failed')
    return { name, done: null, ms: spent() }
  }
}
