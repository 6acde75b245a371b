import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startNode } from '@/scripts/children'
import { freePort } from '@/scripts/ports'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'
import { throwAwayFolder } from '@/scripts/testing/folder'
import { configOf, folderOf } from '@/scripts/vercel/output'

const PATIENCE = 30_000

type Asked = { route: string; path?: string; params?: string; init?: RequestInit; status: number }

/** One thing of each kind: what needs the database, a password's hash, an image, a font, a page. */
function questions(token: string): Asked[] {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(readFileSync(join(ROOT, 'docs/home.png')))], 'home.png', { type: 'image/png' }))
  return [
    { route: '/api/ready', status: 200 },
    { route: '/api/timelines/public', status: 200 },
    { route: '/api/cron', status: 401 },
    { route: '/explore', status: 200 },
    { route: '/cards/users/[username]', path: '/cards/users/robin', params: '1=robin&nxtPusername=robin', status: 200 },
    { route: '/api/media', init: { method: 'POST', body, headers: { Authorization: `Bearer ${token}` } }, status: 201 },
  ]
}

/** Runs the built functions, each from a folder with only the files that it gets, and answers what they got wrong, in sentences. */
export async function askFunctions(tree: string, environment: NodeJS.ProcessEnv): Promise<string[]> {
  const addresses = new Map<string, Promise<string>>()
  const ask = async ({ route, path = route, params, init = {} }: Omit<Asked, 'status'>) => {
    const folder = realpathSync(folderOf(tree, route))
    if (!addresses.has(folder)) addresses.set(folder, startFunction(tree, folder, environment))
    const headers = {
      'X-Matched-Path': route,
      'X-Forwarded-For': '192.0.2.1',
      ...(params && { 'X-Now-Route-Matches': params }),
      ...init.headers,
    }
    return fetch(`${await addresses.get(folder)}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE), ...init, headers })
  }
  const json = (value: object) => ({ method: 'POST', body: JSON.stringify(value), headers: { 'Content-Type': 'application/json' } })
  const robin = { username: 'robin', password: 'a long enough secret' }
  const problems: string[] = []
  const signedUp = await ask({ route: '/api/users', init: json({ ...robin, email: 'robin@linnet.example' }) })
  if (signedUp.status !== 201) return [`/api/users answered ${signedUp.status}: ${await signedUp.text()}`]
  const { access_token } = await (await ask({ route: '/api/auth/token', init: json({ grant_type: 'password', ...robin }) })).json()
  for (const { status, ...asked } of questions(access_token)) {
    const answer = await ask(asked)
    if (answer.status !== status) problems.push(`${asked.route} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`)
  }
  return problems
}

/** Starts the function as its host does, and answers where. */
async function startFunction(tree: string, folder: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const place = join(throwAwayFolder(), 'function')
  cpSync(folder, place, { recursive: true, verbatimSymlinks: true })
  for (const [to, from] of Object.entries(configOf(folder).filePathMap ?? {})) {
    mkdirSync(dirname(join(place, to)), { recursive: true })
    if (!existsSync(join(place, to))) cpSync(join(tree, from), join(place, to), { recursive: true, verbatimSymlinks: true })
  }
  const address = `http://127.0.0.1:${await freePort()}`
  const env: NodeJS.ProcessEnv = { ...environment, VERCEL: '1', PORT: new URL(address).port, APP_URL: address, LOG_LEVEL: 'error' }
  const child = startNode(join(ROOT, 'scripts/vercel/launcher.cjs'), [], { env, cwd: place })
  let ended = false
  void child.exited.then(() => {
    ended = true
  })
  for (const until = Date.now() + PATIENCE; !child.output().includes('listening'); await sleep(50))
    if (ended || Date.now() > until) throw new Refusal(`A function did not start. It said:\n${child.output()}`)
  return address
}
