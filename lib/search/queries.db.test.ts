import { beforeAll, describe, expect, it } from 'vitest'
import { block } from '@/lib/blocks/commands'
import { db } from '@/lib/db'
import { follow } from '@/lib/follows/commands'
import { idAt } from '@/lib/id'
import { likeTweet } from '@/lib/likes/commands'
import { mute } from '@/lib/mutes/commands'
import { search } from '@/lib/search/queries'
import { type Person, people, somebody, tweetBy } from '@/lib/testing/factory'
import { deleteTweet } from '@/lib/tweets/commands'
import type { Tweet } from '@/lib/tweets/schema'
import type { User } from '@/lib/users/schema'

let ada: Person
let grace: Person
let linus: Person

beforeAll(async () => {
  ada = await somebody({ username: 'ada', name: 'Ada Lovelace' })
  grace = await somebody({ username: 'GraceH', name: 'Gráce Hopper' })
  linus = await somebody({ username: 'linus_t', name: 'Linus' })
})

/** What the query finds, by their texts, newest first. */
async function found(q: string, viewer: Person | null = null, more: object = {}): Promise<string[]> {
  const { items } = await search(viewer, { q, limit: 100, ...more })
  return (items as Tweet[]).map(({ content }) => content)
}

/** Who is found, by their usernames. */
async function foundPeople(q: string, viewer: Person | null = null): Promise<string[]> {
  const { items } = await search(viewer, { q, type: 'users', limit: 100 })
  return (items as User[]).map(({ username }) => username)
}

describe('words are found', () => {
  const CASES: [string, string[], string[]][] = [
    ['Un Café au lait', ['cafe', 'CAFÉ', 'Cafe\u0301', 'café au', 'ｃａｆｅ'], ['cafes', 'caf', 'cafe tea']],
    ['Der Weg über die Straße', ['uber', 'ÜBER', 'strasse', 'Straße'], ['strass']],
    ['Привет, мир и ёжик', ['ПРИВЕТ', 'привет мир', 'Ежик'], ['прив']],
    ['مرحبا، بالعالم', ['مرحبا'], ['عالم']],
    ['नमस्ते हिन्दी दुनिया', ['हिन्दी'], ['हिन्द']],
    [
      '東京タワーへ行った。きれいだった',
      ['東京', 'タワー', '京タ', '東京タワー', '行', '"東京タワーへ"', '「東京」'],
      ['京東', '東京タワー駅', 'ワータ', '猫'],
    ],
    ['うちの猫', ['猫', 'うち', 'うちの猫'], ['犬', 'うち猫']],
    ['ผมชอบกินข้าวผัด', ['ข้าว', 'ข้าวผัด', 'ชอบ'], ['ข้าวต้ม']],
    ['Mein iPhoneが欲しい', ['iphone', 'iPhoneが', '欲しい', 'mein 欲しい'], ['phone']],
    ['Good night🌙everybody ❤️', ['🌙', 'night', 'everybody', '❤️', '❤', 'night🌙'], ['🌞', 'nigh']],
    [
      '“Quoted,” he/him said—loudly… (twice) and/or don’t.',
      ['quoted', 'he', 'him', 'said', 'loudly', 'twice', 'or', "don't", 'he/him'],
      ['do'],
    ],
    [
      '<b>bold</b> & 3.14 costs 5€ at example.com/shop',
      ['bold', '3.14', '"5€"', '€', 'example', 'shop', 'example.com', '<b>'],
      ['3.15', 'exam'],
    ],
    [
      'snake_case state-of-the-art #Hash_tag',
      ['snake', 'snake_case', 'art', '"state of the art"', 'state-of-the-art', 'hash'],
      ['state-of-art'],
    ],
  ]

  it.each(CASES)('in %j', async (content, queries, misses) => {
    const { id } = await tweetBy(ada, content)
    for (const q of queries) expect([q, await found(q)]).toEqual([q, [content]])
    for (const q of misses) expect([q, await found(q)]).toEqual([q, []])
    await deleteTweet(ada, id)
    for (const q of queries) expect([q, await found(q)]).toEqual([q, []])
  })

  it('all of them, exactly in order, or not at all', async () => {
    await tweetBy(ada, 'alpha beta gamma')
    await tweetBy(ada, 'gamma beta delta')
    expect(await found('beta')).toEqual(['gamma beta delta', 'alpha beta gamma'])
    expect(await found('gamma alpha')).toEqual(['alpha beta gamma'])
    expect(await found('"beta gamma"')).toEqual(['alpha beta gamma'])
    expect(await found('"gamma beta"')).toEqual(['gamma beta delta'])
    expect(await found('beta -delta')).toEqual(['alpha beta gamma'])
    expect(await found('beta -"beta gamma"')).toEqual(['gamma beta delta'])
    expect(await found('beta -alpha -delta')).toEqual([])
  })

  it('without what is only punctuation; of nothing else, nothing is found', async () => {
    await tweetBy(ada, 'omega -- !')
    expect(await found('omega !! ... &')).toEqual(['omega -- !'])
    for (const q of ['!!', '...', '&', '""', '-', '-!', ':*', '" "']) expect([q, await found(q)]).toEqual([q, []])
  })
})

