import type { Page } from '@playwright/test'
import { bearer, card, composer, expect, inFront, newText, pathOf, post, said, takenOver, test } from '@/e2e/fixtures'

const FAMILY = '👨‍👩‍👧‍👦'

test('a tweet is posted without the page being left', { tag: '@phone' }, async ({ page, me }) => {
  await page.goto('/home')
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  const text = newText('Seen at the river')
  await expect(composer(page)).toHaveAccessibleDescription('250 characters left')
  await composer(page).fill(text)
  await expect(composer(page)).toHaveAccessibleDescription(`${250 - text.length} characters left`)
  await post(page, text)
  await expect(composer(page)).toHaveValue('')
  await expect(composer(page)).toHaveAccessibleDescription('250 characters left')
  await expect(card(page, text)).toContainText(`@${me.username}`)
  await expect(card(page, text).getByRole('link', { name: 'now' })).toHaveAttribute('href', new RegExp(`^/${me.username}/status/`))
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true)
})

test('Ctrl+Enter posts', async ({ page, me }) => {
  await page.goto('/home')
  const text = newText('Two lines\nby')
  await composer(page).fill(text)
  await composer(page).press('Control+Enter')
  await expect(said(page, 'Your tweet was posted.')).toBeVisible()
  await expect(card(page, text)).toHaveCount(1)
  await expect(composer(page)).toHaveValue('')
  await expect(page.getByRole('article').filter({ hasText: me.username })).toHaveCount(1)
})

test('characters are counted as a person counts them', async ({ page, me }) => {
  await page.goto(`/${me.username}`)
  await page.getByRole('link', { name: 'Tweet', exact: true }).click()
  await expect(composer(page)).toBeFocused()
  for (const [text, count] of [
    [FAMILY.repeat(100), 150],
    ['👪'.repeat(250), 0],
    ['e\u0301'.repeat(3), 247],
    ['  two\r\nlines  ', 241],
    [`${'👪'.repeat(250)}!`, -1],
    // By their bytes too many.
    [FAMILY.repeat(250), -1],
  ] as const) {
    await composer(page).fill(text)
    await expect(composer(page), JSON.stringify(text.slice(0, 20))).toHaveAccessibleDescription(`${count} characters left`)
  }
  await expect(page.getByRole('status').filter({ hasText: 'Your text is too long.' })).toHaveCount(1)
})

test('250 characters are a tweet and 251 are not', { tag: '@nojs' }, async ({ page, me, request }) => {
  await page.goto('/home')
  await composer(page).fill('👪'.repeat(251))
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Your text is too long: at most 250 characters.' })).toBeVisible()
  await expect(composer(page)).toHaveAccessibleDescription(/too long/)
  await expect(composer(page)).toHaveValue('👪'.repeat(251))
  await post(page, '👪'.repeat(250))
  await post(page, FAMILY.repeat(100))
  const { items } = await (await request.get(`/api/users/${me.username}/tweets`)).json()
  expect(items.map(({ content }: { content: string }) => content)).toEqual([FAMILY.repeat(100), '👪'.repeat(250)])
})

test('an empty tweet is refused', { tag: '@nojs' }, async ({ page, me, request }) => {
  await page.goto('/home')
  for (const nothing of ['', ' \n ', '\u200b\u2060']) {
    await composer(page).fill(nothing)
    await page.getByRole('button', { name: 'Tweet', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'the text is empty' })).toBeVisible()
    await page.reload()
  }
  expect(await (await request.get(`/api/users/${me.username}`)).json()).toMatchObject({ tweetsCount: 0 })
})

test('what was typed is still there when the network is not', async ({ page, me }) => {
  await page.goto('/home')
  await page.context().setOffline(true)
  const text = newText(`Typed in a tunnel by ${me.username}`)
  await composer(page).fill(text)
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Linnet cannot be reached right now.' })).toBeVisible()
  await expect(composer(page)).toHaveValue(text)
  await page.context().setOffline(false)
  await post(page, text)
  await expect(card(page, text)).toBeVisible()
})

test('mentions of people and links are links, and other words are not', { tag: '@nojs' }, async ({ page, person, me }) => {
  const them = await person()
  await page.goto('/home')
  const text = `@${them.username.toUpperCase()} @nobody_is_so_called a@example.com https://www.example.org/a/very/long/path/that/goes/on?and=on. Yes`
  await post(page, text)
  const mine = card(page, 'nobody_is_so_called')
  await expect(mine.getByRole('link', { name: '@nobody_is_so_called' })).toHaveCount(0)
  await expect(mine.getByRole('link', { name: 'a@example.com' })).toHaveCount(0)
  const link = mine.getByRole('link', { name: 'example.org' })
  await expect(link).toHaveText('example.org/a/very/long/path/th…')
  await expect(link).toHaveAttribute('href', 'https://www.example.org/a/very/long/path/that/goes/on?and=on')
  await expect(link).toHaveAttribute('rel', 'nofollow noopener ugc')
  await mine.getByRole('link', { name: `@${them.username.toUpperCase()}` }).click()
  await expect(page).toHaveURL(new RegExp(`^[^?]*/${them.username}$`, 'i'))
  await expect(page.getByRole('main')).toContainText(`@${them.username}`)
  await expect(page.getByRole('link', { name: 'Edit profile' }), `${me.username} is elsewhere`).toHaveCount(0)
})

