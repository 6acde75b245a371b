import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, Refusal } from '@/scripts/refusal'

/** How long a Linnet that has just lost its terminal or its parent may take to leave. */
export const LEAVING = 3_000

/** A port on the loopback address that nobody listens on: the preferred one if it is free. */
export async function freePort(preferred = 0): Promise<number> {
  try {
    return await listenOnce(preferred, '127.0.0.1')
  } catch {
    return listenOnce(0, '127.0.0.1')
  }
}

/** Refuses when the app could not listen on this port, unless whoever has it is about to leave. */
export async function refuseTakenPort(port: number, host: string | undefined): Promise<void> {
  for (const until = Date.now() + LEAVING; ; await sleep(100)) {
    try {
      await listenOnce(port, host)
      return
    } catch (error) {
      if (codeOf(error) === 'EADDRINUSE' && Date.now() < until) continue
      throw refusalFor(codeOf(error), port, host)
    }
  }
}

function refusalFor(code: string, port: number, host: string | undefined): Refusal {
  if (code === 'EADDRINUSE') {
    return new Refusal(
      `Port ${port} is taken by another program. Stop it, or choose another port, such as: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
    )
  }
  if (code === 'EACCES')
    return new Refusal(`Port ${port} is reserved for the administrator. Choose one above 1023, such as: PORT=3000 npm start`)
  return new Refusal(`This machine has no address ${host} to listen on. Set HOSTNAME to one of its own, or leave it out.`)
}

function listenOnce(port: number, host: string | undefined): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
