import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseXml } from '@/lib/testing/xml'
import { element, storableInXml, toDocument } from '@/lib/xml'

/** Whatever a string can hold, also halves of surrogate pairs, and much of what means something in XML. */
const anything = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('<', '>', '&', ']]>', '<![CDATA[', '<!--', '&amp;', '&#0;', '"', "'", '\r\n', '\t', '\u0001', '\ufffe', '😀'))
    .map((parts) => parts.join('')),
)

it('says what it says whatever that is', () => {
  fc.assert(
    fc.property(anything, anything, (text, value) => {
      const root = parseXml(toDocument(element('a', { b: value }, text, element('c', {}, value))))
      expect(root.text).toBe(storableInXml(text))
      expect(root.attributes.b).toBe(storableInXml(value))
      expect(root.children[0]?.text).toBe(storableInXml(value))
    }),
    { numRuns: 1_000 },
  )
})

it('replaces only what XML forbids', () => {
  expect(storableInXml('a\u0000\u0001\u001b\ud800\ufffe\uffff')).toBe(`a${'\ufffd'.repeat(6)}`)
  const allowed = 'tab\t line\n 👩‍👩‍👧‍👦 𝒜 日本語 \u0085 \u2028 \ufffd'
  expect(storableInXml(allowed)).toBe(allowed)
})
