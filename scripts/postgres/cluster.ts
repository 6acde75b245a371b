import { spawn } from 'node:child_process'
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tail } from '@/scripts/children'
import { atEnd } from '@/scripts/lifetime'
import type { Home } from '@/scripts/postgres/home'
import { Refusal } from '@/scripts/refusal'

/** The role and the database that the application uses. The superuser has no password and no way in. */
export const NAME = 'linnet'

const ACCESS = `# Linnet's own role, from this machine, with its password; nobody else.
host all ${NAME} 127.0.0.1/32 scram-sha-256
`

/** Makes an empty cluster with Linnet's role and database, whole or not at all. */
export async function createCluster(home: Home, binaries: string, password: string, { durable }: { durable: boolean }): Promise<void> {
  if (existsSync(home.cluster)) return
  const draft = `${home.cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  const options = [
    '--username=postgres',
    '--auth=reject',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  await runAs(home, join(binaries, 'initdb'), [`--pgdata=${draft}`, ...options, ...(durable ? [] : ['--no-sync'])])
  const role = `CREATE ROLE ${NAME} LOGIN CREATEDB PASSWORD '${password}';\nCREATE DATABASE ${NAME} OWNER ${NAME};\n`
  await runAs(home, join(binaries, 'postgres'), ['--single', '-D', draft, ...(durable ? [] : ['-F']), 'postgres'], role)
  // Written over initdb's file, so that it keeps its owner.
  writeFileSync(join(draft, 'pg_hba.conf'), ACCESS)
  renameSync(draft, home.cluster)
}

function runAs(home: Home, program: string, args: string[], input = ''): Promise<void> {
  const child = spawn(program, args, { ...home.account, cwd: home.folder, detached: true, env: { ...process.env, LC_ALL: 'C' } })
  const stop = () => void child.kill('SIGKILL')
  const forget = atEnd(stop, stop)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Refusal(`PostgreSQL could not be run: ${error.message}.`)))
    child.on('close', (code) => {
      forget()
      // PostgreSQL in single-user mode ends well whatever became of its statements.
      if (code === 0 && !/^.*(ERROR|FATAL|PANIC): /m.test(output)) resolve()
      else reject(new Refusal(`The database could not be made. PostgreSQL said:\n${tail(output, 10)}`))
    })
  })
}
