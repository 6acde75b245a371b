import { beforeAll, describe, expect, it } from 'vitest'
import { listWrongCounters } from '@/lib/counters/queries'
import { db } from '@/lib/db'
import { follow, unfollow } from '@/lib/follows/commands'
import { type Person, people, somebody } from '@/lib/testing/factory'
import { getUser } from '@/lib/users/queries'

let me: Person
let them: Person

beforeAll(async () => {
  me = await somebody()
  them = await somebody()
})

describe('follow and unfollow', () => {
  it('count once, however often', async () => {
    for (let time = 1; time <= 2; time++) {
      const now = await follow(me, them.username.toUpperCase())
      expect(now).toMatchObject({ username: them.username, followersCount: 1, viewer: { following: true, followedBy: false } })
    }
    expect(await getUser(them, me.username)).toMatchObject({ followingCount: 1, viewer: { following: false, followedBy: true } })
    expect(await db.follow.count({ where: { followerId: me.id } })).toBe(1)
    for (let time = 1; time <= 2; time++) {
      expect(await unfollow(me, them.username)).toMatchObject({ followersCount: 0, viewer: { following: false } })
    }
    expect(await getUser(null, me.username)).toMatchObject({ followingCount: 0, viewer: null })
  })

  it.each([
    ['a stranger', () => null, () => them.username, 'unauthenticated'],
    ['oneself', () => me, () => me.username, 'validation_failed'],
    ['oneself in capitals', () => me, () => me.username.toUpperCase(), 'validation_failed'],
    ['nobody', () => me, () => 'nobody_at_all', 'not_found'],
    ['no name', () => me, () => '../x', 'not_found'],
    ['nothing', () => me, () => undefined, 'not_found'],
  ])('refuse %s', async (_, viewer, username, code) => {
    for (const operation of [follow, unfollow]) await expect(operation(viewer(), username())).rejects.toMatchObject({ code })
  })

  it('by many at once leave every count equal to its rows', async () => {
    const crowd = await people(6)
    await Promise.all(crowd.map((one) => follow(one, me.username)))
    const acts = Array.from({ length: 40 }, (_, n) => {
      const [one, other] = [crowd[n % 6], crowd[(n * 5 + 1) % 6]] as [Person, Person]
      const target = one === other ? me : other
      return n % 3 === 0 ? unfollow(one, target.username) : follow(one, target.username)
    })
    await Promise.all(acts)
    expect(await listWrongCounters()).toEqual([])
  })

  it('the same pair twenty times at once: one follow, one count', async () => {
    const [one, other] = (await people(2)) as [Person, Person]
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? follow(one, other.username) : follow(other, one.username))))
    expect(await getUser(one, other.username)).toMatchObject({
      followersCount: 1,
      followingCount: 1,
      viewer: { following: true, followedBy: true },
    })
    await Promise.all(Array.from({ length: 20 }, () => unfollow(one, other.username)))
    expect(await getUser(one, other.username)).toMatchObject({ followersCount: 0, followingCount: 1 })
    expect(await listWrongCounters()).toEqual([])
  })
})