describe('operators', () => {
  let root: Tweet

  beforeAll(async () => {
    root = await tweetBy(ada, 'operating #Gärten @graceh')
    await tweetBy(grace, 'operating answer', { replyToId: root.id })
    await tweetBy(linus, 'operating #gärten #weeds')
    for (const who of [grace, linus]) await likeTweet(who, root.id)
    const image = { width: 1, height: 1, contentType: 'image/webp', blurhash: 'L00000fQfQfQfQfQfQfQfQfQfQfQ', files: [] }
    await db.media.create({ data: { ...image, ownerId: ada.id, tweetId: root.id } })
  })

  const ROOT = 'operating #Gärten @graceh'
  const ANSWER = 'operating answer'
  const WEEDS = 'operating #gärten #weeds'

  it.each<[string, string[]]>([
    ['operating', [WEEDS, ANSWER, ROOT]],
    ['#GÄRTEN', [WEEDS, ROOT]],
    ['#garten', []],
    ['#gärten -#weeds', [ROOT]],
    ['#gärten #weeds', [WEEDS]],
    ['operating from:ADA', [ROOT]],
    ['from:graceh', [ANSWER]],
    ['operating -from:ada', [WEEDS, ANSWER]],
    ['operating from:ada from:graceh', []],
    ['operating to:ada', [ANSWER]],
    ['to:ada', [ANSWER]],
    ['operating -to:ada', [WEEDS, ROOT]],
    ['@graceh', [ROOT]],
    ['@GraceH operating #gärten from:ada', [ROOT]],
    ['operating -@graceh', [WEEDS, ANSWER]],
    ['operating is:reply', [ANSWER]],
    ['operating -is:reply', [WEEDS, ROOT]],
    ['operating min_likes:2', [ROOT]],
    ['operating min_likes:3', []],
    ['operating has:images', [ROOT]],
    ['has:images', [ROOT]],
    ['operating -has:images', [WEEDS, ANSWER]],
    ['operating from:nobody_at_all', []],
    ['operating -from:nobody_at_all -#never_used', [WEEDS, ANSWER, ROOT]],
    ['operating #never_used', []],
    ['operating @nobody_at_all', []],
    ['operating since:2020-01-01 until:9999-12-31', [WEEDS, ANSWER, ROOT]],
    ['operating since:9999-12-31', []],
    ['operating until:1969-01-01', []],
    ['operating since:yesterday', []],
  ])('%s', async (q, expected) => {
    expect(await found(q)).toEqual(expected)
    expect((await found(q, null, { sort: 'top' })).toSorted()).toEqual(expected.toSorted())
  })

  it('top: those that moved people most first', async () => {
    expect(await found('operating', null, { sort: 'top' })).toEqual([ROOT, WEEDS, ANSWER])
  })

  it('since: with that day, until: without it, in UTC', async () => {
    const at = ['2021-03-04T23:59:59.999Z', '2021-03-05T00:00:00.000Z', '2021-03-05T23:59:59.999Z', '2021-03-06T00:00:00.000Z']
    for (const moment of at) {
      const id = idAt(new Date(moment)).replace('-0000-0000-', '-7000-8000-')
      await db.tweet.create({ data: { id, authorId: ada.id, conversationId: id, content: `dated ${moment}` } })
    }
    const dated = at.map((moment) => `dated ${moment}`).toReversed()
    expect(await found('dated')).toEqual(dated)
    expect(await found('dated since:2021-03-05')).toEqual(dated.slice(0, 3))
    expect(await found('dated until:2021-03-06')).toEqual(dated.slice(1))
    expect(await found('dated since:2021-03-05 until:2021-03-06')).toEqual(dated.slice(1, 3))
    expect(await found('dated -since:2021-03-05')).toEqual(dated.slice(3))
    expect(await found('from:ada since:2021-03-05 until:2021-03-06')).toEqual(dated.slice(1, 3))
    expect(await found('dated since:2021-03-06 until:2021-03-05')).toEqual([])
  })
})