test('a reply appears in the thread, and is counted', { tag: ['@nojs', '@phone'] }, async ({ page, me, person, tweet }) => {
  const them = await person()
  const asked = await tweet(them, newText('Who sings here?'))
  await page.goto(pathOf(asked))
  const answer = newText('A linnet does')
  await page.getByRole('textbox', { name: `Your reply to @${them.username}` }).fill(answer)
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(said(page, 'Your reply was posted.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Replies' }).getByRole('article')).toContainText(answer)
  await expect(card(page, asked.content)).toContainText('1 reply')

  await page.getByRole('region', { name: 'Replies' }).getByRole('link', { name: 'now' }).click()
  await expect(page.getByRole('list', { name: 'What this answers' })).toContainText(asked.content)
  await expect(card(page, answer)).toContainText(`Replying to @${them.username}`)
  await page.goto(`/${me.username}`)
  await expect(page.getByRole('heading', { name: 'No tweets yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Replies' }).click()
  await expect(card(page, answer)).toBeVisible()
})

test('one answers from a timeline too', { tag: '@nojs' }, async ({ page, me, tweet, javaScriptEnabled }) => {
  const asked = await tweet(me, newText('Anybody up?'))
  await page.goto('/home')
  await card(page, asked.content).getByRole('link', { name: 'Reply, 0 replies' }).click()
  await expect(page.getByRole('heading', { name: 'Reply' })).toBeVisible()
  await expect(inFront(page).getByRole('article')).toContainText(asked.content)
  const answer = newText('Only me')
  await page.getByRole('textbox', { name: `Your reply to @${me.username}` }).fill(answer)
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(page).toHaveURL(javaScriptEnabled ? '/home' : pathOf(asked))
  await page.goto(pathOf(asked))
  await expect(page.getByRole('region', { name: 'Replies' })).toContainText(answer)
  await page.goto('/home')
  await expect(card(page, asked.content).getByRole('link', { name: 'Reply, 1 reply' })).toHaveCount(1)
})

test('a quoted tweet stands inside the one that quotes it', { tag: '@nojs' }, async ({ page, person, tweet, me }) => {
  const them = await person({ name: 'Wren' })
  const quoted = await tweet(them, newText('Worth repeating #quoted'))
  const text = newText('Hear, hear')
  await tweet(me, text, { quoteId: quoted.id })
  await page.goto('/home')
  const inside = card(page, text).first().getByRole('article', { name: 'Quoted tweet by Wren' })
  await expect(inside).toContainText(quoted.content)
  await inside.getByRole('link', { name: 'now' }).click()
  await expect(page).toHaveURL(pathOf(quoted))
})

test('a deleted tweet is gone at once, and Undo brings it back', { tag: '@phone' }, async ({ page, me, tweet, request }) => {
  const below = await tweet(me, newText('Below'))
  const mine = await tweet(me, newText('On second thoughts'))
  await page.goto('/home')
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  await pressDelete(page, mine.content)
  await expect(card(page, mine.content)).toBeHidden()
  await expect(said(page, 'Deleted')).toBeVisible()
  await expect(card(page, below.content).getByRole('link', { name: 'now' })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card(page, mine.content)).toBeVisible()
  await expect(said(page, 'Your tweet is back.')).toBeVisible()
  await expect(card(page, mine.content).locator('.card-link')).toBeFocused()
  // Longer than one could have changed one's mind.
  await page.waitForTimeout(6_000)
  expect((await request.get(`/api/tweets/${mine.id}`)).status()).toBe(200)
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true)
})

test('what one does not bring back is deleted after five seconds', { tag: '@phone' }, async ({ page, me, tweet, person, request }) => {
  const mine = await tweet(me, newText('On second thoughts'))
  const answer = await tweet(await person(), newText('Too late'), { replyToId: mine.id })
  await page.goto('/home')
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  await pressDelete(page, mine.content)
  await expect(card(page, mine.content)).toBeHidden()
  expect((await request.get(`/api/tweets/${mine.id}`)).status()).toBe(200)
  // Whether it ever comes up again, if only for a moment.
  const back = card(page, mine.content)
    .waitFor({ timeout: 10_000 })
    .then(
      () => true,
      () => false,
    )
  await expect(card(page, mine.content)).toHaveCount(0)
  expect(await back).toBe(false)
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  expect((await request.get(`/api/tweets/${mine.id}`)).status()).toBe(404)
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true)

  await page.goto(pathOf(answer))
  await expect(page.getByRole('list', { name: 'What this answers' })).toHaveText('This tweet was deleted.')
  await page.goto(pathOf(mine))
  await expect(page.getByRole('main')).toContainText('This tweet was deleted.')
  await expect(page.getByRole('region', { name: 'Replies' })).toContainText(answer.content)
})

