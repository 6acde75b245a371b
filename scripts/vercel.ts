import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run, startProgram, tail } from '@/scripts/children'
import { command } from '@/scripts/lifetime'
import { startEmbedded } from '@/scripts/postgres/embedded'
import { step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'
import { testEnvironment } from '@/scripts/testing/environment'
import { throwAwayFolder } from '@/scripts/testing/folder'
import { askFunctions } from '@/scripts/vercel/functions'
import { problemsOf } from '@/scripts/vercel/output'

/** Vercel's command line, in a version that this was tried with. */
const CLI = 'vercel@60.1.3'

// Builds a copy of this clone as Vercel does, by its own command line and without an account, checks what comes out, and asks it something.
command(async () => {
  const folder = throwAwayFolder()
  const tree = await step('Copying', async () => copyTo(join(folder, 'linnet')))
  const cli = await step('Installing the command line of Vercel', () => install(join(folder, 'cli')))
  const url = await step('Starting PostgreSQL', () => startEmbedded(folder, { command: 'npm run deploy:check', durable: false }))
  const environment = testEnvironment({ DATABASE_URL: url, NODE_ENV: 'production', HOME: folder, VERCEL_TELEMETRY_DISABLED: '1' })
  await step('Building as Vercel does', async () => {
    const { code, output } = await run(cli, ['build', '--prod', '--yes', '--token=none', `--cwd=${tree}`], { env: environment })
    if (code !== 0) throw new Refusal(`Vercel's command line could not build. It said:\n${tail(output, 40)}`)
  })
  const problems = [...problemsOf(tree), ...(await step('Asking what was built', () => askFunctions(tree, environment)))]
  console.log(problems.length === 0 ? '\nIt would run on Vercel.' : `\n${problems.join('\n')}`)
  return problems.length === 0 ? 0 : 1
})

/** What git knows or would add, and the packages; with what links a folder to a project of Vercel's. */
function copyTo(tree: string): string {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  for (const file of stdout.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    cpSync(join(ROOT, file), join(tree, file))
  }
  // Links are faster, and possible on the same disk only.
  const packages = [join(ROOT, 'node_modules'), join(tree, 'node_modules')]
  if (spawnSync('cp', ['-al', ...packages]).status !== 0)
    cpSync(...(packages as [string, string]), { recursive: true, verbatimSymlinks: true })
  mkdirSync(join(tree, '.vercel'))
  const settings = { framework: 'nextjs', nodeVersion: '24.x' }
  writeFileSync(join(tree, '.vercel/project.json'), JSON.stringify({ projectId: 'prj_none', orgId: 'team_none', settings }))
  return tree
}

async function install(folder: string): Promise<string> {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{}')
  const npm = startProgram('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', CLI], { cwd: folder })
  if ((await npm.exited) !== 0) throw new Refusal(`${CLI} could not be installed. npm said:\n${tail(npm.output(), 10)}`)
  return join(folder, 'node_modules/vercel/dist/vc.js')
}