describe('who is not heard', () => {
  it('blocked either way: neither tweets nor person; muted: neither, unless by name', async () => {
    const [me, blocked, blocker, muted] = (await people(4)) as [Person, Person, Person, Person]
    for (const who of [me, blocked, blocker, muted]) await tweetBy(who, `hearing ${who.username} #hearing @${me.username}`)
    await block(me, blocked.username)
    await block(blocker, me.username)
    await mute(me, muted.username)
    const of = ({ username }: Person) => `hearing ${username} #hearing @${me.username}`
    expect(await found('hearing', me)).toEqual([of(me)])
    expect(await found('#hearing', me)).toEqual([of(me)])
    expect(await found(`@${me.username}`, me)).toEqual([of(me)])
    expect(await found('hearing', me, { sort: 'top' })).toEqual([of(me)])
    expect(await found('hearing')).toHaveLength(4)
    expect(await found(`from:${muted.username}`, me)).toEqual([of(muted)])
    for (const who of [blocked, blocker]) expect(await found(`from:${who.username}`, me)).toEqual([])
    for (const who of [blocked, blocker, muted]) expect(await foundPeople(who.username, me)).toEqual([])
    for (const who of [blocked, blocker, muted]) expect(await foundPeople(who.username)).toEqual([who.username])
  })
})

describe('the pages of', () => {
  /** All pages joined; `between` runs after each. */
  async function joined(query: object, limit: number, between: (ids: string[]) => Promise<void> = async () => {}): Promise<string[]> {
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await search(null, { ...query, limit, ...(cursor && { cursor }) })
      ids.push(...page.items.map((item) => ('id' in item ? item.id : item.word)))
      cursor = page.nextCursor
      await between(ids)
    } while (cursor)
    return ids
  }

  beforeAll(async () => {
    for (let n = 1; n <= 11; n++) await tweetBy(n % 2 ? ada : linus, `paged ${n} #paged`)
    for (let n = 1; n <= 11; n++) await somebody({ username: `paged_${n}` })
    for (let n = 1; n <= 7; n++) await tweetBy(grace, `#paging_${'x'.repeat(n)}`)
  })

  it.each([
    { q: 'paged' },
    { q: '#paged' },
    { q: 'paged from:ada' },
    { q: 'paged', sort: 'top' },
    { q: 'paged', type: 'users' },
    { q: '#Paging_x', type: 'hashtags' },
  ])('%j are one list', async (query) => {
    const all = await joined(query, 100)
    expect(all.length).toBeGreaterThan(5)
    for (const limit of [1, 2, 3, all.length - 1, all.length]) expect(await joined(query, limit)).toEqual(all)
  })

  it('tweets go on after the tweet that the cursor names is deleted', async () => {
    const all = await joined({ q: 'paged' }, 100)
    const seen = await joined({ q: 'paged' }, 3, async (ids) => {
      const last = await db.tweet.findUnique({ where: { id: ids.at(-1) ?? '' }, select: { id: true, authorId: true } })
      if (last && ids.length === 3) await deleteTweet(last.authorId === ada.id ? ada : linus, last.id)
    })
    expect(seen).toEqual(all)
  })
})

describe('people are found', () => {
  it.each<[string, string]>([
    ['ada', 'ada'],
    ['ADA', 'ada'],
    ['@ada', 'ada'],
    ['from:ada', 'ada'],
    ['lovel', 'ada'],
    ['Ada Love', 'ada'],
    ['love ada', 'ada'],
    ['adda', 'ada'],
    ['lovelase', 'ada'],
    ['ada lovlace', 'ada'],
    ['grace', 'GraceH'],
    ['gráce', 'GraceH'],
    ['graceh', 'GraceH'],
    ['HOPPER', 'GraceH'],
    ['hoper', 'GraceH'],
    ['li', 'linus_t'],
    ['linus_', 'linus_t'],
    ['linux', 'linus_t'],
  ])('by %j', async (q, username) => {
    expect((await foundPeople(q))[0]).toBe(username)
  })

  it('by names of every script', async () => {
    const names = ['山田太郎', 'สมชาย ใจดี', 'Иван Петров', 'محمد علي', 'Zoë Ñandú']
    const queries = [['山田', '太郎', '山'], ['สมชาย', 'ใจ'], ['иван', 'ПЕТР'], ['محمد'], ['zoe', 'nandu', 'ÑAND']]
    for (const [place, name] of names.entries()) {
      const { username } = await somebody({ name })
      for (const q of queries[place] ?? []) expect([q, await foundPeople(q)]).toEqual([q, [username]])
    }
  })

  it('but nobody by an underscore, a percent sign or what stands for anything elsewhere', async () => {
    for (const q of ['%', '_', '%%%', '___', '.*', "'", '\\', ':*', '%ada%', '*']) {
      expect([q, (await foundPeople(q)).filter((username) => username !== 'ada')]).toEqual([q, []])
    }
  })

  it('the exact name first, then whom one follows, then whoever has many followers', async () => {
    const [exact, many, followed] = [
      await somebody({ username: 'robin' }),
      await somebody({ username: 'robin_many' }),
      await somebody({ username: 'a_robin', name: 'Robin' }),
    ]
    const [me, ...others] = (await people(4)) as [Person, ...Person[]]
    for (const other of others) await follow(other, many.username)
    await follow(me, followed.username)
    expect(await foundPeople('robin', me)).toEqual([exact.username, followed.username, many.username])
    expect(await foundPeople('robin')).toEqual([exact.username, many.username, followed.username])
  })
})
