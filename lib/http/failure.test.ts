import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError, ERRORS, invalid, notFound } from '@/lib/errors'
import { tell, tellFailure } from '@/lib/http/failure'
import { CATALOGUE, wordsIn } from '@/lib/words/catalogue'

const LIB = join(import.meta.dirname, '..')
const [en, de] = [wordsIn('en', 'errors'), wordsIn('de', 'errors')]

/** All that the room says of what is wrong, by the codes that its source names. */
function namedIn(pattern: RegExp): string[] {
  const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const found = files.flatMap((file) => [...readFileSync(join(LIB, file), 'utf8').matchAll(pattern)])
  return [...new Set(found.map((match) => match.slice(1).join('.')))]
}

describe('there are words for', () => {
  const known = Object.keys(CATALOGUE.en.errors)

  it('every code of an error', () => expect(known).toEqual(expect.arrayContaining(Object.keys(ERRORS))))

  it('every reason', () => {
    const reasons = namedIn(/\breason: '(credentials|\w+\.[\w.-]+)'/g)
    expect(reasons.length).toBeGreaterThan(5)
    expect(known).toEqual(expect.arrayContaining(reasons))
  })

  it('every thing that is not found', () => {
    const things = namedIn(/\bnotFound\('([^']+)'\)/g).map((thing) => `not_found.${thing}`)
    expect(things.length).toBeGreaterThan(5)
    expect(known).toEqual(expect.arrayContaining(things))
  })

  it('every code of a field', () => {
    const codes = [...namedIn(/\bcode: '([a-z_]+)'/g), ...namedIn(/\binvalid\([^,]+, '(\w+)'/g)].filter((code) => code !== 'odd')
    expect(codes.length).toBeGreaterThan(15)
    expect(known).toEqual(expect.arrayContaining(codes.map((code) => `field.${code}`)))
  })

  it('every limit', () => {
    const limits = namedIn(/^ {2}'?([\w-]+)'?: \{ points: /gm).map((name) => `rate_limited.${name}`)
    expect(limits.length).toBeGreaterThan(8)
    expect(known).toEqual(expect.arrayContaining(limits))
  })
})

it('says of a field what is wrong with it, by field and code, else by the code', () => {
  expect(tellFailure(invalid('content', 'too_long', 'content is too long', { max: 250 }), de)).toEqual({
    message: de('content.too_long', { max: 250 }),
    errors: { content: de('content.too_long', { max: 250 }) },
  })
  expect(tellFailure(invalid('website', 'blank', 'website is blank'), de).errors).toEqual({ website: de('field.blank') })
  expect(tellFailure(invalid('mediaIds.2', 'not_found', 'gone'), en).errors).toEqual({ 'mediaIds.2': en('mediaIds.not_found') })
})

it('says which image is wrong, and what with it', () => {
  const errors = [{ field: 'images', code: 'payload_too_large', message: '', values: { name: 'bird.png' } }]
  const wrong = new AppError('payload_too_large', '', { errors, cause: new AppError('payload_too_large') })
  expect(tellFailure(wrong, en).message).toBe('“bird.png”: The image is too large: at most 4 MiB.')
})

it('says why, and when to try again', () => {
  expect(tell(notFound('tweet'), en)).toBe('There is no such tweet.')
  const often = (seconds: number) => new AppError('rate_limited', '', { reason: 'rate_limited.login', values: { seconds } })
  expect(tell(often(59), en)).toBe('Too many attempts with this account. Try again in 59 seconds.')
  expect(tell(often(61), en)).toBe('Too many attempts with this account. Try again in 2 minutes.')
  expect(tell(often(3_600), de)).toBe(`${de('rate_limited.login')} ${de('wait.hours', { count: 1 })}`)
})
