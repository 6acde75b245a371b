import { startApp } from '@/scripts/app'
import type { Child } from '@/scripts/children'
import { freePort } from '@/scripts/ports'
import { signal, waitForEnd } from '@/scripts/processes'
import { DIST_DIR } from '@/scripts/testing/end-to-end'
import { testEnvironment } from '@/scripts/testing/environment'

export type Told = { status: number; headers: Headers; text: string; ms: number }
export type Asking = { method?: string; token?: string | undefined; json?: unknown; headers?: Record<string, string> }

/** The built app on a database, and how one asks it. */
export type OwnApp = {
  address: string
  child: () => Child
  ask: (path: string, asking?: Asking) => Promise<Told>
  /** Ends it at once, as a crash does, and starts it again. */
  crash: () => Promise<void>
}

/** Starts the built app on this database. */
export async function ownApp(url: string, more: Record<string, string> = {}): Promise<OwnApp> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const own = { DATABASE_URL: url, APP_URL: address, LINNET_DIST_DIR: DIST_DIR, NODE_ENV: 'production' }
  const start = () => startApp({ mode: 'start', port, env: testEnvironment({ ...own, ...more }) })
  let child = await start()
  return {
    address,
    child: () => child,
    ask: (path, asking) => ask(`${address}${path}`, asking),
    crash: async () => {
      const pid = child.process.pid ?? 0
      signal(-pid, 'SIGKILL')
      await waitForEnd(pid, 5_000)
      child = await start()
    },
  }
}

/** Signs up somebody of this name and answers their access token. */
export async function tokenOf({ ask }: Pick<OwnApp, 'ask'>, username: string): Promise<string> {
  const password = 'a long enough secret'
  const signedUp = await ask('/api/users', { method: 'POST', json: { username, email: `${username}@linnet.example`, password } })
  if (signedUp.status !== 201) throw new Error(`${username} could not sign up: ${signedUp.text}`)
  const { text } = await ask('/api/auth/token', { method: 'POST', json: { grant_type: 'password', username, password } })
  return JSON.parse(text).access_token
}

async function ask(url: string, { method = 'GET', token, json, headers = {} }: Asking = {}): Promise<Told> {
  const start = performance.now()
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, ms: Math.round(performance.now() - start) }
}
