import { expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { mustBeWriter } from '@/lib/tweets/policy'

const viewer: Viewer = { id: 'a', username: 'ada', name: 'Ada', avatarUrl: null, role: 'member', sessionId: 's' }

it('lets what waited be posted by its writer and nobody else', () => {
  expect(() => mustBeWriter(viewer, 'a')).not.toThrow()
  expect(() => mustBeWriter(viewer, 'b')).toThrow(expect.objectContaining({ code: 'forbidden' }))
})

it('asks nothing where no writer is named, or nobody is signed in, which is refused elsewhere', () => {
  expect(() => mustBeWriter(viewer, null)).not.toThrow()
  expect(() => mustBeWriter(null, 'b')).not.toThrow()
})
