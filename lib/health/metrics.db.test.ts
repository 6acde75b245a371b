import { expect, it, vi } from 'vitest'
import { runJob } from '@/lib/jobs/commands'
import { call } from '@/lib/testing/api'
import { somebody, tweetBy } from '@/lib/testing/factory'

vi.hoisted(() => vi.stubEnv('METRICS_TOKEN', 'a-token-of-the-monitor'))

const Authorization = 'Bearer a-token-of-the-monitor'

/** What the monitor reads, by name and labels. */
async function read(): Promise<Map<string, number>> {
  const { status, text, headers } = await call('GET', '/api/metrics', { headers: { Authorization } })
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-store')
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))
}

it('tells what was done, and how the process is', async () => {
  const before = await read()
  const me = await somebody()
  await tweetBy(me)
  await tweetBy(me)
  await runJob({ name: 'a job', every: '* * * * *', run: async () => 1 })
  await runJob({ name: 'a job', every: '* * * * *', run: () => Promise.reject(new Error('broken')) })
  const after = await read()
  const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
  expect(grown('linnet_signups_total')).toBe(1)
  expect(grown('linnet_tweets_total')).toBe(2)
  expect(grown('linnet_job_runs_total{job="a job",outcome="done"}')).toBe(1)
  expect(grown('linnet_job_runs_total{job="a job",outcome="failed"}')).toBe(1)
  expect(grown('linnet_job_duration_seconds_count{job="a job"}')).toBe(2)
  expect(after.get('linnet_database_connections{state="idle"}')).toBeGreaterThan(0)
  expect(after.get('linnet_database_connections{state="waiting"}')).toBe(0)
  expect(after.get('process_resident_memory_bytes')).toBeGreaterThan(1e6)
})

it('counts a tweet once however often it is asked for with one key', async () => {
  const me = await somebody()
  const before = await read()
  for (let n = 0; n < 3; n++)
    await call('POST', '/api/tweets', { as: me, json: { content: 'Once.' }, headers: { 'Idempotency-Key': 'once' } })
  expect(((await read()).get('linnet_tweets_total') ?? 0) - (before.get('linnet_tweets_total') ?? 0)).toBe(1)
})

it('tells nobody else', async () => {
  const me = await somebody()
  for (const headers of [undefined, { Authorization: 'Bearer a-token-of-the-monito' }, { Authorization: 'Bearer ' }]) {
    const answer = await call('GET', '/api/metrics', { ...(headers && { headers }), cookieOf: me })
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
  }
})
