import { sha256 } from '@/lib/auth/key'
import type { Db } from '@/lib/db'
import { AppError, invalid } from '@/lib/errors'

/** An answer, and whether it is the first one given again. */
export type Replayed<T> = { value: T; replayed: boolean }

type Request = { userId: string; key: string | null; operation: string; input: unknown }

const DAY_MS = 24 * 3600 * 1000

/**
 * Does the work once for each key and person within 24 hours, and answers what it answered then. Must run inside the work's own
 * transaction: of two at once the second waits for the first. Throws `idempotency_key_reused` when the input is another.
 */
export async function once<T>(tx: Db, { userId, key, operation, input }: Request, work: () => Promise<T>): Promise<Replayed<T>> {
  if (key === null) return { value: await work(), replayed: false }
  if (!/^[\x20-\x7e]{1,255}$/.test(key))
    throw invalid('Idempotency-Key', 'invalid', 'Idempotency-Key must be 1 to 255 printable ASCII characters.')
  const requestHash = sha256(`${operation} ${JSON.stringify(input)}`)
  const id = { userId_key: { userId, key } }
  await tx.idempotencyKey.deleteMany({ where: { userId, key, createdAt: { lt: new Date(Date.now() - DAY_MS) } } })
  const { count } = await tx.idempotencyKey.createMany({ data: { userId, key, requestHash }, skipDuplicates: true })
  if (count === 0) {
    const first = await tx.idempotencyKey.findUniqueOrThrow({ where: id })
    if (!Buffer.from(first.requestHash).equals(requestHash))
      throw new AppError('idempotency_key_reused', 'This Idempotency-Key was used for another request. Use a new one.')
    return { value: first.response as T, replayed: true }
  }
  const value = await work()
  await tx.idempotencyKey.update({ where: id, data: { response: value as object }, select: { key: true } })
  return { value, replayed: false }
}
