import { JOBS, type Job } from '@/lib/jobs/jobs'
import type { JobRun } from '@/lib/jobs/schema'
import { inTurn } from '@/lib/jobs/turn'
import { log } from '@/lib/log'
import { metrics } from '@/lib/metrics'

/** For how long one run begins new work: less than the minute between two, and all of them together less than hosts let a request last. */
const ONE_MS = 20_000
const ALL_MS = 40_000

const running = new Map<string, Promise<JobRun>>()

/** Runs every job once, one after another, and answers what each did. One that fails is logged and stops no other. */
export async function runJobs(jobs: Job[] = JOBS): Promise<{ items: JobRun[] }> {
  const items: JobRun[] = []
  for (const job of jobs) items.push(await runJob(job, ALL_MS / jobs.length))
  return { items }
}

/**
 * Runs the job unless another process is at it, or waits for the run of it that is under way in this one. It begins nothing new after so
 * many milliseconds; what is left is for the next run. Logs what it did and never throws.
 */
export function runJob(job: Job, milliseconds = ONE_MS): Promise<JobRun> {
  const run = running.get(job.name) ?? logged(job, milliseconds).finally(() => running.delete(job.name))
  running.set(job.name, run)
  return run
}

/** Waits for the runs that are under way. */
export async function finishJobs(): Promise<void> {
  await Promise.all(running.values())
}

async function logged(job: Job, milliseconds: number): Promise<JobRun> {
  const { name } = job
  const start = performance.now()
  const until = Date.now() + milliseconds
  const spent = () => Math.round(performance.now() - start)
  try {
    const done = await inTurn(name, () => job.run(() => Date.now() >= until))
    const run: JobRun = { name, outcome: done === null ? 'elsewhere' : 'done', done, ms: spent() }
    log.info({ job: name, outcome: run.outcome, done, ms: run.ms }, 'job')
    return counted(run)
  } catch (error) {
    log.error({ err: error, job: name, ms: spent() }, 'a job failed')
    return counted({ name, outcome: 'failed', done: null, ms: spent() })
  }
}

function counted(run: JobRun): JobRun {
  metrics.jobs.inc({ job: run.name, outcome: run.outcome })
  if (run.outcome !== 'elsewhere') metrics.jobDurations.observe({ job: run.name }, run.ms / 1_000)
  return run
}
