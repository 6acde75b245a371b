import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'globals.css'), 'utf8')
const design = readFileSync(join(import.meta.dirname, '../docs/design.md'), 'utf8')

type Roles = Record<string, [light: string, dark: string]>

/** The roles that the rule sets, with their values in light and dark. */
function rolesOf(selector: string): Roles {
  const start = css.indexOf(`${selector} {`)
  const rule = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, role, ...values]) => [role, values]),
  )
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const ACCENTS = ['linnet', 'moss', 'sky', 'plum']
const TEXT_ON = [
  ['ink', 'canvas'],
  ['ink', 'surface'],
  ['ink-muted', 'canvas'],
  ['ink-muted', 'surface'],
  ['accent', 'canvas'],
  ['accent', 'surface'],
  ['accent', 'accent-soft'],
  ['accent-ink', 'accent'],
  ['danger', 'canvas'],
  ['danger', 'accent-soft'],
  ['success', 'canvas'],
  ['success', 'surface'],
] as const
const plain = rolesOf(':root')
const more = rolesOf('@utility more-contrast')

/** The contrast of two roles in light (0) or dark (1). */
function between(roles: Roles, a: string, b: string, scheme: 0 | 1): number {
  const [one, other] = [roles[a]?.[scheme], roles[b]?.[scheme]]
  if (!one || !other) throw new Error(`There is no ${a} or ${b}.`)
  return contrast(one, other)
}

describe.each(ACCENTS)('with the accent %s', (accent) => {
  const accents = rolesOf(`[data-accent="${accent}"]`)
  const roles = { ...plain, ...accents }
  // In app/globals.css the accent is the strong one where more contrast is wanted.
  const strong = { ...roles, ...more, accent: accents['accent-strong'] as [string, string] }

  it.each(TEXT_ON)('%s can be read on %s', (text, ground) => {
    for (const scheme of [0, 1] as const) {
      expect(between(roles, text, ground, scheme)).toBeGreaterThanOrEqual(4.5)
      expect(between(strong, text, ground, scheme)).toBeGreaterThanOrEqual(7)
    }
  })

  it('edges and focus are seen', () => {
    for (const scheme of [0, 1] as const) {
      expect(between(roles, 'line-strong', 'canvas', scheme)).toBeGreaterThanOrEqual(3)
      expect(between(roles, 'accent', 'canvas', scheme)).toBeGreaterThanOrEqual(3)
      expect(between(strong, 'line', 'canvas', scheme)).toBeGreaterThanOrEqual(3)
    }
  })

  it('docs/design.md tells the contrast that it has', () => {
    const figures = [roles, strong].flatMap((each) =>
      ([0, 1] as const).map((scheme) => between(each, 'accent', 'canvas', scheme).toFixed(1)),
    )
    expect(design).toMatch(new RegExp(`\\| ${accent} +\\| ${figures.join(' +\\| ')} +\\|`))
  })
})
