import { afterEach, beforeEach, expect, vi } from 'vitest'
import { TEST_SECRET } from '@/scripts/testing/environment'

Object.assign(process.env, { AUTH_SECRET: TEST_SECRET, APP_URL: 'http://localhost:3000', LOG_LEVEL: 'silent' })

// A test that expects console.error asserts the call and then takes it back: vi.mocked(console.error).mockClear().
beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  const calls = vi.isMockFunction(console.error) ? [...vi.mocked(console.error).mock.calls] : []
  vi.restoreAllMocks()
  expect(calls, 'console.error was called').toEqual([])
})
