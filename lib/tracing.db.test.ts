import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { trace } from '@opentelemetry/api'
import { expect, it, vi } from 'vitest'

type Span = {
  name: string
  spanId: string
  parentSpanId?: string
  startTimeUnixNano: string
  endTimeUnixNano: string
  status: { code: number }
}
type Traces = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }

const spans: Span[] = []
const collector = createServer(async (request, response) => {
  const { resourceSpans } = (await json(request)) as Traces
  spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans).flatMap((scope) => scope.spans))
  response.setHeader('Content-Type', 'application/json').end('{}')
})

const FAILED = 2

it('tells of each statement how long it took, whether it failed, and for whom it was', async () => {
  await once(collector.listen(0, '127.0.0.1'), 'listening')
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${(collector.address() as AddressInfo).port}`)
  vi.stubEnv('DB_POOL_MAX', '1')
  const { startTracing, finishTracing } = await import('@/lib/tracing')
  startTracing()
  const { db, transaction } = await import('@/lib/db')
  const within = (name: string, work: () => Promise<unknown>) =>
    trace.getTracer('test').startActiveSpan(name, (span) =>
      work()
        .catch(() => {})
        .finally(() => span.end()),
    )
  await within('alone', () => db.$queryRaw`SELECT pg_sleep(0.1)::text`)
  await within('fails', () => db.$queryRaw`SELECT 1 / 0`)
  await within('together', () => transaction((tx) => tx.$queryRaw`SELECT pg_sleep(0.1)::text`))
  // They wait for one connection.
  await Promise.all(['one', 'two', 'three'].map((name) => within(name, () => db.$queryRaw`SELECT pg_sleep(0.1)::text`)))
  await within('fetch PUT https://ingest.example/key?signature=hunter2', async () => {})
  await finishTracing()
  collector.close()
  const of = (name: string) => spans.filter(({ parentSpanId }) => parentSpanId === spans.find((span) => span.name === name)?.spanId)
  const took = ({ startTimeUnixNano: from, endTimeUnixNano: to }: Span) => Number(BigInt(to) - BigInt(from)) / 1e6
  for (const name of ['alone', 'one', 'two', 'three']) {
    expect(of(name), name).toMatchObject([{ name: 'SELECT' }])
    expect(of(name).map(took)[0], name).toBeGreaterThan(99)
  }
  expect(of('fails')).toMatchObject([{ name: 'SELECT', status: { code: FAILED } }])
  expect(JSON.stringify(spans)).toContain('fetch PUT https://ingest.example/key')
  expect(JSON.stringify(spans)).not.toContain('hunter2')
  expect(of('together').map(({ name }) => name)).toEqual(['BEGIN', 'SELECT', 'COMMIT', 'WITH'])
})
