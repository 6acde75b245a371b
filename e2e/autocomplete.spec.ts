import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { bearer, composer, expect, newText, newUsername, type Person, test } from '@/e2e/fixtures'

/** Where one writes, while there is something to choose. */
const offering = (page: Page) => page.getByRole('combobox', { name: 'Your tweet' })
const searchBox = (page: Page) => page.getByRole('combobox', { name: 'Search Linnet' })
const list = (page: Page) => page.getByRole('listbox')
const options = (page: Page) => list(page).getByRole('option')

/** A hashtag that nobody else uses. */
const newTag = (about: string) => newText(about).replace(' ', '')

/** Goes to the composer, which has focus as soon as JavaScript is ready. */
async function toCompose(page: Page) {
  await page.goto('/compose')
  await expect(composer(page)).toBeFocused()
}

test('a hashtag is completed by keyboard alone', { tag: '@phone' }, async ({ page, me, tweet }) => {
  const tag = newTag('Dawn')
  await tweet(me, `#${tag}x #${tag}y`)
  await toCompose(page)
  await page.keyboard.type(`Hear #${tag.toLowerCase()}`)
  await expect(options(page)).toHaveCount(2)
  await expect(offering(page)).toHaveAttribute('aria-expanded', 'true')
  await expect(offering(page)).toHaveAttribute('aria-autocomplete', 'list')
  await expect(offering(page)).toHaveAttribute('aria-controls', (await list(page).getAttribute('id')) ?? '')
  await expect(offering(page)).not.toHaveAttribute('aria-activedescendant')
  await expect(page.getByRole('status').filter({ hasText: '2 suggestions' })).toHaveCount(1)
  await expectActive(page, null)
  for (const [key, index] of [
    ['ArrowDown', 0],
    ['ArrowDown', 1],
    ['ArrowDown', 0],
    ['ArrowUp', 1],
    ['Home', 0],
    ['End', 1],
  ] as const) {
    await page.keyboard.press(key)
    await expectActive(page, index)
  }
  const chosen = await options(page).nth(1).locator('bdi').textContent()
  await page.keyboard.press('Enter')
  await expect(composer(page)).toHaveValue(`Hear ${chosen} `)
  await expect(composer(page)).toBeFocused()
  await expect(composer(page)).not.toHaveAttribute('aria-controls')
  await expect(list(page)).toHaveCount(0)
  await page.keyboard.type('!')
  await expect(composer(page)).toHaveValue(`Hear ${chosen} !`)
})

test('a person is completed with Tab, in the middle of a text, and that can be undone', async ({ page, me, person, follow }) => {
  const name = newText('Wren')
  const [stranger, friend] = [await person({ name }), await person({ name })]
  await follow(me, friend)
  await toCompose(page)
  await composer(page).fill('Hello  there')
  await composer(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(6, 6))
  await page.keyboard.type('@p')
  await expect(options(page).first()).toBeVisible()
  await page.keyboard.press('Backspace')
  await page.keyboard.type(friend.username.slice(0, 6))
  await expect(options(page)).toHaveCount(1)
  await expect(options(page)).toContainText(name)
  await expect(options(page)).toContainText(`@${friend.username}`)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(composer(page)).toHaveValue(`Hello @${friend.username} there`)
  await expect(composer(page)).toBeFocused()
  await page.keyboard.type('and ')
  await expect(composer(page)).toHaveValue(`Hello @${friend.username} and there`)
  for (let undone = 0; undone < 6 && (await composer(page).inputValue()) !== `Hello @${friend.username.slice(0, 6)} there`; undone++)
    await page.keyboard.press('Control+z')
  await expect(composer(page)).toHaveValue(`Hello @${friend.username.slice(0, 6)} there`)
  expect(stranger.username).not.toBe(friend.username)
})

