import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { atEnd, isEnding } from '@/scripts/lifetime'
import type { Account } from '@/scripts/postgres/account'
import { signal, waitForEnd } from '@/scripts/processes'
import { ROOT } from '@/scripts/settings'

const FOLLOW_PARENT = pathToFileURL(join(ROOT, 'scripts/follow-parent.mjs')).href
const PATIENCE = 10_000

/** As many characters of what a program says are kept. */
const KEPT = 200_000

type Options = {
  env?: NodeJS.ProcessEnv
  stopWith?: NodeJS.Signals
  show?: boolean
  interactive?: boolean
  /** Another user to run as, and another folder to run in. */
  account?: Account
  cwd?: string
}
type NodeOptions = Options & { nodeArgs?: string[] }
export type Child = { process: ChildProcess; output: () => string; exited: Promise<number>; stop: () => Promise<void> }
export type Result = { code: number; output: string }

/** Runs a program on our Node, with its arguments, and returns its exit code and what it said. It is stopped when the command ends. */
export async function run(script: string, args: string[], options: NodeOptions = {}): Promise<Result> {
  const child = startNode(script, args, options)
  const code = await child.exited
  return { code, output: child.output() }
}

/** Starts a program on our Node that ends with the command, even when the command is killed outright. */
export function startNode(script: string, args: string[], { nodeArgs = [], env = process.env, ...options }: NodeOptions = {}): Child {
  return startProgram(process.execPath, [...nodeArgs, '--import', FOLLOW_PARENT, script, ...args], {
    ...options,
    env: { ...env, LINNET_PARENT: String(process.pid), NEXT_TELEMETRY_DISABLED: '1' },
  })
}

/** Starts any program; it is stopped when the command ends. */
export function startProgram(program: string, args: string[], options: Options = {}): Child {
  const { env = process.env, stopWith = 'SIGTERM', show = false, interactive = false, account = null, cwd = ROOT } = options
  const out = show ? 'inherit' : 'pipe'
  // In a session of its own, so that a Ctrl-C reaches it through us and in our order; what asks for input needs the terminal.
  const stdio = [interactive ? 'inherit' : 'ignore', out, out] as const
  const child = spawn(program, args, { cwd, env, detached: !interactive, stdio: [...stdio], ...account })
  let output = ''
  const keep = (data: Buffer) => {
    output = (output + data).slice(-KEPT)
  }
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', keep)
  const pid = child.pid ?? 0
  const kill = () => signal(interactive ? pid : -pid, 'SIGKILL')
  const stop = async () => {
    signal(pid, stopWith)
    await waitForEnd(pid, PATIENCE)
    kill()
  }
  const forget = pid ? atEnd(stop, kill) : () => {}
  const exited = new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, name) => {
      forget()
      // While the command stops, what waits for this program has nothing left to do.
      if (!isEnding()) resolve(code ?? 128 + constants.signals[name as NodeJS.Signals])
    })
  })
  return { process: child, output: () => output, exited, stop }
}

/** The last lines of what a program said. */
export function tail(output: string, lines = 30): string {
  return output.trim().split('\n').slice(-lines).join('\n')
}
