import { Refusal } from '@/scripts/refusal'

type Opened = { close: () => Promise<void> | void; kill: () => void }

/** npm hands on a Ctrl-C that the terminal has already sent to everybody: what comes this soon is no second one. */
const SAME_SIGNAL = 1_000

const opened = new Set<Opened>()
let ended: Promise<never> | undefined

/** Closes this when the command ends, last come first served, or kills it when there is no more time for that; returns how to take that back. */
export function atEnd(close: Opened['close'], kill: Opened['kill'] = () => {}): () => void {
  const entry = { close, kill }
  opened.add(entry)
  return () => opened.delete(entry)
}

/** Closes everything that was opened and ends the process with this code. */
export function end(code: number): Promise<never> {
  ended ??= closeAll().then(() => process.exit(code))
  return ended
}

/** True from the moment that the command has begun to stop. */
export function isEnding(): boolean {
  return ended !== undefined
}

/** Runs a command to its end: the code it returns is the process's, a refusal is shown as its sentence, and signals stop it cleanly. */
export function command(work: () => Promise<number>, { interrupted = 130 } = {}): void {
  endOnSignals(interrupted)
  work().then(end, (error) => {
    if (isEnding()) return
    console.error(error instanceof Refusal ? error.message : `Linnet met an error that it did not expect: ${messageOf(error)}`)
    return end(1)
  })
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return process.env.DEBUG ? String(error.stack) : error.message || error.name
}

/** Closes everything that was opened, last come first served. */
export async function closeAll(): Promise<void> {
  for (const entry of [...opened].reverse()) {
    try {
      await entry.close()
    } catch (error) {
      console.error(messageOf(error))
    }
    opened.delete(entry)
  }
}

/** Kills everything that is still open, at once. */
export function killAll(): void {
  for (const { kill } of [...opened].reverse()) kill()
}

function endOnSignals(code: number): void {
  let first = 0
  const stop = () => {
    if (first === 0) {
      first = Date.now()
      if (!isEnding()) console.log('\nStopping.')
      void end(code)
    } else if (Date.now() - first > SAME_SIGNAL) {
      killAll()
      process.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  // A closed terminal takes no more words; that must not stop the stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && first === 0 && stop(), 250).unref()
}