test('people one follows come first', async ({ page, me, person, follow, request }) => {
  const word = newText('Kiwi').replace(' ', '')
  const people: Person[] = []
  for (let number = 0; number < 3; number++) people.push(await person({ name: `${word} ${number}` }))
  await follow(me, people[2] as Person)
  const answer = await request.get(`/api/search?type=users&q=${word}&limit=5`, { headers: bearer(me) })
  expect((await answer.json()).items[0].username).toBe(people[2]?.username)
  await toCompose(page)
  await page.keyboard.type(`@${word}`)
  await expect(options(page)).toHaveCount(3)
  await expect(options(page).first()).toContainText('Following')
  await options(page).first().click()
  await expect(composer(page)).toHaveValue(`@${people[2]?.username} `)
  await expect(composer(page)).toBeFocused()
})

test('the list goes when it is refused, when one goes elsewhere, and leaves the keys alone when it is not there', async ({
  page,
  me,
  tweet,
}) => {
  const tag = newTag('Dusk')
  await tweet(me, `#${tag}`)
  await toCompose(page)
  await page.keyboard.type(`#${tag.slice(0, -1)}`)
  await expect(options(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveCount(0)
  await page.keyboard.type(tag.slice(-1))
  await page.waitForTimeout(500)
  await expect(list(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.type(`#${tag.slice(0, 8)}`)
  await expect(options(page)).toHaveCount(1)
  // Nothing is chosen that was not picked.
  await page.keyboard.press('Enter')
  await expect(composer(page)).toHaveValue(`#${tag}\n#${tag.slice(0, 8)}\n`)
  await expect(list(page)).toHaveCount(0)
  await page.keyboard.type(`#${tag}`)
  await expect(options(page)).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect(offering(page)).not.toHaveAttribute('aria-activedescendant')
  await page.keyboard.press('Tab')
  await expect(composer(page)).not.toBeFocused()
  await expect(list(page)).toHaveCount(0)
})

test('an answer that comes late, wrong or never is not shown', async ({ page, me: _ }) => {
  const item = (word: string) => ({ word, display: word, tweetsCount: 1 })
  let answers = 0
  await page.route('**/api/hashtags?*', async (route) => {
    const q = new URL(route.request().url()).searchParams.get('q') ?? ''
    answers++
    if (q === 'slow') await new Promise((resolve) => setTimeout(resolve, 1_500))
    if (q === 'broken') return route.fulfill({ status: 429, body: 'no' }).catch(() => {})
    if (q === 'gone') return route.abort().catch(() => {})
    return route.fulfill({ json: { items: [item(`${q}est`)] } }).catch(() => {})
  })
  await toCompose(page)
  await page.keyboard.type('#slow')
  await expect.poll(() => answers).toBe(1)
  await page.keyboard.type('ly')
  await expect(options(page)).toHaveText(/#slowlyest/)
  await page.waitForTimeout(1_600)
  await expect(options(page)).toHaveText(/#slowlyest/)
  for (const q of ['broken', 'gone']) {
    await composer(page).fill('')
    await page.keyboard.type(`#${q}`)
    await page.waitForTimeout(600)
    await expect(list(page)).toHaveCount(0)
  }
  await composer(page).fill('')
  const before = answers
  await page.keyboard.type('#quick')
  await expect(options(page)).toHaveText(/#quickest/)
  expect(answers - before).toBe(1)
  await page.keyboard.press('Backspace')
  await page.keyboard.type('k')
  await expect(options(page)).toHaveText(/#quickest/)
})

test('keys that build a character are left to the input method', async ({ page, me, tweet }) => {
  const tag = newTag('野鳥')
  await tweet(me, `#${tag}`)
  await toCompose(page)
  const session = await page.context().newCDPSession(page)
  await page.keyboard.type('#')
  await session.send('Input.imeSetComposition', { text: tag, selectionStart: tag.length, selectionEnd: tag.length })
  await expect(options(page)).toHaveCount(1)
  const composing = { bubbles: true, cancelable: true, isComposing: true }
  for (const key of ['ArrowDown', 'Enter', 'Escape']) {
    const prevented = await composer(page).evaluate((field, init) => !field.dispatchEvent(new KeyboardEvent('keydown', init)), {
      ...composing,
      key,
    })
    expect(prevented, key).toBe(false)
  }
  await expectActive(page, null)
  await session.send('Input.insertText', { text: tag })
  await expect(composer(page)).toHaveValue(`#${tag}`)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(composer(page)).toHaveValue(`#${tag} `)
})

test('the list stands beside what is typed, in sight, and moves nothing', { tag: '@phone' }, async ({ page, me, tweet }) => {
  const tag = newTag('Nest')
  await tweet(me, `#${tag}a #${tag}b #${tag}c #${tag}d #${tag}e`)
  await toCompose(page)
  for (const before of ['', 'word '.repeat(14), `${'one\n'.repeat(22)}`, 'صباح الخير ', `${'longword'.repeat(12)} `]) {
    await composer(page).fill(before)
    const height = (await composer(page).boundingBox())?.height
    await page.keyboard.type(`#${tag}`)
    await expect(options(page)).toHaveCount(5)
    const line = await page.evaluate(lineOfCaret, before.length)
    const popup = await list(page).boundingBox()
    const { width, height: tall } = page.viewportSize() ?? { width: 0, height: 0 }
    if (!popup) throw new Error('The list has no place.')
    expect(popup.x, before).toBeGreaterThanOrEqual(0)
    expect(popup.x + popup.width, before).toBeLessThanOrEqual(width)
    expect(popup.y, before).toBeGreaterThanOrEqual(0)
    expect(popup.y + popup.height, before).toBeLessThanOrEqual(tall)
    expect(popup.y >= line.bottom || popup.y + popup.height <= line.top, before).toBe(true)
    if (before === '') expect((await offering(page).boundingBox())?.height).toBe(height)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
})

test('marks stand where the words are', { tag: '@phone' }, async ({ page, me }) => {
  await toCompose(page)
  for (const text of [
    `Dawn with @${me.username} and #linnet at https://example.org/a_(b).`,
    'صباح الخير #خبز و #صباح\n\n👨‍👩‍👧‍👦👨‍👩‍👧‍👦 #family\n',
    `${'longword'.repeat(20)} #${'tag'.repeat(30)}`,
    `${'line #tag\n'.repeat(24)}`,
    `  ${'spaces   and\ttabs '.repeat(6)} #tag`,
    `${'x'.repeat(240)} #beyond the end`,
  ]) {
    await composer(page).fill(text)
    await expect.poll(() => page.evaluate(shapes), text).toEqual({ alike: true, text })
  }
})

test('without JavaScript the field is plain', { tag: '@nojs-only' }, async ({ page, me }) => {
  await page.goto('/compose')
  await composer(page).fill(`#dawn @${me.username}`)
  await expect(list(page)).toHaveCount(0)
  await expect(composer(page)).not.toHaveCSS('color', 'rgba(0, 0, 0, 0)')
  await searchBox(page).fill('dawn')
  await searchBox(page).press('Enter')
  await expect(page).toHaveURL(/\/search\?q=dawn$/)
  await expect(searchBox(page).first()).toHaveValue('dawn')
})

test('the search box offers the search, people and hashtags', async ({ page, me, person, tweet }) => {
  const word = newTag('Owl').toLowerCase()
  const owl = await person({ name: `${word} of the barn` })
  await tweet(me, `#${word}`)
  await page.goto('/explore')
  // It does so as soon as JavaScript is ready.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(searchBox(page)).toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(searchBox(page)).toHaveValue('')
  await expect(searchBox(page)).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.type(word)
  await expect(options(page)).toHaveCount(3)
  await expect(searchBox(page)).toHaveAttribute('aria-expanded', 'true')
  await expect(options(page).nth(0)).toHaveText(`Search for ${word}`)
  await expect(options(page).nth(1)).toContainText(`@${owl.username}`)
  await expect(options(page).nth(2)).toContainText(`#${word}`)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expectActive(page, 1, searchBox(page))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/${owl.username}`)
  await searchBox(page).fill(`#${word}`)
  await expect(options(page)).toHaveCount(2)
  await options(page).nth(1).click()
  await expect(page).toHaveURL(`/hashtag/${word}`)
})

test('Enter searches, Escape closes and then clears, and the query stays in the box', async ({ page, me }) => {
  await page.goto(`/${me.username}`)
  await searchBox(page).fill('"two words" from:ada')
  await expect(options(page)).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=%22two\+words%22\+from%3Aada$/)
  await expect(searchBox(page).first()).toHaveValue('"two words" from:ada')
  await expect(list(page)).toHaveCount(0)
  await searchBox(page).first().fill('dawn')
  await expect(options(page).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveCount(0)
  await expect(searchBox(page).first()).toHaveValue('dawn')
  await page.keyboard.press('ArrowDown')
  await expect(options(page).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(searchBox(page).first()).toHaveValue('')
  await searchBox(page).first().fill(newUsername())
  await page.getByRole('button', { name: 'Clear the search' }).first().click()
  await expect(searchBox(page).first()).toHaveValue('')
  await expect(searchBox(page).first()).toBeFocused()
  await toCompose(page)
  await page.keyboard.type('1/2')
  await expect(composer(page)).toHaveValue('1/2')
})

test('the open lists are accessible', { tag: '@phone' }, async ({ page, me, tweet }) => {
  const tag = newTag('Lark')
  await tweet(me, `#${tag}a #${tag}b`)
  await toCompose(page)
  await page.keyboard.type(`#${tag}`)
  await expect(options(page)).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await expectNoViolations(page)
  if (!(await searchBox(page).first().isVisible())) return
  await searchBox(page).first().fill(tag)
  await expect(options(page)).toHaveCount(3)
  await page.keyboard.press('ArrowDown')
  await expectNoViolations(page)
})

async function expectActive(page: Page, index: number | null, field: Locator = offering(page)) {
  const selected = await options(page).evaluateAll((all) => all.map((option) => option.getAttribute('aria-selected')))
  expect(selected).toEqual(selected.map((_, at) => String(at === index)))
  if (index !== null)
    await expect(field).toHaveAttribute('aria-activedescendant', (await options(page).nth(index).getAttribute('id')) ?? '')
  await expect(field).toBeFocused()
}

async function expectNoViolations(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForFunction(() => document.getAnimations().length === 0)
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary).join('\n')}`),
    ).toEqual([])
  }
}

/** The line in which what starts at an offset is typed, by the marks behind the field. */
function lineOfCaret(from: number): { top: number; bottom: number } {
  const layer = document.querySelector('textarea[name=content]')?.previousElementSibling
  const walker = document.createTreeWalker(layer as Element, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (from < before + length) {
      const range = document.createRange()
      range.setStart(node, from - before)
      range.setEnd(node, from - before + 1)
      return range.getBoundingClientRect()
    }
    before += length
  }
  throw new Error('There is no such place.')
}

/** Whether the marks have the field's place, size and font, and hold its text. */
function shapes(): { alike: boolean; text: string } {
  const field = document.querySelector<HTMLTextAreaElement>('textarea[name=content]') as HTMLTextAreaElement
  // What marks the text is loaded when one begins to write.
  const layer = field.previousElementSibling
  if (!layer) return { alike: false, text: '' }
  const [a, b] = [field.getBoundingClientRect(), layer.getBoundingClientRect()]
  const styles = [
    'font',
    'letterSpacing',
    'wordSpacing',
    'tabSize',
    'textIndent',
    'whiteSpace',
    'overflowWrap',
    'padding',
    'direction',
    'textAlign',
    'unicodeBidi',
  ] as const
  const [one, other] = [getComputedStyle(field), getComputedStyle(layer)]
  const places = (['left', 'top', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 0.5)
  const alike = places && field.scrollHeight <= field.clientHeight && styles.every((style) => one[style] === other[style])
  return { alike, text: (layer.textContent ?? '').replace(/\u200b$/, '') }
}
