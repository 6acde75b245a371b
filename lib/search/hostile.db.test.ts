import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, call } from '@/lib/testing/api'
import { somebody, tweetBy } from '@/lib/testing/factory'

const TEXTS = [
  '"',
  '"unbalanced',
  'un"bal"anc"ed',
  "'",
  "''",
  "' OR 1=1 --",
  "'; DROP TABLE tweets; --",
  "a'::tsquery",
  '\\',
  "\\'",
  ':*',
  'a:*',
  'a:ABCD',
  'a & b',
  '& |',
  '!',
  '!a',
  '(((',
  ')',
  '()',
  '<->',
  'a <2> b',
  '*',
  '%',
  '_',
  '%_%',
  '$1',
  '{{a}}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'a\0b',
  '\ud800',
  '\udc00 a',
  '\u202e abc',
  '\u200b',
  '\ufeff',
  '﷽',
  'İ',
  'ß',
  '👨‍👩‍👧‍👦',
  '\u0301',
  '猫'.repeat(500),
  'a'.repeat(500),
  'a'.repeat(501),
  'a'.repeat(10_000),
  '"'.repeat(10_000),
  'a '.repeat(30),
  'a '.repeat(31),
  '-a '.repeat(30),
  '-',
  '--',
  '-"',
  '-:',
  ':',
  '#',
  '##a',
  '@',
  '@@ada',
  'from:',
  'from:from:ada',
  'from:ada to:ada @ada #ada -from:grace',
  'since:',
  'since:0000-00-00',
  'since:0001-01-01 until:9999-12-31',
  'since:99999-01-01',
  'min_likes:999999999',
  'min_likes:9999999999999999999',
  'min_likes:-1',
  'has:images is:reply -has:images -is:reply',
  '-is:reply',
  'constructor:a __proto__:b toString:c',
  'null',
  'undefined',
  'NaN',
  ' ',
  '\n',
  '',
]

beforeAll(async () => {
  const ada = await somebody({ username: 'ada' })
  for (const text of TEXTS.filter(
    (each) => each.trim() && each.length < 250 && each.isWellFormed() && !each.includes('\0') && !/^[\u200b\ufeff]$/.test(each),
  ))
    await tweetBy(ada, text)
})

const asked = (q: string, more = ''): Promise<Answer> => call('GET', `/api/search?${new URLSearchParams({ q })}${more}`)

describe('whatever is typed', () => {
  it.each(TEXTS.map((text) => [JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text), text] as const))(
    '%s is answered',
    async (_, q) => {
      for (const more of ['', '&sort=top', '&type=users', '&type=hashtags', '&limit=1']) {
        const { status, body } = await asked(q, more)
        expect([200, 422]).toContain(status)
        if (status === 422) expect(body.errors[0].field).toBe('q')
        else expect(Array.isArray(body.items)).toBe(true)
      }
    },
  )

  it('as bytes that are no UTF-8 is answered', async () => {
    for (const bytes of ['%ff', '%c3%28', '%ed%a0%80', '%', '%zz', '%00']) {
      expect([200, 422]).toContain((await call('GET', `/api/search?q=${bytes}`)).status)
    }
  })
})

describe('422 names what is wrong', () => {
  it.each([
    ['', 'q', 'required'],
    ['q=', 'q', 'blank'],
    ['q=%20', 'q', 'blank'],
    [`q=${'a'.repeat(501)}`, 'q', 'too_long'],
    [`q=${'a+'.repeat(31)}`, 'q', 'too_many_terms'],
    ['q=a&q=b', 'q', 'invalid_type'],
    ['q=a%00', 'q', 'invalid_characters'],
    ['q=a&type=people', 'type', 'invalid_value'],
    ['q=a&sort=best', 'sort', 'invalid_value'],
    ['q=a&limit=0', 'limit', 'too_small'],
    ['q=a&cursor=x', 'cursor', 'invalid_cursor'],
    ['q=a&type=users&cursor=x', 'cursor', 'invalid_cursor'],
    ['q=a&type=hashtags&cursor=x', 'cursor', 'invalid_cursor'],
    ['q=a&sort=top&cursor=x', 'cursor', 'invalid_cursor'],
    ['q=a&offset=1', 'offset', 'unknown_field'],
  ])('%s', async (query, field, code) => {
    const { status, body } = await call('GET', `/api/search?${query}`)
    expect([status, body.errors?.[0]?.field, body.errors?.[0]?.code]).toEqual([422, field, code])
  })
})
