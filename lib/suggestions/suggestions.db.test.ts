import { beforeEach, expect, test } from 'vitest'
import { block } from '@/lib/blocks/commands'
import { follow } from '@/lib/follows/commands'
import { mute } from '@/lib/mutes/commands'
import { listSuggestions } from '@/lib/suggestions/queries'
import { type Person, people, tweetBy } from '@/lib/testing/factory'

let me: Person
let friend: Person
let other: Person
let known: Person
let loved: Person
let active: Person

beforeEach(async () => {
  ;[me, friend, other, known, loved, active] = (await people(6)) as [Person, Person, Person, Person, Person, Person]
  await follow(me, friend.username)
  await follow(me, other.username)
})

async function suggested(limit = 100): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listSuggestions(me, { limit, ...(cursor && { cursor }) })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return ids
}

test('suggests whom most of those I follow follow, then who wrote lately, the most followed first', async () => {
  const quiet = (await people(1))[0] as Person
  await tweetBy(active)
  await tweetBy(quiet)
  await follow(known, active.username)
  await follow(friend, known.username)
  for (const one of [friend, other]) await follow(one, loved.username)
  const ids = await suggested()
  expect(ids.slice(0, 2)).toEqual([loved.id, known.id])
  expect(ids.indexOf(active.id)).toBeGreaterThan(1)
  expect(ids.indexOf(quiet.id)).toBeGreaterThan(ids.indexOf(active.id))
  expect(await suggested(1)).toEqual(ids)
})

test('suggests nobody I follow, mute or block, who blocks me, nor myself', async () => {
  for (const them of [loved, known, active]) await follow(friend, them.username)
  await follow(friend, other.username)
  await follow(friend, me.username)
  await tweetBy(me)
  expect((await suggested()).slice(0, 3).toSorted()).toEqual([loved.id, known.id, active.id].toSorted())
  await mute(me, loved.username)
  await block(me, known.username)
  await block(active, me.username)
  const ids = await suggested()
  for (const { id } of [me, friend, other, loved, known, active]) expect(ids).not.toContain(id)
})

test('suggests nothing to nobody', async () => {
  await expect(listSuggestions(null, {})).rejects.toMatchObject({ code: 'unauthenticated' })
})
