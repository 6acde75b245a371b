import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { atEnd, isEnding } from '@/scripts/lifetime'
import { isRunning, signal, waitForEnd } from '@/scripts/processes'
import { ROOT } from '@/scripts/settings'

const FOLLOW_PARENT = pathToFileURL(join(ROOT, 'scripts/follow-parent.mjs')).href
const PATIENCE = 10_000

type Options = { env?: NodeJS.ProcessEnv; stopWith?: NodeJS.Signals; show?: boolean; interactive?: boolean }
export type Child = { process: ChildProcess; output: () => string; exited: Promise<number>; stop: () => Promise<void> }
export type Result = { code: number; output: string }

/** Runs a program on our Node, with its arguments, and returns its exit code and what it said. It is stopped when the command ends. */
export async function run(script: string, args: string[], options: Options & { nodeArgs?: string[] } = {}): Promise<Result> {
  const child = startNode(script, args, options)
  const code = await child.exited
  return { code, output: child.output() }
}

/** Starts a program on our Node that ends with the command, even when the command is killed outright. */
export function startNode(script: string, args: string[], { nodeArgs = [], ...options }: Options & { nodeArgs?: string[] } = {}): Child {
  return startProgram(process.execPath, [...nodeArgs, '--import', FOLLOW_PARENT, script, ...args], options, true)
}

/** Starts any program; it is stopped when the command ends. */
export function startProgram(program: string, args: string[], options: Options = {}, ipc = false): Child {
  const { env = process.env, stopWith = 'SIGTERM', show = false, interactive = false } = options
  const out = show ? 'inherit' : 'pipe'
  // In a session of its own, so that a Ctrl-C reaches it through us and in our order; what asks for input needs the terminal.
  const child = spawn(program, args, { cwd: ROOT, env, detached: !interactive, stdio: [interactive ? 'inherit' : 'ignore', out, out, ...(ipc ? ['ipc' as const] : [])] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data))
  const kill = (name: NodeJS.Signals) => child.pid && signal(interactive ? child.pid : -child.pid, name)
  const stop = async () => {
    const pid = child.pid
    if (!pid || child.exitCode !== null || child.signalCode !== null) return
    signal(pid, stopWith)
    if (!(await waitForEnd(pid, PATIENCE)) || isRunning(pid)) kill('SIGKILL')
  }
  const forget = atEnd(stop, () => kill('SIGKILL'))
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
