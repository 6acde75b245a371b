import cluster from 'node:cluster'
import { AggregatorRegistry } from 'prom-client'

// Runs a program as several processes that share its port: node scripts/workers.mjs <program> [arguments], WEB_CONCURRENCY of them. One that ends by
// itself is replaced; when one ends before it has lived, all do, since the next would fare no better.

const [exec, ...args] = process.argv.slice(2)
const count = Number(process.env.WEB_CONCURRENCY)

/** How long one must live to be replaced, in milliseconds. */
const LIFE = 5_000

/** @type {NodeJS.Signals | undefined} */
let ending
let code = 0

if (exec) cluster.setupPrimary({ exec, args })
for (let worker = 0; worker < count; worker++) begin()

function begin() {
  const since = performance.now()
  // Each follows us as we follow whoever began us.
  const worker = cluster.fork({ LINNET_PARENT: String(process.pid) })
  worker.on('exit', (exitCode) => {
    if (!ending && performance.now() - since > LIFE) return begin()
    if (!ending) {
      code = exitCode || 1
      end('SIGTERM')
    }
    if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(code)
  })
}

/** @param {NodeJS.Signals} signal */
function end(signal) {
  ending ??= signal
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal)
}

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) process.on(signal, () => end(signal))

// What all of them counted is known here only; whichever is asked for it asks us.
const registry = new AggregatorRegistry()
cluster.on('message', async (worker, message) => {
  if (message?.type !== 'metrics') return
  const text = await registry.clusterMetrics().catch(() => null)
  if (worker.isConnected()) worker.send({ type: 'metrics', id: message.id, text })
})
