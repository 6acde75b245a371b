import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { bearer, card, composer, expect, newText, newUsername, type Person, pathOf, said, test } from '@/e2e/fixtures'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Place = (about: { me: Person; tweetPath: string }) => string

const OF_ANYBODY: Record<string, Place> = {
  explore: () => '/explore',
  'a profile': () => '/ada',
  followers: () => '/ada/followers',
  'a tweet': ({ tweetPath }) => tweetPath,
  'a hashtag': () => '/hashtag/dawnchorus',
  'a search for tweets': () => '/search?q=linnet&tab=latest',
}

const OF_VISITORS: Record<string, Place> = {
  'the start page': () => '/',
  'the sign-in page': () => '/login',
  'the sign-up page': () => '/signup',
  'the forgotten password': () => '/forgot-password',
  'the choice of a new password': () => '/reset-password?token=x',
  'the verification of an address': () => '/verify-email?token=x',
  'somebody’s replies': () => '/ada/replies',
  'a hashtag nobody used': () => '/hashtag/nobody_used_this',
  'a stale link': () => '/explore?cursor=nowhere',
  'a person who is not': () => `/${newUsername()}`,
  'a page that is not': () => '/no/such/page',
  'the API document': () => '/api/docs',
  'all hashtags': () => '/explore/hashtags',
  'a search for nothing': () => '/search',
  ...OF_ANYBODY,
}

const OF_THE_SIGNED_IN: Record<string, Place> = {
  home: () => '/home',
  'the composer': () => '/compose',
  'one’s own profile': ({ me }) => `/${me.username}`,
  'one’s own replies': ({ me }) => `/${me.username}/replies`,
  'whom one follows': ({ me }) => `/${me.username}/following`,
  notifications: () => '/notifications',
  bookmarks: () => '/bookmarks',
  'people to follow': () => '/explore/people',
  'a search for people': () => '/search?q=a&tab=people',
  'followed hashtags': () => '/settings/hashtags',
  settings: () => '/settings',
  'the settings of one’s profile': () => '/settings/profile',
  'whom one blocks': () => '/settings/blocks',
  'whom one mutes': () => '/settings/mutes',
  'the settings of one’s account': () => '/settings/account',
  'the change of one’s password': () => '/settings/password',
  'where one is signed in': () => '/settings/sessions',
  'what blocking does': () => '/ada/block',
  'a report of a person': () => '/report?user=ada',
  'who likes a tweet': ({ tweetPath }) => `${tweetPath}/likes`,
  'what quotes a tweet': ({ tweetPath }) => `${tweetPath}/quotes`,
  ...OF_ANYBODY,
}

for (const places of shares(OF_VISITORS)) {
  test(`a visitor can use ${names(places)}`, async ({ page, person, tweet }) => {
    test.slow()
    const me = await person()
    const tweetPath = pathOf(await tweet(me, newText('For all #linnet @ada https://example.org')))
    for (const [name, place] of places) await test.step(name, () => expectAccessible(page, place({ me, tweetPath })))
  })
}

for (const places of shares(OF_THE_SIGNED_IN)) {
  test(`who is signed in can use ${names(places)}`, async ({ page, me, tweet, follow, person, request }) => {
    test.slow()
    const [them, blocked, muted] = [await person(), await person(), await person()]
    await follow(me, them)
    const theirs = await tweet(them, newText(`For all #linnet @ada @${me.username} https://example.org`))
    await tweet(me, newText('Hear, hear'), { replyToId: theirs.id })
    await tweet(me, newText('Look'), { quoteId: theirs.id })
    const acts = [
      `tweets/${theirs.id}/like`,
      `tweets/${theirs.id}/bookmark`,
      `users/${blocked.username}/block`,
      `users/${muted.username}/mute`,
    ]
    for (const act of acts) expect((await request.put(`/api/${act}`, { headers: bearer(me) })).ok()).toBe(true)
    for (const [name, place] of places) await test.step(name, () => expectAccessible(page, place({ me, tweetPath: pathOf(theirs) })))
  })
}

test('nothing is hard to read or cut off, however it looks', async ({ page, me, tweet, baseURL }) => {
  await tweet(me, 'Every #feather counts')
  for (const theme of ['light', 'dark']) {
    for (const look of ['accent-moss.density-compact', 'accent-sky.contrast-more', 'accent-plum.text-larger']) {
      await page.context().addCookies([{ name: 'linnet.appearance', value: `theme-${theme}.${look}`, url: baseURL ?? '' }])
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(`/${me.username}`)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), look).toBeLessThanOrEqual(360)
      await expectNoViolations(page)
    }
  }
})

test('everybody can use the main pages on a phone', { tag: '@phone-only' }, async ({ page, me, tweet }) => {
  const tweetPath = pathOf(await tweet(me, newText('For all #linnet @ada https://example.org')))
  for (const name of ['home', 'one’s own profile', 'a tweet', 'explore'])
    await test.step(name, () => expectAccessible(page, OF_THE_SIGNED_IN[name]?.({ me, tweetPath }) ?? ''))
})

