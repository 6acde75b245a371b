import { expect, it } from 'vitest'
import { drawable } from '@/lib/cards/text'

it.each([
  ['Hello, wörld!', 'Hello, wörld!'],
  ['Two\n\nlines 🐦 and a bird', 'Two lines and a bird'],
  ['Привет, мир', 'Привет, мир'],
  ['朝の川沿いで', ''],
  ['hello 朝の川沿いで', ''],
  ['e\u0301tude', 'étude'],
  ['', ''],
  ['🐦', ''],
])('of %j a card shows %j', (text, shown) => {
  expect(drawable(text)).toBe(shown)
})
