import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { NEXT } from '@/scripts/build'
import { type Child, startNode } from '@/scripts/children'
import { isEnding } from '@/scripts/lifetime'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'

type Options = { mode: 'start' | 'dev'; port: number; hostname?: string | undefined; env: NodeJS.ProcessEnv }

const PATIENCE = 60_000
/** What Next says of itself at every start; the starter says it better. */
const BANNER = /^\s*(▲ Next\.js|✓ Running next\.config|- (Local|Network|Environments|Experiments|Cache)|✓ (Starting|Ready))/

/** Runs a program as several processes. */
const WORKERS = join(ROOT, 'scripts/workers.mjs')

/** Starts the app, as WEB_CONCURRENCY processes, and waits until it answers; what it says is passed on, Next's greeting aside. */
export async function startApp({ mode, port, hostname, env }: Options): Promise<Child> {
  const args = [mode, '--port', String(port), ...(hostname ? ['--hostname', hostname] : [])]
  const [program, all] = Number(env.WEB_CONCURRENCY ?? 1) > 1 ? [WORKERS, [NEXT, ...args]] : [NEXT, args]
  const app = startNode(program, all, {
    env: { ...env, PORT: String(port), ...colours() },
  })
  passOn(app)
  let exit: number | undefined
  app.exited.then((code) => {
    exit = code
  })
  const address = `http://${hostname && !['0.0.0.0', '::'].includes(hostname) ? hostname : 'localhost'}:${port}/api/health`
  for (const until = Date.now() + PATIENCE; !(await answers(address)); await sleep(50)) {
    if (exit !== undefined) throw new Refusal('The app did not start.')
    if (Date.now() > until && !isEnding()) throw new Refusal('The app does not answer.')
  }
  return app
}

async function answers(address: string): Promise<boolean> {
  try {
    await (await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })).body?.cancel()
    return true
  } catch {
    return false
  }
}

function passOn(app: Child): void {
  for (const [from, to] of [
    [app.process.stdout, process.stdout],
    [app.process.stderr, process.stderr],
  ] as const) {
    let rest = ''
    from?.on('data', (data) => {
      const lines = (rest + data).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.trim() && !BANNER.test(stripVTControlCharacters(line))) to.write(`${line}\n`)
    })
  }
}

/** The app writes to us, not to the terminal, and would otherwise write without colour. */
function colours(): Record<string, string> {
  return process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {}
}
