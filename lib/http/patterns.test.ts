import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { PATTERNS, patternOf } from '@/lib/http/patterns'

const APP = join(import.meta.dirname, '../../app')

/** The patterns of the files in app/ that answer something, but for the one that answers what nothing else does, and what stands in front of pages. */
const inFiles = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file) && !/\[\[|@/.test(file))
  .map((file) => {
    const segments = dirname(file)
      .split('/')
      .filter((segment) => segment !== '.' && !segment.startsWith('('))
    return `/${segments.map((segment) => segment.replace(/^\[(?:\.\.\.)?(.+)\]$/, '{$1}')).join('/')}`
  })

/** Files that Next.js serves at paths of their own. */
const OTHERS = ['/apple-icon.png', '/icon.svg', '/icons/{name}', '/manifest.webmanifest', '/opengraph.png', '/sw.js']

it('are those of the files', () => {
  expect(PATTERNS.toSorted()).toEqual([...inFiles, ...OTHERS].toSorted())
})

it.each([
  ['/', '/'],
  ['/home', '/home'],
  ['/ada', '/{username}'],
  ['/ada/status/019a4b5c-6d7e-7f80-8123-456789abcdef', '/{username}/status/{id}'],
  ['/api/users/me', '/api/users/me'],
  ['/api/users/ada', '/api/users/{username}'],
  ['/api/users/me/blocks', '/api/users/me/blocks'],
  ['/api/tweets/x/like', '/api/tweets/{id}/like'],
  ['/api/hashtags/trending', '/api/hashtags/trending'],
  ['/api/nothing/here', 'other'],
  ['/api', '/{username}'],
  ['/a/b/c/d/e/f', 'other'],
  ['//', 'other'],
  ['/home/', 'other'],
  ['/_next/static/chunks/a.js', '/_next/static'],
  ['/_next/image', '/_next'],
])('%s is %s', (path, pattern) => {
  expect(patternOf(path)).toBe(pattern)
})
