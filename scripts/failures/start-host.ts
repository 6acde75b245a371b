import type { TestProject } from 'vitest/node'
import { UploadThingStandIn } from '@/lib/testing/uploadthing'
import { deploy, writableFiles } from '@/scripts/failures/deployment'
import { startHost } from '@/scripts/failures/host'
import { startPooler } from '@/scripts/failures/pooler'
import { ownPostgres } from '@/scripts/failures/postgres'
import { atEnd, closeAll, killAll } from '@/scripts/lifetime'
import { step } from '@/scripts/progress.cjs'
import { buildForTests } from '@/scripts/testing/end-to-end'

/** What the tests on the imitated host must know of it. */
export type Imitated = { address: string; databaseUrl: string; env: Record<string, string>; writable: string[] }

declare module 'vitest' {
  interface ProvidedContext {
    host: Imitated
  }
}

/** What no process may have to say: that it tried to write, that the pooler confused it, or that it failed in a way that nobody minds. */
const WRONG = /.*(EACCES|EROFS|EPERM|prepared statement|uncaughtException|unhandledRejection).*/g

/** Each process answers so many requests before it is killed; the first eight fewer. A process costs as much as sixty requests. */
const REQUESTS = 300

/** Builds the app and starts an imitated serverless host with it, before PostgreSQL, PgBouncer and a stand-in for UploadThing. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  process.once('exit', killAll)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))
  try {
    return await begin(project)
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function begin(project: TestProject): Promise<() => Promise<void>> {
  await buildForTests()
  const { url } = await ownPostgres()
  const env = await environment()
  const deployment = deploy()
  const writable = writableFiles(deployment)
  const pooled = { ...env, DATABASE_URL: await startPooler(url) }
  const host = await step('Starting the imitated host', () => startHost({ deployment, requests: REQUESTS, env: pooled }))
  project.provide('host', { address: host.address, databaseUrl: url, env, writable })
  return async () => {
    host.close()
    tell(host.coldStarts)
    const left = writableFiles(deployment)
    const wrong = host.output().match(WRONG)
    await closeAll()
    if (left.length > 0) throw new Error(`The host's processes left ${left.join(', ')}.`)
    if (wrong) throw new Error(`The host's processes said:\n${wrong.join('\n')}`)
  }
}

async function environment(): Promise<Record<string, string>> {
  const images = new UploadThingStandIn()
  await images.start()
  atEnd(() => images.stop())
  return {
    APP_URL: 'http://localhost:3000',
    CRON_SECRET: 'only-for-the-tests',
    // One person tries everything in the tests of the API, which is more than anybody may.
    RATE_LIMITS: 'signed-in=100000/5m',
    UPLOADTHING_TOKEN: images.token(),
    UPLOADTHING_API_URL: images.url,
    UPLOADTHING_INGEST_URL: images.url,
    // Nobody takes mails there: what is to be done after an answer fails, and is logged.
    SMTP_URL: 'smtp://127.0.0.1:9',
  }
}

function tell(coldStarts: number[]): void {
  const sorted = coldStarts.toSorted((a, b) => a - b)
  const [median, longest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
  console.log(
    `${sorted.length} processes of the imitated host: cold start to first answer ${median} ms in the middle, ${longest} ms at most`,
  )
}
