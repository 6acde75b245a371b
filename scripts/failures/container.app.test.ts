import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Child, startProgram } from '@/scripts/children'
import { tokenOf } from '@/scripts/failures/app'
import { type Deployment, deploy, writableFiles } from '@/scripts/failures/deployment'
import { ownPostgres } from '@/scripts/failures/postgres'
import { closeAll } from '@/scripts/lifetime'
import { freePort } from '@/scripts/ports'
import { ROOT } from '@/scripts/settings'
import { TEST_SECRET } from '@/scripts/testing/environment'

/** The last stage of the Dockerfile, which is what runs. */
const [, stage = ''] = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
  .replaceAll(/\\\n\s*/g, '')
  .split(/^FROM .* AS app\n/m)
const [program, ...args] = JSON.parse(/^CMD (.*)$/m.exec(stage)?.[1] ?? '') as [string, ...string[]]
const check = JSON.parse(/^HEALTHCHECK .*?CMD (.*)$/m.exec(stage)?.[1] ?? '') as string[]
const variables = Object.fromEntries(
  [...(/^ENV (.*)$/m.exec(stage)?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
)

let deployment: Deployment
let data: string
let address: string
let container: Child
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  const { url } = await ownPostgres()
  deployment = deploy()
  data = join(deployment.temporary, 'data')
  mkdirSync(data)
  if (deployment.account) chownSync(data, deployment.account.uid, deployment.account.gid)
  const port = String(await freePort())
  address = `http://localhost:${port}`
  const ours = { PORT: port, LINNET_DATA_DIR: data, DATABASE_URL: url, AUTH_SECRET: TEST_SECRET, APP_URL: address, LOG_LEVEL: 'warn' }
  env = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', TMPDIR: deployment.temporary, ...variables, ...ours } as NodeJS.ProcessEnv
  expect(program).toBe('node')
  container = startProgram(deployment.node, args, { env, account: deployment.account, cwd: deployment.folder })
  for (const until = Date.now() + 60_000; !isHealthy() && Date.now() < until; ) await sleep(200)
}, 120_000)

afterAll(closeAll)

/** What the image's own check says. */
function isHealthy(): boolean {
  return spawnSync(deployment.node, check.slice(1), { env, ...deployment.account, cwd: deployment.folder }).status === 0
}

const told = async (path: string, init: RequestInit = {}) => fetch(`${address}${path}`, init)

it('starts alone, from a folder that it cannot write to, and is healthy', async () => {
  expect(isHealthy(), container.output()).toBe(true)
  expect((await told('/api/ready')).status).toBe(200)
})

it('serves pages with what they need, cards with their font, and what is in public', async () => {
  const page = await (await told('/explore')).text()
  const needed = [...new Set([...page.matchAll(/"(\/_next\/static\/[^"\\]+)"/g)].map(([, path = '']) => path))]
  expect(needed.length).toBeGreaterThan(2)
  const files = readdirSync(join(ROOT, 'public'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `/${relative(join(ROOT, 'public'), join(parentPath, name))}`)
  for (const path of [...needed, ...files]) expect((await told(path)).status, path).toBe(200)
})

it('keeps images where it may write, and nothing anywhere else', async () => {
  const token = await tokenOf(
    {
      ask: async (path, { method = 'GET', json } = {}) => {
        const answer = await told(path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(json) })
        return { status: answer.status, headers: answer.headers, text: await answer.text(), ms: 0 }
      },
    },
    'robin',
  )
  const body = new FormData()
  body.set('file', new File([new Uint8Array(readFileSync(join(ROOT, 'docs/home.png')))], 'home.png', { type: 'image/png' }))
  const kept = await told('/api/media', { method: 'POST', body, headers: { Authorization: `Bearer ${token}` } })
  expect(kept.status, container.output()).toBe(201)
  expect((await told(new URL((await kept.json()).url).pathname)).status).toBe(200)
  expect((await told('/cards/users/robin')).headers.get('content-type')).toBe('image/png')
  expect(readdirSync(data)).toContain('media')
  expect(writableFiles(deployment)).toEqual(['data'])
  expect(container.output()).not.toMatch(/EACCES|EROFS|EPERM/)
})

it('ends with 0 when it is told to', async () => {
  container.process.kill('SIGTERM')
  expect(await container.exited).toBe(0)
})
