import { expectNoViolations, expectNoViolationsIn } from '@/e2e/axe'
import { card, composer, expect, newText, pathOf, said, tabTo, test } from '@/e2e/fixtures'

test('nothing is hard to read or cut off, however it looks', async ({ page, me, tweet, baseURL }) => {
  await tweet(me, 'Every #feather counts')
  for (const theme of ['light', 'dark']) {
    for (const chosen of ['accent-moss.density-compact', 'accent-sky.contrast-more', 'accent-plum.text-larger']) {
      await page.context().addCookies([{ name: 'linnet.appearance', value: `theme-${theme}.${chosen}`, url: baseURL ?? '' }])
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(`/${me.username}`)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), chosen).toBeLessThanOrEqual(360)
      await expectNoViolations(page)
    }
  }
})

test('everybody can use the main pages on a phone', { tag: '@phone-only' }, async ({ page, me, tweet }) => {
  const mine = await tweet(me, newText('For all #linnet @ada https://example.org'))
  for (const path of ['/home', `/${me.username}`, pathOf(mine), '/explore']) {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoViolations(page)
    await expectNoViolationsIn(page, 'dark')
  }
})

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
