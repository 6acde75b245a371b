import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { freePort, refuseTakenPort } from '@/scripts/ports'

let server: Server
let taken: number

beforeEach(async () => {
  server = createServer().listen(0)
  await once(server, 'listening')
  taken = (server.address() as AddressInfo).port
})

afterEach(() => server.close())

it('gives the preferred port when it is free, and another one when it is taken', async () => {
  const port = await freePort()
  expect(await freePort(port)).toBe(port)
  expect(await freePort(taken)).not.toBe(taken)
})

it('refuses a taken port in one sentence that says what to do', async () => {
  await expect(refuseTakenPort(taken, undefined)).rejects.toThrow(`Port ${taken} is taken by another program.`)
})

it('waits for a port that is about to be free', async () => {
  setTimeout(() => server.close(), 300)
  await expect(refuseTakenPort(taken, undefined)).resolves.toBeUndefined()
})

it('refuses an address that this machine does not have', async () => {
  await expect(refuseTakenPort(await freePort(), '192.0.2.1')).rejects.toThrow('This machine has no address 192.0.2.1')
})
