import type { Page } from '@playwright/test'
import { expectNoViolations, expectNoViolationsIn } from '@/e2e/axe'
import { anyAddress, test as base, expect } from '@/e2e/fixtures'
import { open, SCREENS, type Screen } from '@/scripts/screens/list'
import { makeWorld, type World } from '@/scripts/screens/world'

/** What has to break a database, or to name a moderator in it, is only pictured (`npm run screens`). */
const HERE = SCREENS.filter(({ alone, who }) => !alone && who !== 'moderator')

/** So many in a test that opening a window is little of the work, and so few that three workers share them evenly. */
const TOGETHER = 5

const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 800 }

const test = base.extend<object, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see what a fixture uses
    async ({}, use, { project }) => use(await makeWorld(project.use.baseURL ?? '', { suffix: anyAddress().replaceAll('.', '').slice(-7) })),
    { scope: 'worker' },
  ],
  page: async ({ page }, use) => {
    await page.addInitScript(noteMoves)
    // Brings the font: where that comes late, lines break anew.
    await page.goto('/offline')
    await use(page)
  },
})

for (let first = 0; first < HERE.length; first += TOGETHER) {
  const together = HERE.slice(first, first + TOGETHER)
  test(`in order: ${together.map(({ name }) => name).join(' · ')}`, async ({ page, world }) => {
    test.slow()
    for (const screen of together) await test.step(screen.name, () => expectInOrder(page, world, screen))
  })
}

/** The screen comes without moving, on a phone unless it is for a desk, fits both, and axe finds nothing in it in either scheme. */
async function expectInOrder(page: Page, world: World, screen: Screen) {
  await page.setViewportSize(screen.desk ? DESK : PHONE)
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, world, screen, anyAddress())
  await expectStill(page)
  await expectToFit(page)
  await page.setViewportSize(DESK)
  await expectToFit(page)
  await expect(page).toHaveTitle(/Linnet/)
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectNoViolations(page)
  await expectNoViolationsIn(page, 'dark')
}

async function expectStill(page: Page) {
  await page.evaluate(settled)
  const moved = await page.evaluate(() => (window as unknown as { moved: Move[] }).moved)
  const distance = moved.reduce((sum, { value }) => sum + value, 0)
  // What streams in late can move a line by a fraction of a pixel; a fiftieth of what counts as good is nothing one could see.
  expect(distance, `what moved at ${page.url()}: ${JSON.stringify(moved)}`).toBeLessThan(0.002)
}

async function expectToFit(page: Page) {
  const tooWide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, dialog[open]')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName, scrollWidth, clientWidth }) => `${tagName}: ${scrollWidth} in ${clientWidth}`),
  )
  expect(tooWide, `what is wider than its place at ${page.url()}`).toEqual([])
}

type Move = { value: number; at: number; what: (string | undefined)[] }
type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] }

/** Keeps in `window.moved` what moves other than by what was pressed. */
function noteMoves() {
  const moved: Move[] = []
  Object.assign(window, { moved })
  new PerformanceObserver((list) => {
    for (const { value, startTime, hadRecentInput, sources } of list.getEntries() as Shift[])
      if (!hadRecentInput) moved.push({ value, at: startTime, what: sources.map(({ node }) => node?.textContent?.slice(0, 80)) })
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Waits until fonts are there and the page has been painted twice since. */
async function settled() {
  await document.fonts.ready
  await new Promise((rested) => requestIdleCallback(rested, { timeout: 2_000 }))
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
}
