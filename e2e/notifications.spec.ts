import type { APIRequestContext, Page } from '@playwright/test'
import { bearer, expect, newText, type Person, pathOf, said, test } from '@/e2e/fixtures'

const COUNT = '**/api/notifications/unread-count'

const told = (page: Page) => page.getByRole('region', { name: 'Notifications' }).getByRole('article')
const unread = (page: Page) => page.getByRole('listitem').filter({ has: page.getByText('Unread', { exact: true }) })
const link = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Notifications/ })
    .first()

test('six kinds of things are told, and read once they were shown', { tag: ['@nojs', '@phone'] }, async ({
  page,
  me,
  person,
  tweet,
  follow,
  request,
  javaScriptEnabled,
}) => {
  const them = await person({ name: 'Wren' })
  const mine = await tweet(me, newText('Mine'))
  await act(request, them, mine.id, 'like')
  await act(request, them, mine.id, 'retweet')
  const reply = await tweet(them, newText('A reply'), { replyToId: mine.id })
  const mention = await tweet(them, newText(`Hello @${me.username}`))
  const quote = await tweet(them, newText('A quote'), { quoteId: mine.id })
  await follow(them, me)
  await page.goto('/explore')
  await expect(link(page)).toHaveAccessibleName('Notifications 6 unread')

  await link(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notifications')
  await expect(told(page)).toHaveText([
    /Wren follows you/,
    new RegExp(`Wren quoted your tweet.*${quote.content}`),
    new RegExp(`Wren mentioned you.*${mention.content}`),
    new RegExp(`Wren replied to you.*${reply.content}`),
    new RegExp(`Wren retweeted your tweet.*${mine.content}`),
    new RegExp(`Wren likes your tweet.*${mine.content}`),
  ])
  await expect(unread(page)).toHaveCount(6)
  if (!javaScriptEnabled) {
    await expect(link(page), 'nothing is read before one says so').toHaveAccessibleName('Notifications 6 unread')
    await page.getByRole('button', { name: 'Mark as read' }).click()
  } else await expect(page.getByRole('button', { name: 'Mark as read' })).toHaveCount(0)
  await expect(link(page)).toHaveAccessibleName('Notifications')
  await expect(unread(page), 'with JavaScript what was new stays marked while one looks at it').toHaveCount(javaScriptEnabled ? 6 : 0)
  await page.reload()
  await expect(told(page)).toHaveCount(6)
  await expect(unread(page)).toHaveCount(0)

  await told(page).filter({ hasText: 'replied to you' }).getByRole('link', { name: 'now' }).click()
  await expect(page).toHaveURL(pathOf(reply))
  await page.goto('/notifications')
  await told(page).filter({ hasText: 'follows you' }).getByRole('link', { name: 'now' }).click()
  await expect(page).toHaveURL(`/${them.username}`)
})

test('only what was shown is read', { tag: '@nojs' }, async ({ page, me, person, tweet, follow, request, javaScriptEnabled }) => {
  const [first, second, third] = [await person({ name: 'First' }), await person({ name: 'Second' }), await person({ name: 'Third' })]
  const mine = await tweet(me, newText('Mine'))
  await act(request, first, mine.id, 'like')
  let goOn = () => {}
  const seen = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/notifications', async (route) => {
    if (javaScriptEnabled && route.request().method() === 'POST') await seen
    await route.continue()
  })
  await page.goto('/notifications')
  await expect(told(page)).toHaveText([/First likes your tweet/])
  await follow(second, me)
  if (javaScriptEnabled) goOn()
  else await page.getByRole('button', { name: 'Mark as read' }).click()
  await expect(told(page), 'the answer shows what came meanwhile').toHaveText([/Second follows you/, /First likes your tweet/])
  await expect(unread(page).first()).toContainText('Second')
  await expect(link(page)).toHaveAccessibleName(javaScriptEnabled ? 'Notifications' : 'Notifications 1 unread')
  await follow(third, me)
  await page.goto('/explore')
  await expect(link(page)).toHaveAccessibleName(javaScriptEnabled ? 'Notifications 1 unread' : 'Notifications 2 unread')
  await page.goto('/notifications')
  await expect(told(page)).toHaveCount(3)
  await expect(unread(page)).toHaveText(javaScriptEnabled ? [/Third follows you/] : [/Third follows you/, /Second follows you/])
})

