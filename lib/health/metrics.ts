import { pool } from '@/lib/db'
import { metrics } from '@/lib/metrics'

/** What this process counted since it began, in Prometheus' text format, and the type of that. */
export async function getMetrics(): Promise<{ text: string; contentType: string }> {
  const { registry, connections } = metrics
  connections.set({ state: 'used' }, pool.totalCount - pool.idleCount)
  connections.set({ state: 'idle' }, pool.idleCount)
  connections.set({ state: 'waiting' }, pool.waitingCount)
  return { text: await registry.metrics(), contentType: registry.contentType }
}
