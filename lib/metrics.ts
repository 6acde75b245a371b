import 'server-only'
import cluster from 'node:cluster'
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { pool, replicas } from '@/lib/db'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What this process counts, in Prometheus' terms (https://prometheus.io/docs/practices/naming/). */
function makeMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  // scripts/workers.mjs asks each process and adds up.
  if (cluster.isWorker) {
    new AggregatorRegistry()
    AggregatorRegistry.setRegistries(registry)
  }
  return {
    registry,
    requests: new Counter({
      name: 'http_requests_total',
      help: 'Requests that were answered, by method, pattern of the path and status.',
      labelNames: ['method', 'route', 'status'] as const,
      registers,
    }),
    durations: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'How long answers took, by method and pattern of the path.',
      labelNames: ['method', 'route'] as const,
      buckets: SECONDS,
      registers,
    }),
    connections: new Gauge({
      name: 'linnet_database_connections',
      help: 'Connections of the pool that are used and idle, and requests that wait for one.',
      labelNames: ['state'] as const,
      registers,
      collect() {
        this.set({ state: 'used' }, pool.totalCount - pool.idleCount)
        this.set({ state: 'idle' }, pool.idleCount)
        this.set({ state: 'waiting' }, pool.waitingCount)
      },
    }),
    replicas: new Gauge({
      name: 'linnet_database_replicas',
      help: 'Replicas that reads are asked of; of several processes the one that uses fewest counts.',
      aggregator: 'min',
      registers,
      collect() {
        this.set(replicas?.count().used ?? 0)
      },
    }),
    jobs: new Counter({
      name: 'linnet_job_runs_total',
      help: 'Runs of jobs, by name and outcome: done, failed, or elsewhere for those that another process was at.',
      labelNames: ['job', 'outcome'] as const,
      registers,
    }),
    jobDurations: new Histogram({
      name: 'linnet_job_duration_seconds',
      help: 'How long jobs took, by name.',
      labelNames: ['job'] as const,
      buckets: SECONDS,
      registers,
    }),
    signups: new Counter({ name: 'linnet_signups_total', help: 'Accounts that were opened.', registers }),
    tweets: new Counter({ name: 'linnet_tweets_total', help: 'Tweets that were posted, replies and quotes among them.', registers }),
  }
}

// Next.js evaluates this module once for each of its bundles; the process counts once.
const shared = globalThis as { linnetMetrics?: ReturnType<typeof makeMetrics> }
shared.linnetMetrics ??= makeMetrics()

export const metrics = shared.linnetMetrics
