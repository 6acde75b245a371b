import { createServer, type IncomingMessage, request as open, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, startProgram } from '@/scripts/children'
import type { Deployment } from '@/scripts/failures/deployment'
import { atEnd } from '@/scripts/lifetime'
import { freePort } from '@/scripts/ports'
import { signal } from '@/scripts/processes'
import { Refusal } from '@/scripts/refusal'
import { TEST_SECRET } from '@/scripts/testing/environment'

const PROCESSES = 8
const PATIENCE = 60_000
/** How long a host lets a process go on after its last answer, for what it does after answers. */
const AFTERMATH = 500

type Instance = { port: number; child: Child; left: number; busy: number }

/** An imitated serverless host: where it is, and what it has to tell. */
export type Host = {
  address: string
  /** For each process, the milliseconds from its start to its first answer, which asks the database. */
  coldStarts: number[]
  /** What the processes wrote, those that are gone too. */
  output: () => string
  /** Takes no more requests; what begins then may fail. */
  close: () => void
}

type Options = { deployment: Deployment; env: Record<string, string>; requests: number }

/**
 * Serves the deployment as a serverless host does: eight processes take requests in turn, and each is killed without a word after so many,
 * when the next one is there. The address says with `X-Process` which one answered.
 */
export async function startHost({ deployment, env, requests }: Options): Promise<Host> {
  const coldStarts: number[] = []
  const children: Child[] = []
  const waiting: ((instance: Instance) => void)[] = []
  const warm: Instance[] = []
  let isOpen = true
  const begin = async (left: number) => {
    const start = performance.now()
    const port = await newPort()
    const child = startProcess(deployment, { ...env, PORT: String(port) })
    children.push(child)
    await firstAnswer(port, child)
    coldStarts.push(Math.round(performance.now() - start))
    add({ port, child, left, busy: 0 })
  }
  const add = (instance: Instance) => {
    warm.push(instance)
    while (warm.length > 0 && waiting.length > 0) waiting.shift()?.(take())
  }
  /** The next in turn; one that has taken its last request stands aside, and another is begun. */
  const take = (): Instance => {
    const instance = warm.shift() as Instance
    instance.busy++
    if (--instance.left > 0) warm.push(instance)
    else void begin(requests).catch((error) => isOpen && console.error(error))
    return instance
  }
  const finished = async (instance: Instance) => {
    if (--instance.busy > 0 || instance.left > 0) return
    await sleep(AFTERMATH)
    signal(-(instance.child.process.pid ?? 0), 'SIGKILL')
  }
  const server = createServer(async (request, response) => {
    const instance = warm.length > 0 ? take() : await new Promise<Instance>((resolve) => waiting.push(resolve))
    response.once('close', () => void finished(instance))
    pass(request, response, instance)
  })
  // Each has a different number of requests before it, so that they are not replaced all at once.
  for (let n = 1; n <= PROCESSES; n++) await begin(Math.ceil((requests * n) / PROCESSES))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    isOpen = false
    server.closeAllConnections()
    server.close()
  }
  atEnd(close)
  const output = () => children.map((child) => child.output()).join('')
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, coldStarts, output, close }
}

/** With nothing in its environment but what a host says. */
function startProcess({ folder, node, temporary, account }: Deployment, env: Record<string, string>): Child {
  const args = ['--import', join(node, '../follow-parent.mjs'), 'server.js']
  const hosts = { VERCEL: '1', VERCEL_ENV: 'production', VERCEL_REGION: 'test1', AWS_LAMBDA_FUNCTION_NAME: 'linnet', HOSTNAME: '127.0.0.1' }
  const machine = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', TMPDIR: temporary, LINNET_PARENT: String(process.pid) }
  const ours = { NODE_ENV: 'production', AUTH_SECRET: TEST_SECRET, LOG_LEVEL: 'error' }
  return startProgram(node, args, {
    env: { ...machine, ...hosts, ...ours, ...env } as NodeJS.ProcessEnv,
    account,
    cwd: folder,
    stopWith: 'SIGKILL',
  })
}

const ports = new Set<number>()

/** A port that nobody listens on, nor is about to. */
async function newPort(): Promise<number> {
  for (;;) {
    const port = await freePort()
    if (ports.has(port)) continue
    ports.add(port)
    return port
  }
}

async function firstAnswer(port: number, child: Child): Promise<void> {
  let ended = false
  void child.exited.then(() => {
    ended = true
  })
  for (const until = Date.now() + PATIENCE; ; await sleep(20)) {
    const status = await fetch(`http://127.0.0.1:${port}/api/timelines/public`).then(statusOf, () => 0)
    if (status === 200) return
    if (ended || status > 0 || Date.now() > until)
      throw new Refusal(`A process of the host answered ${status}. It said:\n${child.output()}`)
  }
}

async function statusOf(answer: Response): Promise<number> {
  await answer.arrayBuffer()
  return answer.status
}

/** Hands the request on as a proxy does, and the answer back. */
function pass(request: IncomingMessage, response: ServerResponse, { port, child }: Instance): void {
  const headers = { ...request.headers, 'x-forwarded-host': request.headers.host, 'x-forwarded-proto': 'http', connection: 'close' }
  const onward = open({ host: '127.0.0.1', port, method: request.method, path: request.url, headers, agent: false })
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, [...answer.rawHeaders, 'X-Process', String(child.process.pid)])
    answer.pipe(response)
  })
  onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()))
  request.pipe(onward)
}
