import { describe, expect, it } from 'vitest'
import { isUsername, profileInput, signUpInput } from '@/lib/users/schema'

const SIGN_UP = { username: 'ada_99', email: 'ada@linnet.example', password: 'correct horse' }

function codesOf(result: ReturnType<typeof signUpInput.safeParse> | ReturnType<typeof profileInput.safeParse>) {
  return result.error?.issues.map((issue) => issue.path.join('.'))
}

describe('a username', () => {
  it.each(['abc', 'ABC_123', '___', '123', 'a'.repeat(20)])('may be %j', (username) => {
    expect(signUpInput.parse({ ...SIGN_UP, username }).username).toBe(username)
    expect(isUsername(username)).toBe(true)
  })

  it.each(['', 'ab', 'a'.repeat(21), 'a b c', 'a-b', 'añb', 'ａｄａ', 'ada\n', ' ada', 'a.b', 'ada\0', '@ada'])(
    'may not be %j',
    (username) => {
      expect(codesOf(signUpInput.safeParse({ ...SIGN_UP, username }))).toEqual(['username'])
      expect(isUsername(username)).toBe(false)
    },
  )

  it.each(['home', 'explore', 'api', 'settings', 'login', 'signup', 'hashtag', 'search', 'admin', 'HOME', 'Api', 'linnet', 'styleguide'])(
    'is reserved: %j',
    (username) => {
      expect(codesOf(signUpInput.safeParse({ ...SIGN_UP, username }))).toEqual(['username'])
    },
  )
})

describe('an email address', () => {
  it('is kept in lower case without the space around', () => {
    expect(signUpInput.parse({ ...SIGN_UP, email: ' Ada.Finch+bird@Linnet.Example ' }).email).toBe('ada.finch+bird@linnet.example')
  })

  it.each([
    '',
    'ada',
    'ada@',
    '@linnet.example',
    'ada@linnet',
    'a da@linnet.example',
    'ada@linnet.example\nBcc: mei@linnet.example',
    `${'a'.repeat(250)}@b.org`,
    'ada@linnet.example\0',
    null,
    1,
  ])('may not be %j', (email) => expect(codesOf(signUpInput.safeParse({ ...SIGN_UP, email }))).toEqual(['email']))
})

describe('a profile', () => {
  it.each([
    [{ name: ' Ada\u0300 ' }, { name: 'Adà' }],
    [{ name: '👩‍🔬'.repeat(45) }, { name: '👩‍🔬'.repeat(45) }],
    [{ bio: 'one\r\ntwo' }, { bio: 'one\ntwo' }],
    [
      { bio: null, location: '', website: null },
      { bio: null, location: '', website: null },
    ],
    [{ website: 'linnet.example/ada' }, { website: 'https://linnet.example/ada' }],
    [{ website: ' http://linnet.example ' }, { website: 'http://linnet.example' }],
    [{ website: 'HTTPS://Linnet.example/Ada' }, { website: 'https://Linnet.example/Ada' }],
    [{}, {}],
  ])('takes %j', (input, profile) => expect(profileInput.parse(input)).toEqual(profile))

  it.each<[string, Record<string, unknown>]>([
    ['name', { name: '' }],
    ['name', { name: null }],
    ['name', { name: '\u200b' }],
    ['name', { name: 'a'.repeat(51) }],
    ['name', { name: 'a\nb' }],
    ['bio', { bio: 'a'.repeat(161) }],
    ['bio', { bio: 1 }],
    ['location', { location: 'a'.repeat(31) }],
    ['website', { website: 'javascript:alert(1)' }],
    ['website', { website: 'data:text/html,x' }],
    ['website', { website: 'ftp://linnet.example' }],
    ['website', { website: 'http:linnet.example' }],
    ['website', { website: 'https:/linnet.example' }],
    ['website', { website: 'https:\\\\linnet.example' }],
    ['website', { website: 'https://' }],
    ['website', { website: 'https://ada:secret@linnet.example' }],
    ['website', { website: 'https://linnet.example/a b' }],
    ['website', { website: 'https://linnet.example/\u202e' }],
    ['website', { website: 'https://linnet.example/\0' }],
    ['website', { website: `https://linnet.example/${'a'.repeat(200)}` }],
    ['website', { website: '\ud800' }],
  ])('refuses the %s of %j', (field, input) => expect(codesOf(profileInput.safeParse(input))).toEqual([field]))

  it('has no other fields', () => {
    expect(profileInput.safeParse({ username: 'ada' }).success).toBe(false)
    expect(signUpInput.safeParse({ ...SIGN_UP, id: '1' }).success).toBe(false)
  })
})
