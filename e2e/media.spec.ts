import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { bearer, card, composer, expect, newText, pathOf, said, test } from '@/e2e/fixtures'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type File = { name: string; mimeType: string; buffer: Buffer }

test('images are chosen, described, ordered, posted, looked at and deleted', { tag: '@phone' }, async ({ page, me }) => {
  const text = newText('Two birds')
  await page.goto('/home')
  await page.getByLabel('Add images').setInputFiles([await png('crimson', 1200, 800), await png('teal', 600, 1500)])
  await expect(page.locator('input[name=mediaIds]')).toHaveCount(2)
  const first = page.getByLabel('Description of image 1')
  await expect(first).toHaveAccessibleDescription('Describe it for people who do not see it.')
  await first.fill('A crimson bird.')
  await expect(first).toHaveAccessibleDescription('1485 characters left')
  await page.getByRole('button', { name: 'Move image 2 earlier' }).press('Enter')
  await expect(said(page, 'Now image 1 of 2.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Move image 1 later' })).toBeFocused()
  await first.fill('A teal bird.')
  await expectNoViolations(page)
  await composer(page).fill(text)
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(said(page, 'Your tweet was posted.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Images of your tweet' })).toHaveCount(0)
  const images = card(page, text).getByRole('link').getByRole('img')
  await expect(images.first()).toHaveAccessibleName('A teal bird.')
  await expect(images.last()).toHaveAccessibleName('A crimson bird.')

  await page.goto(`/${me.username}/media`)
  await expectNoViolations(page)
  await card(page, text).getByRole('link', { name: 'A teal bird.' }).press('Enter')
  const box = page.getByRole('dialog', { name: 'Images' })
  await expect(box.getByRole('img', { name: 'A teal bird.' })).toBeVisible()
  await expect(box.getByRole('status')).toHaveText('1 of 2')
  await expectNoViolations(page)
  await page.keyboard.press('ArrowRight')
  await expect(box.getByRole('img', { name: 'A crimson bird.' })).toBeVisible()
  await expect(box.getByRole('status')).toHaveText('2 of 2')
  await page.keyboard.press('Escape')
  await expect(box).toHaveCount(0)
  await expect(card(page, text).getByRole('link', { name: 'A teal bird.' })).toBeFocused()
  const place = page.url()
  await card(page, text).getByRole('link', { name: 'A teal bird.' }).click()
  await expect(box).toBeVisible()
  await page.goBack()
  await expect(box).toHaveCount(0)
  expect(page.url()).toBe(place)
  await expect(card(page, text).getByRole('link', { name: 'A teal bird.' })).toBeFocused()

  await card(page, text).getByRole('button', { name: 'More about this tweet' }).click()
  await page.getByRole('link', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'No images yet' })).toBeVisible()
})

test('images come by drop and paste, and what cannot be sent is told and tried again', async ({ page, me }) => {
  await page.goto('/home')
  const fake = { name: 'fake.png', mimeType: 'image/png', buffer: Buffer.from('No image at all.') }
  await page.getByLabel('Add images').setInputFiles(fake)
  await expect(page.getByRole('alert').filter({ hasText: 'Send a PNG, JPEG, WebP, GIF or AVIF image.' })).toBeVisible()
  await composer(page).fill('Too early')
  await composer(page).press('Control+Enter')
  await expect(said(page, 'An image could not be uploaded.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove image 1' }).click()
  await expect(page.getByLabel('Add images')).toBeFocused()

  await page.route('**/api/media', (route) => route.abort(), { times: 1 })
  await give(page, 'drop', await png('crimson', 300, 300))
  await expect(page.getByRole('alert').filter({ hasText: 'Check your connection' })).toBeVisible()
  await page.getByRole('button', { name: 'Try image 1 again' }).click()
  await expect(page.locator('input[name=mediaIds]')).toHaveCount(1)
  await give(page, 'paste', await png('teal', 300, 300))
  await expect(page.locator('input[name=mediaIds]')).toHaveCount(2)
  await give(page, 'drop', { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes') })
  await expect(said(page, '“notes.txt” is not an image.')).toBeVisible()
  await composer(page).fill('')
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(said(page, 'Your tweet was posted.')).toBeVisible()
  await expect(card(page, me.username).getByRole('link', { name: 'Image', exact: true })).toHaveCount(2)
})

test('a large photo is made smaller before it is sent', async ({ page, me, request }) => {
  await page.goto('/compose')
  const buffer = await sharp({
    create: { width: 3000, height: 2000, channels: 3, background: 'teal', noise: { type: 'gaussian', mean: 120, sigma: 40 } },
  })
    .jpeg()
    .toBuffer()
  const sent = page.waitForRequest('**/api/media')
  await page.getByLabel('Add images').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })
  expect(Number(await (await sent).headerValue('content-length'))).toBeLessThan(buffer.length)
  await expect(page.locator('input[name=mediaIds]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(page).toHaveURL('/home')
  const { items } = await (await request.get(`/api/users/${me.username}/tweets?filter=media`)).json()
  expect(items[0].media[0]).toMatchObject({ width: 2048, height: 1365 })
})

test('nothing moves while images load', async ({ page, me, request, tweet }) => {
  const { name, mimeType, buffer } = await png('crimson', 900, 1600)
  const uploaded = await request.post('/api/media', { headers: bearer(me), multipart: { file: { name, mimeType, buffer } } })
  const { id } = await uploaded.json()
  const shown = await tweet(me, newText('Tall'), { mediaIds: [id] })
  await page.route('**/media/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  await page.goto(pathOf(shown))
  await expect(page.getByRole('link', { name: 'Image', exact: true }).getByRole('img')).toHaveJSProperty('complete', true)
  expect(await page.evaluate(movedElements)).toEqual([])
})

test('images are posted and opened without JavaScript', { tag: '@nojs-only' }, async ({ page, me }) => {
  const text = newText('Plain')
  await page.goto('/home')
  await page.locator('summary', { hasText: 'Add images' }).click()
  await composer(page).fill(text)
  const fake = { name: 'fake.png', mimeType: 'image/png', buffer: Buffer.from('No image at all.') }
  await page.getByLabel('Up to 4 images').setInputFiles([await png('crimson', 300, 200), fake])
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: '“fake.png”: Send a PNG, JPEG, WebP, GIF or AVIF image.' })).toBeVisible()
  await expect(composer(page)).toHaveValue(text)
  await page.getByLabel('Up to 4 images').setInputFiles(await png('crimson', 300, 200))
  await page.getByLabel('Description of image 1').fill('A crimson bird.')
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(said(page, 'Your tweet was posted.')).toBeVisible()
  await page.goto(`/${me.username}/media`)
  const image = card(page, text).getByRole('link', { name: 'A crimson bird.' })
  await expect(image).toBeVisible()
  const opened = await page.request.get((await image.getAttribute('href')) ?? '')
  expect(opened.headers()['content-type']).toBe('image/webp')
})