/** The places in shares of six, each for a test: enough that signing up is not most of the work, and few enough to run side by side. */
function shares(places: Record<string, Place>): [string, Place][][] {
  const all = Object.entries(places)
  return Array.from({ length: Math.ceil(all.length / 6) }, (_, share) => all.slice(share * 6, (share + 1) * 6))
}

function names(places: [string, Place][]): string {
  return places.map(([name]) => name).join(', ')
}

test('what is wrong with a form, an open menu and a dialog are accessible too', async ({ page, me, tweet }) => {
  await page.goto('/settings/profile')
  await page.getByLabel('Website').fill('nowhere at all')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Website')).toHaveAttribute('aria-invalid', 'true')
  await expectNoViolations(page)
  const mine = await tweet(me, newText())
  await page.goto(pathOf(mine))
  await page.getByRole('button', { name: 'More about this tweet' }).click()
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'Delete' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await expectNoViolations(page)
  await page.goto('/ada')
  await page.getByRole('button', { name: 'More about @ada' }).click()
  await page.getByRole('link', { name: 'Block @ada' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectNoViolations(page)
})

test('the keyboard alone can do everything', async ({ page, me }) => {
  const text = newText('Typed')
  await page.goto('/home')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(composer(page)).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Add images')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Tweet', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(said(page, 'Your tweet was posted.')).toBeVisible()
  await expect(card(page, text)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tweet', exact: true })).toBeFocused()

  await page.keyboard.press('Tab')
  await expect(card(page, text).getByRole('link', { name: `@${me.username}` })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(card(page, text).getByRole('link', { name: 'now' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tweet')

  const more = page.getByRole('button', { name: 'More about this tweet' })
  await tabTo(page, more)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Delete' }))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'Delete' })).toBeHidden()
  await expect(more).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Delete' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/${me.username}`)
  await expect(card(page, text)).toBeHidden()
  await page.keyboard.press('z')
  await expect(said(page, 'Your tweet is back.')).toBeVisible()
  await expect(card(page, text)).toBeVisible()

  await page.goto('/ada')
  const about = page.getByRole('button', { name: 'More about @ada' })
  await tabTo(page, about)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Block @ada' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'Block @ada?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  for (const name of ['Block', 'Cancel', 'Block']) {
    await page.keyboard.press('Tab')
    await expect(dialog.getByRole('button', { name }), 'focus stays in the dialog').toBeFocused()
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(about).toBeFocused()
})

test('focus can always be seen', async ({ page, me, tweet }) => {
  const mine = await tweet(me, newText('#look @ada https://example.org'))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const path of ['/home', `/${me.username}`, pathOf(mine), '/settings/profile']) {
      await page.goto(path)
      for (let stops = 0; stops < 60; stops++) {
        await page.keyboard.press('Tab')
        const seen = await page.evaluate(focusSeen)
        if (seen === 'page') break
        expect(seen, `${path} in ${colorScheme}, stop ${stops + 1}`).toBe('seen')
      }
    }
  }
})

test('who wants less motion gets none', async ({ page, me }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of ['/home', `/${me.username}`, '/settings/profile']) {
    await page.goto(path)
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element)
          return [transitionDuration, animationDuration].some((durations) =>
            durations.split(',').some((time) => Number.parseFloat(time) > 0.01),
          )
        }).length,
    )
    expect(moving, path).toBe(0)
  }
})

async function expectAccessible(page: Page, path: string) {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page, 'light')
  await expectNoViolations(page)
  await look(page, 'dark')
  await expectNoViolations(page, (axe) => axe.withRules('color-contrast'))
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  expect(await page.title()).toMatch(/Linnet/)
}

/** Shows the page in the colours; what fades from one to the other is there when this ends. */
async function look(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme })
  // It begins to fade with the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await page.waitForFunction(() => document.getAnimations().length === 0)
}

/** In axe's legacy mode, which takes half the time and misses only what is in frames: there are none. */
async function expectNoViolations(page: Page, only = (axe: AxeBuilder) => axe.withTags(WCAG)) {
  const { violations } = await only(new AxeBuilder({ page }).setLegacyMode()).analyze()
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
  )
  expect(told, page.url()).toEqual([])
}

async function tabTo(page: Page, target: ReturnType<Page['getByRole']>) {
  for (let stops = 0; stops < 30; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Whether what has focus shows it by an outline and is in sight, or `page` when nothing has focus any more. */
function focusSeen(): string {
  const element = document.activeElement
  if (!element || element === document.body) return 'page'
  const outlines = [undefined, '::after'].map((pseudo) => getComputedStyle(element, pseudo))
  const outlined = outlines.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2)
  const { top, bottom } = element.getBoundingClientRect()
  const inSight = bottom > 0 && top < window.innerHeight
  return outlined && inSight ? 'seen' : `${outlined ? 'out of sight' : 'no outline'}: ${element.outerHTML.slice(0, 200)}`
}
