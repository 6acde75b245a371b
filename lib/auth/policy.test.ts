import { describe, expect, it } from 'vitest'
import { normalisePassword, passwordError } from '@/lib/auth/policy'

const ADA = { username: 'Ada_Finch', email: 'countess@linnet.example' }

describe('passwordError', () => {
  it.each([
    ['8 characters', 'zq7!wk2p'],
    ['128 characters', 'zq7!wk2p'.repeat(16)],
    ['spaces', 'correct horse battery'],
    ['8 emoji', '🐦🐤🐥🦆🦢🦉🦚🦜'],
    ['any script', '山の上の鳥と石と水'],
    ['128 characters that are more in another Unicode form', 'e\u0301a\u0300'.repeat(64)],
  ])('takes %s', (_, password) => expect(passwordError(password, ADA)).toBeNull())

  it.each([
    ['7 characters', 'zq7!wk2', 'too_short'],
    ['nothing', '', 'too_short'],
    ['4 emoji', '🐦🐤🐥🦆', 'too_short'],
    ['7 characters that are 14 in another Unicode form', 'e\u0301a\u0300i\u0301o\u0301u\u0301n\u0303c\u0327', 'too_short'],
    ['129 characters', 'a1b2c3d4'.repeat(16).concat('x'), 'too_long'],
    ['one in wide use', 'password', 'common'],
    ['one in wide use, in capitals', 'QwErTyUiOp', 'common'],
    ['one in wide use, in full-width letters', 'ｐａｓｓｗｏｒｄ', 'common'],
    ['one character again and again', 'ññññññññññ', 'common'],
    ['the username in any case', 'xx-aDA_fINCH-xx', 'contains_name'],
    ['the email address', 'countess@linnet.example', 'contains_name'],
    ['the email address before its @', 'The Countess 1843', 'contains_name'],
    ['the username in full-width letters', 'ａｄａ＿ｆｉｎｃｈ-1843', 'contains_name'],
    ['NUL', 'zq7!wk2p\0', 'invalid_characters'],
    ['half of a surrogate pair', 'zq7!wk2p\ud800', 'invalid_characters'],
  ])('refuses %s', (_, password, code) => expect(passwordError(password, ADA)).toMatchObject({ code }))

  it('does not take a short name for a part of every word', () => {
    expect(passwordError('banana bread', { username: 'abc', email: 'an@linnet.example' })).toBeNull()
  })
})

describe('normalisePassword', () => {
  it('makes one of all that looks the same', () => {
    expect(normalisePassword('ﬁ e\u0301')).toBe('fi é')
  })
})