test('the number of unread ones keeps up without asking more than it must', async ({ page, me, person, follow }) => {
  await page.goto('/explore')
  await expect(link(page)).toHaveAccessibleName('Notifications')
  await follow(await person(), me)
  await lookAgain(page, () => expect(link(page)).toHaveAccessibleName('Notifications 1 unread', { timeout: 1000 }))
  const again = page.waitForRequest(COUNT)
  await comeBack(page)
  expect(await (await again).headerValue('if-none-match'), 'it asks only whether that still holds').toMatch(/^W\/"[\w-]+"$/)
  await expect(link(page)).toHaveAccessibleName('Notifications 1 unread')

  await page.route(COUNT, (route) => route.fulfill({ json: { count: 128 } }))
  await lookAgain(page, () => expect(link(page)).toHaveAccessibleName('Notifications 99+ unread', { timeout: 1000 }))
  await page.unroute(COUNT)
  await page.route(COUNT, (route) => route.abort())
  const failed = page.waitForEvent('requestfailed')
  await comeBack(page)
  await failed
  await expect(link(page), 'a failure changes nothing').toHaveAccessibleName('Notifications 99+ unread')
  await page.unroute(COUNT)
  await lookAgain(page, () => expect(link(page)).toHaveAccessibleName('Notifications 1 unread', { timeout: 1000 }))
})

test('a page asks twice a minute, less often after a failure, and never while nobody looks', async ({ page, me }) => {
  let asked = 0
  let answers = true
  await page.route(COUNT, (route) => {
    asked++
    return answers ? route.fulfill({ json: { count: asked } }) : route.abort()
  })
  await page.clock.install()
  await page.goto(`/${me.username}`)
  await lookAgain(page, () => expect(link(page)).toHaveAccessibleName(/unread/, { timeout: 1000 }))
  const afterHalfAMinute = async (expected: number, why: string) => {
    const before = asked
    const answered = expected > 0 && (answers ? page.waitForEvent('requestfinished') : page.waitForEvent('requestfailed'))
    await page.clock.runFor(31_000)
    await answered
    // Lets the page hear the answer before the clock goes on.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    expect(asked - before, why).toBe(expected)
  }
  await afterHalfAMinute(1, 'half a minute')
  answers = false
  await afterHalfAMinute(1, 'it fails')
  await afterHalfAMinute(0, 'it waits twice as long')
  await afterHalfAMinute(1, 'and asks again')
  answers = true
  await look(page, false)
  for (const why of ['hidden', 'still hidden', 'hidden for long']) await afterHalfAMinute(0, why)
  const before = asked
  await look(page, true)
  await expect.poll(() => asked - before, 'at once when one comes back').toBe(1)
  await expect(link(page)).toHaveAccessibleName(`Notifications ${asked} unread`)
  await afterHalfAMinute(1, 'as often as before')
})

test('nothing is told of people one mutes', { tag: ['@nojs', '@phone'] }, async ({
  page,
  me,
  person,
  tweet,
  request,
  javaScriptEnabled,
}) => {
  const [loud, quiet] = [await person({ name: 'Loud' }), await person({ name: 'Quiet' })]
  const mine = await tweet(me, newText('Mine'))
  for (const who of [loud, quiet]) await act(request, who, mine.id, 'like')
  await page.goto(`/${loud.username}`)
  await expect(link(page)).toHaveAccessibleName('Notifications 2 unread')
  await page.getByRole('button', { name: `More about @${loud.username}` }).click()
  await page.getByRole('button', { name: `Mute @${loud.username}` }).click()
  await expect(link(page)).toHaveAccessibleName('Notifications 1 unread')
  if (javaScriptEnabled) await expect(said(page, `You hear nothing of @${loud.username} now`)).toBeVisible()
  await tweet(loud, `Hey @${me.username}`)
  await page.goto('/notifications')
  await expect(told(page)).toHaveText([/Quiet likes your tweet/])
})

test('notifications come in pages', { tag: '@nojs' }, async ({ page, me, person, tweet }) => {
  await page.goto('/notifications')
  await expect(page.getByRole('heading', { name: 'Nobody has called yet' })).toBeVisible()
  const them = await person()
  for (let number = 1; number <= 25; number++) await tweet(them, `${newText(`Call ${number}`)} @${me.username}`)
  await page.goto('/notifications')
  await expect(told(page)).toHaveCount(20)
  await expect(told(page).first()).toContainText('Call 25 ')
  await page.getByRole('link', { name: 'Show more' }).click()
  await expect(told(page)).toHaveText([/Call 5 /, /Call 4 /, /Call 3 /, /Call 2 /, /Call 1 /])
  await page.goto('/notifications?cursor=nowhere')
  await expect(page.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible()
})

test('one’s notifications are nobody else’s', { tag: '@nojs' }, async ({ page }) => {
  await page.goto('/notifications')
  await expect(page).toHaveURL('/login?next=%2Fnotifications')
})

async function act(request: APIRequestContext, who: Person, id: string, what: 'like' | 'retweet') {
  const done = await request.put(`/api/tweets/${id}/${what}`, { headers: bearer(who) })
  expect(done.status(), await done.text()).toBe(200)
}

/** Comes back to the tab until it shows what it should: an answer under way may still be the one from before. */
async function lookAgain(page: Page, shows: () => Promise<void>) {
  await expect(async () => {
    await comeBack(page)
    await shows()
  }).toPass()
}

async function comeBack(page: Page) {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

/** Looks at the tab, or away from it, as the page sees it. */
async function look(page: Page, at: boolean) {
  await page.evaluate((hidden) => Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }), !at)
  await comeBack(page)
}
