import { expect, it } from 'vitest'
import { localPath } from '@/lib/http/local-path'
import { HOSTILE_TARGETS } from '@/lib/testing/targets'

it.each([
  ['/explore', '/explore'],
  ['/ada/status/1?a=b', '/ada/status/1?a=b'],
  ['/a/../b', '/b'],
  ['/search?q=https%3A%2F%2Flinnet.example', '/search?q=https%3A%2F%2Flinnet.example'],
])('goes to %j', (next, path) => expect(localPath(next)).toBe(path))

it.each([undefined, '', 'home'])('goes home instead of to %j', (next) => expect(localPath(next)).toBe('/home'))

it.each(HOSTILE_TARGETS)('stays with us when it is told to go to %j', (next) => {
  const origin = 'https://linnet.example'
  const path = localPath(next)
  expect(path).toMatch(/^\/(?![/\\])/)
  expect(new URL(path, origin).origin).toBe(origin)
})
