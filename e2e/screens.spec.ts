import type { Page } from '@playwright/test'
import { expectNoViolations } from '@/e2e/axe'
import { anyAddress, test as base, expect } from '@/e2e/fixtures'
import { open, SCREENS, type Screen } from '@/scripts/screens/list'
import { makeWorld, type World } from '@/scripts/screens/world'

/** What has to break a database, or to name a moderator in it, is only pictured (`npm run screens`). */
const HERE = SCREENS.filter(({ alone, who }) => !alone && who !== 'moderator')

/** So many in a test that opening windows is little of the work, and so few that three workers share them evenly. */
const TOGETHER = 5

type Windows = { desk: Page; phone: Page }

const test = base.extend<Windows, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see what a fixture uses
    async ({}, use, { project }) => use(await makeWorld(project.use.baseURL ?? '', { suffix: anyAddress().replaceAll('.', '').slice(-7) })),
    { scope: 'worker' },
  ],
  context: async ({ context }, use) => {
    await context.addInitScript(noteMoves)
    await use(context)
  },
  desk: async ({ context }, use) => use(await windowOf(await context.newPage(), { width: 1280, height: 800 }, 'dark')),
  phone: async ({ context }, use) => use(await windowOf(await context.newPage(), { width: 360, height: 740 }, 'light')),
})

for (let first = 0; first < HERE.length; first += TOGETHER) {
  const together = HERE.slice(first, first + TOGETHER)
  test(`in order: ${together.map(({ name }) => name).join(' · ')}`, async ({ desk, phone, world }) => {
    test.slow()
    for (const screen of together) await test.step(screen.name, () => expectInOrder({ desk, phone, world, screen }))
  })
}

/** Opens it on a desk in the dark and on a phone in the light. What colours have nothing to do with is looked for once. */
async function expectInOrder({ desk, phone, world, screen }: Windows & { world: World; screen: Screen }) {
  const t = [Date.now()]
  const from = anyAddress()
  await open(desk, world, screen, from)
  await expectToStand(desk)
  t.push(Date.now())
  await expectNoViolations(desk)
  t.push(Date.now())
  if (screen.desk) return
  await open(phone, world, screen, from)
  await expectToStand(phone)
  t.push(Date.now())
  await expectNoViolations(phone, 'color-contrast')
  t.push(Date.now())
  console.log(
    screen.name,
    t.slice(1).map((x, i) => x - (t[i] ?? 0)),
  )
}

async function windowOf(page: Page, size: { width: number; height: number }, colorScheme: 'light' | 'dark'): Promise<Page> {
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme })
  return page
}

/** Nothing has moved while it came or is wider than the window, and it says in the same places what it is. */
async function expectToStand(page: Page) {
  await page.evaluate(settled)
  const { moved, tooWide } = await page.evaluate(measured)
  // What streams in late can move a line by a fraction of a pixel; a fiftieth of what counts as good is nothing one could see.
  const distance = moved.reduce((sum, { value }) => sum + value, 0)
  expect(distance, `what moved at ${page.url()}: ${JSON.stringify(moved)}`).toBeLessThan(0.002)
  expect(tooWide, `what is wider than the window at ${page.url()}`).toBeLessThanOrEqual(0)
  await expect(page).toHaveTitle(/Linnet/)
  await expect(page.getByRole('main')).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
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

function measured() {
  const { moved } = window as unknown as { moved: Move[] }
  const { scrollWidth, clientWidth } = document.documentElement
  return { moved, tooWide: scrollWidth - clientWidth }
}
