import type { TestProject } from 'vitest/node'
import { closeAll, killAll } from '@/scripts/lifetime'
import { migrate } from '@/scripts/migrations'
import { startEmbedded } from '@/scripts/postgres/embedded'
import { throwAwayFolder } from '@/scripts/testing/folder'

declare module 'vitest' {
  interface ProvidedContext {
    /** The connection string of a migrated, empty database that every test file copies. */
    templateUrl: string
  }
}

/** Starts one throw-away PostgreSQL for the run and migrates the database that every test file gets a copy of. */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  process.once('exit', killAll)
  // Vitest minds Ctrl-C; these two would end it with the database still running.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))
  const url = await startEmbedded(throwAwayFolder(), { command: 'the tests', durable: false })
  await migrate(url)
  project.provide('templateUrl', url)
  return closeAll
}
