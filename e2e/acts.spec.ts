import type { Locator, Page } from '@playwright/test'
import { bearer, card, expect, inFront, newText, pathOf, said, signIn, takenOver, test } from '@/e2e/fixtures'

const BOTH = { tag: ['@nojs', '@phone'] }
const PLACES = ['home', 'its own page'] as const

const like = (tweet: Locator) => tweet.getByRole('button', { name: /^Like, / })
const bookmark = (tweet: Locator) => tweet.getByRole('button', { name: 'Bookmark' })
const retweet = (tweet: Locator) => tweet.getByRole('button', { name: /^Retweet(ed)?, / })

for (const place of PLACES) {
  test(`one likes a tweet on ${place} and takes it back`, BOTH, async ({ page, me, person, follow, tweet, javaScriptEnabled }) => {
    const them = await person()
    await follow(me, them)
    const theirs = await tweet(them, newText('Like me'))
    await page.goto(place === 'home' ? '/home' : pathOf(theirs))
    const button = like(card(page, theirs.content))
    await expect(button).toHaveAccessibleName('Like, 0 likes')
    await expect(button).toHaveAttribute('aria-pressed', 'false')
    await button.click()
    await expect(button).toHaveAccessibleName('Like, 1 like')
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    if (javaScriptEnabled) await expect(said(page, 'You like this tweet.')).toBeVisible()
    await page.reload()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'false')
    if (javaScriptEnabled) await expect(said(page, 'You no longer like this tweet.')).toBeVisible()
    await page.reload()
    await expect(button).toHaveAccessibleName('Like, 0 likes')
  })

  test(`one retweets a tweet on ${place} and takes it back`, BOTH, async ({ page, me, person, follow, tweet, javaScriptEnabled }) => {
    const them = await person({ name: 'Siskin' })
    await follow(me, them)
    const theirs = await tweet(them, newText('Spread me'))
    await page.goto(place === 'home' ? '/home' : pathOf(theirs))
    const shown = card(page, theirs.content)
    await retweet(shown).click()
    await shown.getByRole('button', { name: 'Retweet', exact: true }).click()
    await expect(retweet(shown)).toHaveAccessibleName('Retweeted, 1 retweet')
    if (javaScriptEnabled) {
      await expect(said(page, 'You retweeted this.')).toBeVisible()
      await expect(retweet(shown)).toBeFocused()
    }
    await page.goto(`/${me.username}`)
    await expect(card(page, theirs.content)).toContainText('You retweeted')
    await page.goto(place === 'home' ? '/home' : pathOf(theirs))
    await retweet(shown).click()
    await shown.getByRole('button', { name: 'Undo retweet' }).click()
    await expect(retweet(shown)).toHaveAccessibleName('Retweet, 0 retweets')
    if (javaScriptEnabled) await expect(said(page, 'Your retweet was taken back.')).toBeVisible()
    await page.goto(`/${me.username}`)
    await expect(page.getByRole('heading', { name: 'No tweets yet' })).toBeVisible()
  })

  test(`one quotes a tweet from ${place}`, BOTH, async ({ page, me, person, follow, tweet }) => {
    const them = await person({ name: 'Serin' })
    await follow(me, them)
    const theirs = await tweet(them, newText('Quote me'))
    await page.goto(place === 'home' ? '/home' : pathOf(theirs))
    await retweet(card(page, theirs.content)).click()
    await card(page, theirs.content).getByRole('link', { name: 'Quote' }).click()
    await expect(page.getByRole('heading', { name: 'Quote' })).toBeVisible()
    await expect(inFront(page).getByRole('article', { name: 'Quoted tweet by Serin' })).toContainText(theirs.content)
    const text = newText('Hear, hear')
    await inFront(page).getByRole('textbox', { name: 'Your tweet' }).fill(text)
    await inFront(page).getByRole('button', { name: 'Tweet', exact: true }).click()
    await expect(page).not.toHaveURL(/compose/)
    await page.goto('/home')
    await expect(card(page, text).first()).toContainText(theirs.content)
    await page.goto(pathOf(theirs))
    await page.getByRole('link', { name: '1 quote', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Quotes' })).toContainText(text)
  })
}

test('one quotes without a word, and a deleted quote leaves its place', { tag: '@nojs' }, async ({ page, me, person, tweet, request }) => {
  const them = await person()
  const theirs = await tweet(them, newText('Gone soon'))
  await page.goto(`/compose?quote=${theirs.id}`)
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(page).toHaveURL('/home')
  await expect(card(page, theirs.content).first()).toBeVisible()
  expect((await request.delete(`/api/tweets/${theirs.id}`, { headers: bearer(them) })).status()).toBe(204)
  await page.goto(`/${me.username}`)
  await expect(page.getByRole('article').filter({ hasText: `@${me.username}` })).toContainText('This tweet was deleted.')
})

test('one keeps a tweet and finds it again', BOTH, async ({ page, me, person, tweet, javaScriptEnabled }) => {
  const theirs = await tweet(await person(), newText(`For ${me.username}`))
  await page.goto('/bookmarks')
  await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible()
  await page.goto(pathOf(theirs))
  await bookmark(card(page, theirs.content)).click()
  await expect(bookmark(card(page, theirs.content))).toHaveAttribute('aria-pressed', 'true')
  if (javaScriptEnabled) await expect(said(page, 'Kept in your bookmarks.')).toBeVisible()
  await page.goto('/bookmarks')
  await bookmark(card(page, theirs.content)).click()
  await expect(card(page, theirs.content)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible()
  if (!javaScriptEnabled) return
  await expect(said(page, 'Taken out of your bookmarks.')).toBeVisible()
  await expect(page.getByRole('main'), 'focus is not lost with the tweet').toBeFocused()
})

test('one pins a tweet of one’s own to one’s profile, and unpins it', BOTH, async ({ page, me, tweet, javaScriptEnabled }) => {
  const [first, second] = [await tweet(me, newText('First')), await tweet(me, newText('Second'))]
  const top = page.getByRole('article').first()
  const menu = (text: string) => card(page, text).getByRole('button', { name: 'More about this tweet' })
  await page.goto('/home')
  await menu(first.content).click()
  await card(page, first.content).getByRole('button', { name: 'Pin to your profile' }).click()
  if (javaScriptEnabled) await expect(said(page, 'Pinned to your profile.')).toBeVisible()
  await page.goto(`/${me.username}`)
  await expect(top).toContainText(first.content)
  await expect(top).toContainText('Pinned')
  await expect(card(page, second.content)).not.toContainText('Pinned')
  await menu(first.content).click()
  await top.getByRole('button', { name: 'Unpin from your profile' }).click()
  await expect(top).toContainText(second.content)
  await expect(page.getByText('Pinned', { exact: true })).toHaveCount(0)
})

test('a tweet says who retweeted it, and others see what is pinned', { tag: '@nojs' }, async ({
  page,
  me,
  person,
  follow,
  tweet,
  request,
}) => {
  const [author, friend] = [await person(), await person({ name: 'Redpoll' })]
  await follow(me, friend)
  const theirs = await tweet(author, newText('Carried'))
  const pinned = await tweet(friend, newText('On top'))
  await tweet(friend, newText('Below'))
  await request.put(`/api/tweets/${theirs.id}/retweet`, { headers: bearer(friend) })
  await request.put(`/api/tweets/${pinned.id}/pin`, { headers: bearer(friend) })
  await page.goto('/home')
  await expect(card(page, theirs.content)).toContainText('Retweeted by Redpoll')
  await card(page, theirs.content).getByRole('link', { name: 'Redpoll' }).click()
  await expect(page).toHaveURL(`/${friend.username}`)
  await expect(page.getByRole('article').first()).toContainText(/Pinned.*On top/s)
  await card(page, pinned.content).getByRole('button', { name: 'More about this tweet' }).click()
  await expect(card(page, pinned.content).getByRole('link', { name: 'Report' })).toBeVisible()
  await expect(card(page, pinned.content).getByRole('button', { name: /pin /i })).toHaveCount(0)
})

test('the counts of a tweet lead to who did it', BOTH, async ({ page, person, tweet, login, request }) => {
  const [author, fan] = [await person(), await person({ name: 'Twite' })]
  const theirs = await tweet(author, newText('Popular'))
  const quote = await tweet(fan, newText('Listen to this'), { quoteId: theirs.id })
  for (const act of ['like', 'retweet']) await request.put(`/api/tweets/${theirs.id}/${act}`, { headers: bearer(fan) })
  await page.goto(pathOf(theirs))
  await page.getByRole('link', { name: '1 like', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Likes' })).toContainText('Twite')
  await page.getByRole('link', { name: 'Retweets' }).click()
  await expect(page.getByRole('region', { name: 'Retweets' })).toContainText('Twite')
  await page.getByRole('link', { name: 'Quotes' }).click()
  await expect(page.getByRole('region', { name: 'Quotes' })).toContainText(quote.content)
  await page.goto(`${pathOf(quote)}/likes`)
  await expect(page.getByRole('heading', { name: 'No likes yet' })).toBeVisible()
  await page.goto(`/${fan.username}/likes`)
  await expect(page.getByRole('region', { name: 'Likes' })).toContainText(theirs.content)
  await login(author)
  await page.goto(`/${author.username}/likes`)
  await expect(page.getByRole('heading', { name: 'No likes yet' })).toBeVisible()
})

test('a visitor sees the counts and is led to sign in and back', { tag: '@nojs' }, async ({ page, person, tweet, request }) => {
  const [author, visitor] = [await person(), await person()]
  const theirs = await tweet(author, newText('For everybody'))
  await request.put(`/api/tweets/${theirs.id}/like`, { headers: bearer(author) })
  await page.goto('/explore')
  for (const name of ['Retweet, 0 retweets', 'Like, 1 like', 'Bookmark']) {
    await expect(card(page, theirs.content).getByRole('link', { name })).toBeVisible()
  }
  await card(page, theirs.content).getByRole('link', { name: 'Like, 1 like' }).click()
  await signIn(page, visitor.username, visitor.password)
  await expect(page).toHaveURL(pathOf(theirs))
  await like(card(page, theirs.content)).click()
  await expect(like(card(page, theirs.content))).toHaveAccessibleName('Like, 2 likes')
})

test('what is done is shown before the server answers, without a new page', async ({ page, me, tweet }) => {
  const mine = await tweet(me, newText('Quick'))
  await page.goto('/home')
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  const answer = await hold(page)
  const button = like(card(page, mine.content))
  await button.click()
  await expect(button).toHaveAccessibleName('Like, 1 like')
  await expect(button).toBeFocused()
  answer()
  await expect(said(page, 'You like this tweet.')).toBeVisible()
  await expect(button).toHaveAccessibleName('Like, 1 like')
  await expect(button).toBeFocused()
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true)
})

test('however often one presses, it ends as shown', async ({ page, me, tweet, request }) => {
  const mine = await tweet(me, newText('Undecided'))
  const button = like(card(page, mine.content))
  for (const [presses, liked] of [
    [2, false],
    [3, true],
    [4, true],
    [1, false],
  ] as const) {
    await page.goto('/home')
    await takenOver(button)
    for (let press = 0; press < presses; press++) await button.click()
    await expect(button).toHaveAttribute('aria-pressed', `${liked}`)
    await expect(said(page, liked ? 'You like this tweet.' : 'You no longer like this tweet.')).toBeVisible()
    await expect(button).toHaveAttribute('aria-pressed', `${liked}`)
    const kept = async () => {
      const { viewer, likesCount } = await (await request.get(`/api/tweets/${mine.id}`, { headers: bearer(me) })).json()
      return [viewer.liked, likesCount]
    }
    await expect.poll(kept).toEqual([liked, Number(liked)])
    await expect(button).toHaveAccessibleName(liked ? 'Like, 1 like' : 'Like, 0 likes')
  }
})

test('what fails is shown as it was, and told', async ({ page, me, tweet }) => {
  const mine = await tweet(me, newText('Tunnel'))
  await page.goto('/home')
  await page.context().setOffline(true)
  const button = like(card(page, mine.content))
  await button.click()
  await expect(said(page, 'Linnet cannot be reached right now.')).toBeVisible()
  await expect(button).toHaveAccessibleName('Like, 0 likes')
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await page.context().setOffline(false)
  await button.click()
  await expect(said(page, 'You like this tweet.')).toBeVisible()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
})

test('the page stays where it is when one acts', { tag: '@phone' }, async ({ page, me, tweet, person, follow }) => {
  const them = await person()
  await follow(me, them)
  const tweets = []
  for (let number = 0; number < 15; number++) tweets.push(await tweet(them, newText(`Long list ${number}`)))
  await page.goto('/home')
  const shown = card(page, tweets[4]?.content ?? '')
  await shown.scrollIntoViewIfNeeded()
  const place = async () => [(await shown.boundingBox())?.y, await page.evaluate(() => window.scrollY)]
  const before = await place()
  await like(shown).click()
  await expect(said(page, 'You like this tweet.')).toBeVisible()
  expect(await place()).toEqual(before)
  await bookmark(shown).click()
  await expect(said(page, 'Kept in your bookmarks.')).toBeVisible()
  expect(await place()).toEqual(before)
  for (const act of ['Retweet', 'Undo retweet']) {
    await retweet(shown).click()
    await shown.getByRole('button', { name: act, exact: true }).click()
    await expect(retweet(shown)).toBeFocused()
    await expect(said(page, act === 'Retweet' ? 'You retweeted this.' : 'Your retweet was taken back.')).toBeVisible()
    await expect(retweet(shown)).toHaveAccessibleName(act === 'Retweet' ? 'Retweeted, 1 retweet' : 'Retweet, 0 retweets')
    expect(await place()).toEqual(before)
  }
})

test('the keyboard alone can do it all', async ({ page, me, person, tweet, follow }) => {
  const them = await person()
  await follow(me, them)
  const theirs = await tweet(them, newText('By hand'))
  await page.goto('/home')
  const shown = card(page, theirs.content)
  await shown.getByRole('link', { name: 'Reply, 0 replies' }).focus()
  await page.keyboard.press('Tab')
  await expect(retweet(shown)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(shown.getByRole('button', { name: 'Retweet', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(retweet(shown)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(said(page, 'You retweeted this.')).toBeVisible()
  await expect(retweet(shown)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(like(shown)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(said(page, 'You like this tweet.')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(bookmark(shown)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(said(page, 'Kept in your bookmarks.')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(shown.getByRole('button', { name: 'Copy link' })).toBeFocused()
})

test('one copies the link of a tweet', async ({ page, me, tweet, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const mine = await tweet(me, newText('Link me'))
  await page.goto('/home')
  await card(page, mine.content).getByRole('button', { name: 'Copy link' }).click()
  await expect(said(page, 'The link was copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL(pathOf(mine), page.url()).href)
})

/** Holds back what is sent to the server until the function that comes back is called. */
async function hold(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**', async (route) => {
    if (route.request().method() === 'POST') await released
    await route.continue()
  })
  return () => release()
}

test('where one touches the screen a link goes to what the device shares by', { tag: '@phone-only' }, async ({ page, me, tweet }) => {
  const mine = await tweet(me, newText('Pass it on'))
  await page.addInitScript(() => {
    Object.assign(window, { shared: [] })
    navigator.share = async (data) => void (window as unknown as { shared: unknown[] }).shared.push(data)
  })
  await page.goto(pathOf(mine))
  await takenOver(page.getByRole('link', { name: 'Home' }))
  await card(page, mine.content).getByRole('button', { name: 'Share' }).click()
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { shared: unknown[] }).shared))
    .toEqual([{ url: new URL(pathOf(mine), page.url()).href }])
})
