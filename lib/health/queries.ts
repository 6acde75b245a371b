import { db, replicas } from '@/lib/db'
import { AppError } from '@/lib/errors'

/** The process is up. */
export async function getHealth(): Promise<{ status: 'ok' }> {
  return { status: 'ok' }
}

/** The process is up and the database answers; with how many replicas are used, where there are any. Throws `unavailable` when it does not within two seconds. */
export async function getReadiness(): Promise<{ status: 'ready'; replicas?: number }> {
  const late = AbortSignal.timeout(2_000)
  const tooLate = new Promise<never>((_, reject) => late.addEventListener('abort', () => reject(late.reason), { once: true }))
  try {
    await Promise.race([db.$queryRaw`SELECT 1`, tooLate])
  } catch (cause) {
    throw new AppError('unavailable', 'The database does not answer.', { cause, headers: { 'Retry-After': '2' } })
  }
  return { status: 'ready', ...(replicas && { replicas: replicas.count().used }) }
}
