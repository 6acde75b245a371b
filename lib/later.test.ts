import { expect, it, vi } from 'vitest'
import { deferral, later, settled } from '@/lib/later'
import { log } from '@/lib/log'

vi.hoisted(() => vi.stubEnv('DATABASE_URL', 'postgres://localhost/unused'))

it('work is left to the door, and begins when the door says', async () => {
  const deferred: (() => Promise<void>)[] = []
  const work = vi.fn(async () => undefined)
  deferral.run(
    (task) => deferred.push(task),
    () => later(work),
  )
  expect(work).not.toHaveBeenCalled()
  await deferred[0]?.()
  expect(work).toHaveBeenCalledOnce()
})

it('without a door it begins at once, beside what follows', async () => {
  const done: string[] = []
  later(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10))
    later(async () => void done.push('what the work put off'))
    done.push('the work')
  })
  done.push('what follows')
  await settled()
  expect(done.toSorted()).toEqual(['the work', 'what follows', 'what the work put off'])
  expect(done[0]).toBe('what follows')
})

it('that fails is logged, and fails nobody', async () => {
  const error = vi.spyOn(log, 'error').mockReturnValue()
  later(() => Promise.reject(new Error('broken')))
  await settled()
  expect(error).toHaveBeenCalledWith({ err: expect.objectContaining({ message: 'broken' }) }, expect.any(String))
})
