import { hash, verify } from '@node-rs/argon2'
import pLimit from 'p-limit'
import { normalisePassword } from '@/lib/auth/policy'

/** OWASP's parameters for argon2id, the library's default algorithm; a hash takes 19 MiB and tens of milliseconds, so at most four run at a time. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const inTurn = pLimit(4)

/** The argon2id hash of the password, in PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalisePassword(password), ARGON2))
}

let nobodys: Promise<string> | undefined

/** Whether the password is the one hashed. Without a hash (no such person) it takes as long and answers false. */
export async function verifyPassword(hashed: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(crypto.randomUUID())
  const against = hashed ?? (await nobodys)
  // Longer ones can't have been chosen; hashing them would only cost.
  const right = await inTurn(() => verify(against, normalisePassword(password.slice(0, 1_024))))
  return right && hashed !== null
}
