import { expect, it } from 'vitest'
import { localPath } from '@/lib/http/local-path'

it.each([
  ['/explore', '/explore'],
  ['/ada/status/1?a=b', '/ada/status/1?a=b'],
  ['/a/../b', '/b'],
])('goes to %j', (next, path) => expect(localPath(next)).toBe(path))

it.each([
  undefined,
  '',
  'home',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/\\/evil.example',
])('goes home instead of to %j', (next) => expect(localPath(next)).toBe('/home'))
