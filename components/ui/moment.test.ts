import { expect, it } from 'vitest'
import { ago, exactly, month } from '@/components/ui/moment'

const NOW = new Date('2026-11-30T12:00:00Z')
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000)

it.each([
  [0, 'now', 'jetzt', 'الآن'],
  [59, 'now', 'jetzt', 'الآن'],
  [60, '1m', '1 Min.', '1 د'],
  [3_599, '59m', '59 Min.', '59 د'],
  [3 * 3_600, '3h', '3h', '3 س'],
  [2 * 86_400, '2d', '2 T', '2 ي'],
  [8 * 86_400, '22 Nov', '22. Nov.', '22 نوفمبر'],
])('%i seconds ago is told by the customs of each language', (seconds, ...texts) => {
  const told = ['en-IE', 'de-DE', 'ar-u-nu-latn'].map((customs) => ago(before(seconds), NOW, customs))
  expect(told.map((text) => text.normalize('NFKC'))).toEqual(texts)
})

it('tells a year only where it is another one', () => {
  expect(ago(new Date('2025-12-24T12:00:00Z'), NOW, 'en-IE')).toBe('24 Dec 2025')
  expect(month(NOW, 'de-DE')).toBe('November 2026')
})

it('tells a moment by the clock of a place', () => {
  expect(exactly(NOW, 'en-IE')).toBe('30 Nov 2026, 12:00 UTC')
  expect(exactly(NOW, 'en-IE', 'Asia/Tokyo')).toContain('21:00')
})
