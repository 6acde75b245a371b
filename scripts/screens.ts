import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import type { Tweet } from '@/lib/tweets/schema'
import { demoSignIn } from '@/scripts/cast'
import { ensureClient } from '@/scripts/client'
import { command } from '@/scripts/lifetime'
import { bar } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { ROOT } from '@/scripts/settings'
import { whileRunning } from '@/scripts/testing/end-to-end'
import { throwAwayFolder } from '@/scripts/testing/folder'

type Screen = {
  name: string
  path: string
  /** Who looks: somebody of the cast, somebody who has just come, or nobody. */
  who: 'ada' | 'newcomer' | 'visitor'
  /** What is done before it is shown. */
  before?: (page: Page) => Promise<void>
}

const WIDTHS = [360, 768, 1280]
const SCHEMES = ['light', 'dark'] as const
const HEIGHTS: Record<number, number> = { 360: 740, 768: 1024, 1280: 800 }
const ORIGINALS = join(ROOT, '.data/screens')
const SHEETS = join(ROOT, 'docs/screens')
const NEWCOMER = { username: 'newcomer', password: 'three-wet-feathers' }

/** Takes a picture of every screen in every width and scheme: whole ones into .data/screens, contact sheets into docs/screens. */
command(async () => {
  await ensureClient()
  await whileRunning('npm run screens', throwAwayFolder(), async ({ address, url, browser: executablePath }) => {
    const ada = await demoSignIn(url)
    if (!ada) throw new Refusal('The demo cast is not there.')
    await signUp(address)
    const screens = await screensOf(address, await writeHard(address, ada))
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    try {
      for (const width of WIDTHS) {
        for (const scheme of SCHEMES) {
          const files = await bar(`Taking pictures, ${width} px, ${scheme}`, (show) =>
            picturesOf(browser, address, { screens, ada, width, scheme, show }),
          )
          await sheetOf(browser, files, { width, scheme })
        }
      }
    } finally {
      await browser.close()
    }
  })
  console.log(`Pictures are in ${ORIGINALS}, contact sheets in ${SHEETS}.`)
  return 0
})

async function signUp(address: string) {
  await post(`${address}/api/users`, { ...NEWCOMER, email: 'newcomer@people.example', name: 'Robin Reed' })
}

/** What is hard to show: a portrait and a panorama, nothing but emoji, writing from right to left, many hashtags, a word without end. */
async function writeHard(address: string, ada: { username: string; password: string }): Promise<Tweet> {
  const granted = await post(`${address}/api/auth/token`, { grant_type: 'password', ...ada })
  const headers = { Authorization: `Bearer ${granted.access_token}` }
  const texts = [
    '🐦'.repeat(250),
    'أحبّ الطيور الصغيرة التي تغنّي في الصباح #طيور',
    Array.from({ length: 20 }, (_, at) => `#feather${at + 1}`).join(' '),
    `${'tirili'.repeat(40)}!`,
  ]
  for (const content of texts) await post(`${address}/api/tweets`, { content }, headers)
  const mediaIds = [await upload(address, headers, 600, 1400), await upload(address, headers, 1800, 500)]
  return (await post(`${address}/api/tweets`, { content: 'Dawn, upright and lying down.', mediaIds }, headers)) as Tweet
}

async function upload(address: string, headers: Record<string, string>, width: number, height: number): Promise<string> {
  const sky = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="#31507c"/><stop offset=".7" stop-color="#e9a27e"/><stop offset="1" stop-color="#f7dfb0"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#a)"/><circle cx="60%" cy="78%" r="60" fill="#fff3d6"/></svg>`
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await sharp(Buffer.from(sky)).png().toBuffer())], { type: 'image/png' }), 'dawn.png')
  form.set('alt', 'A sky at dawn.')
  const answer = await fetch(`${address}/api/media`, { method: 'POST', headers, body: form })
  if (!answer.ok) throw new Refusal(`The image was answered ${answer.status}.`)
  return ((await answer.json()) as { id: string }).id
}