test('the pictures of a profile are chosen, cut and removed', { tag: '@nojs' }, async ({ page, me, request, javaScriptEnabled }) => {
  await page.goto('/settings/profile')
  if (javaScriptEnabled) {
    await page.getByLabel('Choose picture').setInputFiles(await png('crimson', 900, 600))
    const frame = page.getByRole('application', { name: 'The part that is shown' })
    await frame.press('ArrowRight')
    await page.getByLabel('Zoom').press('ArrowRight')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Use this part' }).click()
    await expect(page.getByLabel('Choose picture')).toBeFocused()
  } else {
    await page.getByLabel('Picture', { exact: true }).setInputFiles(await png('crimson', 900, 600))
    await page.getByLabel('Banner', { exact: true }).setInputFiles(await png('teal', 900, 600))
  }
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page, 'Your profile was saved.')).toBeVisible()
  const profile = async () => (await request.get(`/api/users/${me.username}`)).json()
  const { avatarUrl, bannerUrl } = await profile()
  expect(await sharp(await (await request.get(avatarUrl)).body()).metadata()).toMatchObject({ width: 400, height: 400 })
  expect(bannerUrl === null).toBe(javaScriptEnabled !== false)
  await page.goto('/settings/profile')
  if (javaScriptEnabled) await page.getByRole('button', { name: 'Remove picture' }).click()
  else await page.getByLabel('Remove picture').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(said(page, 'Your profile was saved.')).toBeVisible()
  expect(await profile()).toMatchObject({ avatarUrl: null, bannerUrl })
})

/** A picture of its own, in this colour. */
async function png(background: string, width: number, height: number): Promise<File> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const
  const grain = await sharp({ create: { width: 16, height: 16, channels: 3, background, noise } })
    .png()
    .toBuffer()
  const image = sharp({ create: { width, height, channels: 3, background } }).composite([{ input: grain }])
  return { name: `${background}.png`, mimeType: 'image/png', buffer: await image.png().toBuffer() }
}

/** Drops or pastes the file into the composer. */
async function give(page: Page, how: 'drop' | 'paste', { name, mimeType, buffer }: File) {
  const file = { name, type: mimeType, bytes: [...buffer] }
  await composer(page).evaluate(
    (field, { how, file }) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(file.bytes)], file.name, { type: file.type }))
      const more = { bubbles: true, cancelable: true }
      field.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { ...more, dataTransfer: data })
          : new ClipboardEvent('paste', { ...more, clipboardData: data }),
      )
    },
    { how, file },
  )
}

/** What was pushed up or down since the page began. Letters that become wider as their font arrives push nothing. */
function movedElements(): Promise<string[]> {
  type Shift = PerformanceEntry & { sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[] }
  return new Promise((resolve) => {
    const observe = (list: PerformanceObserverEntryList) => {
      const sources = list.getEntries().flatMap((entry) => (entry as Shift).sources)
      const moved = sources.filter(({ previousRect, currentRect }) => Math.abs(previousRect.top - currentRect.top) > 1)
      resolve(
        moved.map(
          ({ node, previousRect, currentRect }) => `${node?.nodeName} ${node?.textContent} from ${previousRect.top} to ${currentRect.top}`,
        ),
      )
    }
    new PerformanceObserver(observe).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve([]), 500)
  })
}

async function expectNoViolations(page: Page) {
  await page.waitForFunction(() => document.getAnimations().length === 0)
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
}
