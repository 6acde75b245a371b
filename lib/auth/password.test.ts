import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from '@/lib/auth/password'

let hashed: Promise<string> | undefined

describe('a hashed password', () => {
  it('is an argon2id hash of the strength that OWASP asks for, with a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
  })

  it.each([
    ['itself', 'correct horse é', true],
    ['itself in another Unicode form', 'correct horse e\u0301', true],
    ['another case', 'Correct horse é', false],
    ['a part', 'correct horse', false],
    ['nothing', '', false],
    ['itself with NUL', 'correct horse é\0', false],
    ['100 kB', 'a'.repeat(100_000), false],
    ['half of a surrogate pair', '\ud800', false],
  ])('tells %s', async (_, password, right) => {
    hashed ??= hashPassword('correct horse é')
    expect(await verifyPassword(await hashed, password)).toBe(right)
  })
})

describe('without anybody', () => {
  it('every password is wrong, and takes as long', async () => {
    const known = await hashPassword('correct horse')
    await verifyPassword(null, 'warm up')
    const time = async (hash: string | null) => {
      const start = performance.now()
      for (let n = 0; n < 8; n++) expect(await verifyPassword(hash, 'wrong horse')).toBe(false)
      return performance.now() - start
    }
    const [somebody, nobody] = [await time(known), await time(null)]
    expect(nobody).toBeGreaterThan(somebody / 3)
  })
})
