import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const HERE = import.meta.dirname

/** What is seen nowhere, or in another only. */
const UNSEEN = ['clock', 'nav-link']

const shown = readdirSync(HERE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) => [...readFileSync(join(HERE, file), 'utf8').matchAll(/'@\/components\/ui\/([\w-]+)'/g)].map(([, name]) => name))

const components = readdirSync(join(HERE, '../ui'))
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => file.slice(0, -'.tsx'.length))
  .filter((name) => !UNSEEN.includes(name))

it.each(components)('the style guide shows components/ui/%s.tsx', (name) => {
  expect(shown).toContain(name)
})
