import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReactNode } from 'react'
import look from '@/components/styleguide/styleguide.module.css'

/** A scheme with an accent, and whether with more contrast. */
export type Setting = { scheme: 'light' | 'dark'; accent?: string; more?: boolean }

export const SCHEMES = ['light', 'dark'] as const

/** A piece of a page that looks like this, whatever the page itself looks like. */
export function Ground({ children, ...setting }: Setting & { children: ReactNode }) {
  return (
    <div style={{ colorScheme: setting.scheme, ...valuesOf(setting) }} className={look.ground}>
      {children}
    </div>
  )
}

/**
 * The values of the roles there, as app/globals.css says them. They are set anew on a part of a page, since what a browser gets of a
 * `light-dark()` is settled for the whole page.
 */
export function valuesOf({ scheme, accent = 'linnet', more = false }: Setting): Record<`--${string}`, string> {
  const css = readFileSync(join(process.cwd(), 'app/globals.css'), 'utf8')
  const rules = [':root', `[data-accent="${accent}"]`, ...(more ? ['@utility more-contrast'] : [])]
  return Object.assign({}, ...rules.map((rule) => valuesIn(css, rule, scheme)))
}

function valuesIn(css: string, selector: string, scheme: Setting['scheme']): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  const rule = css.slice(start, css.indexOf('}', start))
  const declared = [...rule.matchAll(/(--[\w-]+): ([^;]+);/g)]
  return Object.fromEntries(
    declared.map(([, role, value = '']) => [role, value.replace(/light-dark\((.+), (.+)\)/, scheme === 'light' ? '$1' : '$2')]),
  )
}