test('who is about to press Undo has the time for it', async ({ page, me, tweet, request }) => {
  const mine = await tweet(me, newText('Wait'))
  await page.goto('/home')
  await pressDelete(page, mine.content)
  await page.getByRole('button', { name: 'Undo' }).focus()
  await page.waitForTimeout(6_000)
  expect((await request.get(`/api/tweets/${mine.id}`)).status()).toBe(200)
  await page.keyboard.press('Enter')
  await expect(card(page, mine.content)).toBeVisible()
})

test('a tweet is deleted also when one leaves before its time is over', async ({ page, me, tweet, request }) => {
  const mine = await tweet(me, newText('Gone'))
  await page.goto('/home')
  await pressDelete(page, mine.content)
  await expect(card(page, mine.content)).toBeHidden()
  await page.goto('about:blank')
  await expect.poll(async () => (await request.get(`/api/tweets/${mine.id}`)).status()).toBe(404)
})

test('a tweet is deleted also when the page is loaded anew before its time is over', async ({ page, me, tweet, request }) => {
  const mine = await tweet(me, newText('Gone all the same'))
  await page.goto('/home')
  await pressDelete(page, mine.content)
  await expect(card(page, mine.content)).toBeHidden()
  await page.reload()
  await expect.poll(async () => (await request.get(`/api/tweets/${mine.id}`)).status()).toBe(404)
  await expect(card(page, mine.content)).toBeHidden()
})

test('one deletes a tweet on its own page and lands on the profile', async ({ page, me, tweet }) => {
  const mine = await tweet(me, newText('Not this one'))
  await page.goto(pathOf(mine))
  await page.getByRole('button', { name: 'More about this tweet' }).click()
  await page.getByRole('link', { name: 'Delete' }).click()
  await expect(page).toHaveURL(`/${me.username}`)
  await expect(said(page, 'Deleted')).toBeVisible()
  await expect(card(page, mine.content)).toBeHidden()
  await expect(page.getByRole('heading', { name: 'No tweets yet' })).toBeVisible()
})

test('without JavaScript a page asks before a tweet is deleted', { tag: '@nojs-only' }, async ({ page, me, tweet, person }) => {
  const mine = await tweet(me, newText('On second thoughts'))
  const answer = await tweet(await person(), newText('Too late'), { replyToId: mine.id })
  await page.goto('/home')
  await card(page, mine.content).getByRole('button', { name: 'More about this tweet' }).click()
  await page.getByRole('link', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'Delete this tweet?' })).toBeVisible()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page).toHaveURL(pathOf(mine))
  await card(page, mine.content).getByRole('button', { name: 'More about this tweet' }).click()
  await page.getByRole('link', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(`/${me.username}`)
  await expect(page.getByRole('heading', { name: 'No tweets yet' })).toBeVisible()
  await page.goto(pathOf(answer))
  await expect(page.getByRole('list', { name: 'What this answers' })).toHaveText('This tweet was deleted.')
})

test('nobody is offered to delete what others wrote', { tag: '@nojs' }, async ({ page, person, tweet, me }) => {
  const theirs = await tweet(await person(), newText(`Not for ${me.username}`))
  await page.goto(pathOf(theirs))
  await expect(card(page, theirs.content)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Delete', includeHidden: true })).toHaveCount(0)
  expect((await page.goto(`${pathOf(theirs)}/delete`))?.status()).toBe(404)
})

test('a reply to a tweet that was deleted meanwhile is not lost', async ({ page, person, tweet, request, me }) => {
  const them = await person()
  const asked = await tweet(them, newText('Gone soon'))
  await page.goto(`/compose?replyTo=${asked.id}`)
  expect((await request.delete(`/api/tweets/${asked.id}`, { headers: bearer(them) })).status()).toBe(204)
  const reply = page.getByRole('textbox', { name: `Your reply to @${them.username}` })
  const answer = newText(`Too slow, ${me.username}`)
  await reply.fill(answer)
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'The tweet that you answer was deleted meanwhile.' })).toBeVisible()
  await expect(reply).toHaveValue(answer)
})

test('what one was writing is there when one comes back, for oneself alone', async ({ page, me, person, login }) => {
  const text = newText('Half a thought')
  await page.goto('/home')
  await takenOver(composer(page))
  await composer(page).fill(text)
  await page.getByRole('link', { name: 'Explore' }).first().click()
  await page.waitForURL('**/explore')
  await page.goto('/compose')
  await expect(composer(page)).toHaveValue(text)
  await login(await person())
  await page.goto('/compose')
  await takenOver(composer(page))
  await expect(composer(page)).toHaveValue('')
  await login(me)
  await page.goto('/home')
  await expect(composer(page)).toHaveValue(text)
  await post(page, text)
  await page.goto('/compose')
  await takenOver(composer(page))
  await expect(composer(page)).toHaveValue('')
})

/** Deletes the tweet by its menu, once the page answers by itself. */
async function pressDelete(page: Page, text: string) {
  await takenOver(page.getByRole('button', { name: 'Tweet', exact: true }))
  await card(page, text).getByRole('button', { name: 'More about this tweet' }).click()
  await page.getByRole('link', { name: 'Delete' }).click()
}
