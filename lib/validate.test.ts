import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { parse, parseId } from '@/lib/validate'

const schema = z.strictObject({
  name: z.string({ error: 'name must be text.' }),
  tags: z.array(z.string()).optional(),
  even: z
    .number()
    .refine((n) => n % 2 === 0, { error: 'even must be even.', params: { code: 'odd' } })
    .optional(),
})

function errorsOf(input: unknown) {
  try {
    parse(schema, input)
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).code).toBe('validation_failed')
    return (error as AppError).errors?.map(({ field, code }) => [field, code])
  }
}

describe('parse', () => {
  it('gives what the schema makes of the input', () => {
    expect(parse(schema, { name: 'a' })).toEqual({ name: 'a' })
  })

  it.each([
    ['a missing field', {}, [['name', 'required']]],
    ['nothing at all', undefined, [['', 'required']]],
    ['null', null, [['', 'invalid_type']]],
    ['a list', [], [['', 'invalid_type']]],
    ['the wrong type', { name: 1 }, [['name', 'invalid_type']]],
    ['a wrong item of a list', { name: 'a', tags: ['x', 1] }, [['tags.1', 'invalid_type']]],
    ['a rule of ours', { name: 'a', even: 3 }, [['even', 'odd']]],
    ['an unknown field', { name: 'a', admin: true }, [['admin', 'unknown_field']]],
    [
      'two unknown fields',
      { name: 'a', x: 1, y: 2 },
      [
        ['x', 'unknown_field'],
        ['y', 'unknown_field'],
      ],
    ],
    ['__proto__', JSON.parse('{"name":"a","__proto__":{"admin":true}}'), [['__proto__', 'unknown_field']]],
    ['constructor', { name: 'a', constructor: 1 }, [['constructor', 'unknown_field']]],
    [
      'everything at once',
      { tags: 1, z: 1 },
      [
        ['name', 'required'],
        ['tags', 'invalid_type'],
        ['z', 'unknown_field'],
      ],
    ],
  ])('names the field for %s', (_, input, errors) => {
    expect(errorsOf(input)).toEqual(errors)
  })
})

describe('parseId', () => {
  it('takes a UUID in any case, and gives it in lower case', () => {
    expect(parseId('019A4B5C-6D7E-7F80-8123-456789ABCDEF', 'tweet')).toBe('019a4b5c-6d7e-7f80-8123-456789abcdef')
  })

  it.each([
    undefined,
    null,
    1,
    '',
    'x',
    '019a4b5c6d7e7f808123456789abcdef',
    '019a4b5c-6d7e-7f80-8123-456789abcde',
    ['019a4b5c-6d7e-7f80-8123-456789abcdef'],
    '019a4b5c-6d7e-7f80-8123-456789abcdef\0',
  ])('answers not_found for %j', (id) => expect(() => parseId(id, 'tweet')).toThrow('There is no such tweet.'))
})
