import type { Page } from '@playwright/test'
import { card, composer, expect, newText, newUsername, pathOf, test } from '@/e2e/fixtures'

const texts = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('article')
    .getByText(/^Answer \d+ /)

test('home shows one’s own tweets and those of people one follows', { tag: '@nojs' }, async ({ page, me, person, tweet, follow }) => {
  const [friend, stranger] = [await person(), await person()]
  await follow(me, friend)
  const [mine, theirs, others] = [newText('Mine'), newText('Of a friend'), newText('Of a stranger')]
  const asked = await tweet(stranger, others)
  await tweet(friend, theirs)
  await tweet(me, mine)
  const answer = newText('To a stranger')
  await tweet(friend, answer, { replyToId: asked.id })
  await page.goto('/home')
  const timeline = page.getByRole('region', { name: 'Your timeline' })
  await expect(timeline.getByRole('article')).toHaveText([new RegExp(mine), new RegExp(theirs)])
  await page.goto('/explore')
  for (const text of [mine, theirs, others]) await expect(card(page, text)).toBeVisible()
  await expect(card(page, answer)).toHaveCount(0)
})

test('a visitor reads everything and is offered to sign up or in', { tag: ['@nojs', '@phone'] }, async ({ page, person, tweet }) => {
  const them = await person({ name: 'Ouzel' })
  const { content, ...rest } = await tweet(them, newText('For everybody'))
  await page.goto('/')
  await expect(card(page, content)).toBeVisible()
  await page.goto('/explore')
  await expect(composer(page)).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Sign up' })).toBeVisible()
  await card(page, content).getByRole('link', { name: 'now' }).click()
  await expect(page).toHaveURL(pathOf({ content, ...rest }))
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByText(`Sign in to reply to @${them.username}.`)).toBeVisible()
  await expect(page).toHaveTitle(`Ouzel (@${them.username}): “${content}” · Linnet`)
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`/login?next=${encodeURIComponent(pathOf({ content, ...rest }))}`)

  await page.goto(`/${them.username}`)
  await expect(card(page, content)).toBeVisible()
  await page.getByRole('link', { name: `Follow @${them.username}` }).click()
  await expect(page).toHaveURL(`/login?next=%2F${them.username}`)
})

test('45 answers come in three pages without repeat or gap', { tag: '@nojs' }, async ({ page, me, tweet }) => {
  const asked = await tweet(me, newText('Count with me'))
  const said: string[] = []
  for (let number = 1; number <= 45; number++) {
    const answer = newText(`Answer ${number}`)
    await tweet(me, answer, { replyToId: asked.id })
    said.unshift(answer)
  }
  for (const [path, expected] of [
    [pathOf(asked), said],
    ['/home', said],
  ] as const) {
    await page.goto(path)
    const read = await readAll(page, expected.length)
    expect([...read].sort(byNumber), path).toEqual(expected)
    expect(read, `${path} is in order`).toEqual(path === pathOf(asked) ? read : expected)
  }
})

test('a list goes on where it was left when somebody writes meanwhile', { tag: '@nojs' }, async ({ page, me, tweet }) => {
  const asked = await tweet(me, newText('Count with me'))
  for (let number = 1; number <= 25; number++) await tweet(me, newText(`Answer ${number}`), { replyToId: asked.id })
  await page.goto(`/${me.username}/replies`)
  await expect(texts(page)).toHaveCount(20)
  await tweet(me, newText('Answer 26'), { replyToId: asked.id })
  await page.getByRole('link', { name: 'Show more' }).click()
  await expect(texts(page)).toHaveText([/^Answer 5 /, /^Answer 4 /, /^Answer 3 /, /^Answer 2 /, /^Answer 1 /])
  await expect(page.getByRole('link', { name: 'Show more' })).toHaveCount(0)
})

test('a cursor that is none is said to lead nowhere', { tag: '@nojs' }, async ({ page, me, tweet }) => {
  const mine = await tweet(me, newText('Where was I?'))
  for (const path of ['/home', '/explore', `/${me.username}`, `/${me.username}/replies`, `/${me.username}/followers`, pathOf(mine)]) {
    for (const cursor of ['AAAA', '%00', "'", 'a&cursor=b']) {
      const answer = await page.request.get(`${path}?cursor=${cursor}`)
      expect(answer.status(), `${path}?cursor=${cursor}`).toBe(200)
    }
    await page.goto(`${path}?cursor=nowhere`)
    await expect(page.getByRole('heading', { name: 'This link leads nowhere' }), path).toBeVisible()
    await page.getByRole('link', { name: 'Start over' }).click()
    await expect(page).toHaveURL(path)
  }
})

test('what does not exist is said not to', { tag: '@phone' }, async ({ page }) => {
  const nobody = newUsername()
  for (const path of [
    `/${nobody}`,
    `/${nobody}/replies`,
    `/${nobody}/followers`,
    '/ada/status/1',
    '/ada/status/01890000-0000-7000-8000-000000000000',
    '/no/such/page',
    '/a',
    '/%F0%9F%90%A6',
  ]) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { name: 'Nothing perches here' }), path).toBeVisible()
    await expect(page, path).toHaveTitle('Not found · Linnet')
  }
  await page.getByRole('link', { name: 'Explore Linnet' }).click()
  await expect(page.getByRole('heading', { name: 'Explore' })).toBeVisible()
})

test('without JavaScript too an address that leads nowhere says so', { tag: '@nojs-only' }, async ({ page }) => {
  expect((await page.goto('/no/such/page'))?.status()).toBe(404)
  await page.getByRole('link', { name: 'Explore Linnet' }).click()
  await expect(page.getByRole('heading', { name: 'Explore' })).toBeVisible()
})

test('Back leads back', async ({ page, me, tweet }) => {
  const mine = await tweet(me, newText('There and'))
  await page.goto('/home')
  await card(page, mine.content).getByRole('link', { name: 'now' }).click()
  await expect(page).toHaveURL(pathOf(mine))
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page).toHaveURL('/home')
  await expect(card(page, mine.content)).toBeVisible()
})

/** The texts on this page of the list and on all that follow. */
async function readAll(page: Page, most: number): Promise<string[]> {
  const read: string[] = []
  for (let rounds = 0; rounds <= most / 20; rounds++) {
    await expect(texts(page).first()).toBeVisible()
    read.push(...(await texts(page).allTextContents()))
    const more = page.getByRole('link', { name: 'Show more' })
    if ((await more.count()) === 0) return read
    const address = page.url()
    await more.click()
    await expect(page).not.toHaveURL(address)
  }
  return read
}

function byNumber(a: string, b: string): number {
  const numberOf = (text: string) => Number(text.split(' ')[1])
  return numberOf(b) - numberOf(a)
}