async function post(url: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Refusal(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

/** Every screen; tweets are found in what the cast wrote. */
async function screensOf(address: string, pictured: Tweet): Promise<Screen[]> {
  const { items } = (await (await fetch(`${address}/api/timelines/public?limit=50`)).json()) as { items: Tweet[] }
  const path = ({ id, author }: Tweet) => `/${author.username}/status/${id}`
  const [hashtag] = items.flatMap(({ entities }) => entities.hashtags)
  const answered = items.find(({ repliesCount }) => repliesCount > 0)
  if (!hashtag || !answered) throw new Refusal('The demo cast wrote nothing to show.')
  const word = encodeURIComponent(hashtag.word)
  const by = (name: string, where: string): Screen => ({ name, path: where, who: 'ada' })
  return [
    { name: 'landing', path: '/', who: 'visitor' },
    { name: 'sign up', path: '/signup', who: 'visitor' },
    { name: 'sign in', path: '/login', who: 'visitor' },
    { name: 'forgotten password', path: '/forgot-password', who: 'visitor' },
    by('home', '/home'),
    { name: 'home, empty', path: '/home', who: 'newcomer' },
    by('explore', '/explore'),
    by('search', `/search?q=${word}`),
    by('search, nothing', '/search?q=xyzzy'),
    by('hashtag', `/hashtag/${word}`),
    by('profile', '/ada'),
    by('profile, replies', '/ada/replies'),
    by('profile, media', '/ada/media'),
    by('profile, likes', '/ada/likes'),
    by('followers', '/ada/followers'),
    by('tweet', path(answered)),
    { name: 'tweet, visitor', path: path(answered), who: 'visitor' },
    { name: 'lightbox', path: path(pictured), who: 'ada', before: openImage },
    by('compose', '/compose'),
    by('notifications', '/notifications'),
    { name: 'notifications, empty', path: '/notifications', who: 'newcomer' },
    by('bookmarks', '/bookmarks'),
    by('settings', '/settings'),
    by('settings, profile', '/settings/profile'),
    by('settings, account', '/settings/account'),
    by('settings, sessions', '/settings/sessions'),
    by('settings, blocks', '/settings/blocks'),
    by('settings, mutes', '/settings/mutes'),
    by('settings, appearance', '/settings/appearance'),
    { name: 'shortcuts', path: '/home', who: 'ada', before: openShortcuts },
    { name: 'not found', path: '/nobody-is-here/at/all', who: 'visitor' },
    { name: 'offline', path: '/offline', who: 'visitor' },
  ]
}

async function openImage(page: Page) {
  await page.getByRole('main').locator('article a:has(img), article button:has(img)').last().click()
  await page.getByRole('dialog', { name: 'Images' }).waitFor()
}

async function openShortcuts(page: Page) {
  await page.getByRole('dialog', { name: 'Keyboard shortcuts', includeHidden: true }).waitFor({ state: 'attached' })
  await page.keyboard.press('?')
}

type Taking = {
  screens: Screen[]
  ada: { username: string; password: string }
  width: number
  scheme: (typeof SCHEMES)[number]
  show: (done: number, all: number) => void
}

/** Takes the pictures of one width and scheme; gives the name and the picture of each. */
async function picturesOf(browser: Browser, address: string, { screens, ada, width, scheme, show }: Taking) {
  const folder = join(ORIGINALS, `${width}-${scheme}`)
  mkdirSync(folder, { recursive: true })
  const options = {
    baseURL: address,
    viewport: { width, height: HEIGHTS[width] ?? 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  } as const
  const pages = {
    visitor: await (await browser.newContext(options)).newPage(),
    ada: await (await browser.newContext(options)).newPage(),
    newcomer: await (await browser.newContext(options)).newPage(),
  }
  await signIn(pages.ada, ada)
  await signIn(pages.newcomer, NEWCOMER)
  const taken: { name: string; picture: Buffer }[] = []
  for (const { name, path, who, before } of screens) {
    await pages[who].goto(path, { waitUntil: 'networkidle' })
    await before?.(pages[who])
    const picture = await pages[who].screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, '-')}.png`), timeout: 30_000 })
    taken.push({ name, picture })
    show(taken.length, screens.length)
  }
  for (const page of Object.values(pages)) await page.context().close()
  return taken
}

async function signIn(page: Page, { username, password }: { username: string; password: string }) {
  await page.goto('/login')
  await page.getByLabel('Username or email').fill(username)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/home')
}

/** Lays small pictures side by side, each above its name, and keeps that as one light image. */
async function sheetOf(browser: Browser, taken: { name: string; picture: Buffer }[], about: { width: number; scheme: string }) {
  const small = about.width < 500 ? 180 : about.width < 1000 ? 250 : 340
  const figures = await Promise.all(
    taken.map(async ({ name, picture }) => {
      const webp = await sharp(picture).resize(small).webp({ quality: 80 }).toBuffer()
      return `<figure><img src="data:image/webp;base64,${webp.toString('base64')}"><figcaption>${name}</figcaption></figure>`
    }),
  )
  const page = await browser.newPage({ viewport: { width: 1440, height: 800 } })
  const style = `body{margin:12px;background:#888;font:12px system-ui;display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}img{display:block}figcaption{padding-top:3px;color:#fff}`
  await page.setContent(`<style>${style}</style>${figures.join('')}`, { waitUntil: 'load' })
  const whole = await page.screenshot({ fullPage: true })
  mkdirSync(SHEETS, { recursive: true })
  await sharp(whole)
    .webp({ quality: 55 })
    .toFile(join(SHEETS, `${about.width}-${about.scheme}.webp`))
  await page.close()
}
