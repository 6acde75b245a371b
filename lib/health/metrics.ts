import cluster from 'node:cluster'
import { AppError } from '@/lib/errors'
import { metrics } from '@/lib/metrics'

/** How long the other processes may take, in milliseconds. */
const PATIENCE = 6_000

type Answer = { type: 'metrics'; id: string; text: string | null }

/**
 * What this process and those beside it that share its port counted since they began, in Prometheus' text format, and the type of that. Throws
 * `unavailable` when one of them does not tell.
 */
export async function getMetrics(): Promise<{ text: string; contentType: string }> {
  const { registry } = metrics
  return { text: cluster.isWorker ? await askAll() : await registry.metrics(), contentType: registry.contentType }
}

function askAll(): Promise<string> {
  const id = crypto.randomUUID()
  return new Promise((resolve, reject) => {
    const finish = (text: string | null) => {
      clearTimeout(late)
      process.off('message', hear)
      if (text !== null) return resolve(text)
      reject(new AppError('unavailable', 'One of the processes did not tell what it counted. Try again in a moment.'))
    }
    const hear = (answer: Partial<Answer>) => {
      if (answer?.type === 'metrics' && answer.id === id) finish(answer.text ?? null)
    }
    const late = setTimeout(() => finish(null), PATIENCE)
    process.on('message', hear)
    process.send?.({ type: 'metrics', id })
  })
}
