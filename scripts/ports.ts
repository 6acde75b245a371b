import { createServer } from 'node:net'
import { codeOf, Refusal } from '@/scripts/refusal'

/** A port on the loopback address that nobody listens on: the preferred one if it is free. */
export async function freePort(preferred = 0): Promise<number> {
  try {
    return await listenOnce(preferred, '127.0.0.1')
  } catch {
    return listenOnce(0, '127.0.0.1')
  }
}

/** Refuses when the app could not listen on this port. */
export async function refuseTakenPort(port: number, host: string | undefined): Promise<void> {
  try {
    await listenOnce(port, host)
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE')
      throw new Refusal(
        `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
      )
    if (codeOf(error) === 'EACCES')
      throw new Refusal(`Port ${port} is reserved for the administrator. Choose one above 1023: PORT=3000 npm start`)
    throw new Refusal(`This machine has no address ${host} to listen on. Set HOSTNAME to one of its own, or leave it out.`)
  }
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
