import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import sharp from 'sharp'
import { demoSignIn } from '@/scripts/cast'
import { ensureClient } from '@/scripts/client'
import { command } from '@/scripts/lifetime'
import { bar, step } from '@/scripts/progress.cjs'
import { Refusal } from '@/scripts/refusal'
import { open, SCREENS } from '@/scripts/screens/list'
import { someAddress } from '@/scripts/screens/people'
import { makeWorld, type World } from '@/scripts/screens/world'
import { ROOT } from '@/scripts/settings'
import { whileRunning } from '@/scripts/testing/end-to-end'
import { throwAwayFolder } from '@/scripts/testing/folder'

type Look = { width: number; height: number; isPhone: boolean; small: number; scheme: 'light' | 'dark' }
type Picture = { name: string; picture: Buffer }

/** `small` is the width of a picture in a contact sheet. */
const WINDOWS = [
  { width: 360, height: 740, isPhone: true, small: 146 },
  { width: 768, height: 1024, isPhone: false, small: 190 },
  { width: 1280, height: 800, isPhone: false, small: 340 },
]
const SCHEMES = ['light', 'dark'] as const
const ORIGINALS = join(ROOT, '.data/screens')
const SHEETS = join(ROOT, 'docs/screens')

/** Takes a picture of every screen in every width and scheme: whole ones into .data/screens, contact sheets into docs/screens. */
command(async () => {
  await ensureClient()
  await whileRunning('npm run screens', throwAwayFolder(), async ({ address, url, browser: executablePath }) => {
    const me = await demoSignIn(url)
    if (!me) throw new Refusal('The demo cast is not there.')
    const world = await step('Having things happen', () => makeWorld(address, { me, database: url }))
    rmSync(ORIGINALS, { recursive: true, force: true })
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    try {
      for (const look of WINDOWS.flatMap((size) => SCHEMES.map((scheme) => ({ ...size, scheme })))) {
        const label = `Taking pictures, ${look.width} px, ${look.scheme}`
        const taken = await bar(label, (show) => picturesOf(browser, { ...world, spent: undefined }, look, show))
        await sheetOf(browser, taken, look)
      }
    } finally {
      await browser.close()
    }
  })
  console.log(`Pictures are in ${ORIGINALS}, contact sheets in ${SHEETS}.`)
  return 0
})

/** Takes the pictures of one width and scheme. */
async function picturesOf(browser: Browser, world: World, look: Look, show: (done: number, all: number) => void): Promise<Picture[]> {
  const { width, height, isPhone, scheme } = look
  const folder = join(ORIGINALS, nameOf(look))
  mkdirSync(folder, { recursive: true })
  const context = await browser.newContext({
    baseURL: world.address,
    viewport: { width, height },
    isMobile: isPhone,
    hasTouch: isPhone,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await world.swell()
  const shown = SCREENS.filter(({ alike, desk }) => !alike && (!desk || width >= 1280))
  const taken: Picture[] = []
  for (const screen of shown) {
    await open(page, world, screen, someAddress())
    await page.waitForLoadState('networkidle')
    const path = join(folder, `${screen.name.replaceAll(/\W+/g, '-')}.png`)
    taken.push({ name: screen.name, picture: await page.screenshot({ path, timeout: 30_000 }) })
    show(taken.length, shown.length)
  }
  await context.close()
  return taken
}

/** Lays small pictures side by side, each above its name, and keeps that as one light image. */
async function sheetOf(browser: Browser, taken: Picture[], look: Look) {
  const figures = await Promise.all(
    taken.map(async ({ name, picture }) => {
      const webp = await sharp(picture).resize(look.small).webp({ quality: 80 }).toBuffer()
      return `<figure><img src="data:image/webp;base64,${webp.toString('base64')}"><figcaption>${name}</figcaption></figure>`
    }),
  )
  const page = await browser.newPage({ viewport: { width: 1440, height: 800 } })
  const style = `body{margin:12px;background:#777;font:12px system-ui;display:flex;flex-wrap:wrap;gap:12px}figure{margin:0;width:${look.small}px}img{display:block}figcaption{padding-top:3px;color:#fff}`
  await page.setContent(`<style>${style}</style>${figures.join('')}`, { waitUntil: 'load' })
  const whole = await page.screenshot({ fullPage: true })
  mkdirSync(SHEETS, { recursive: true })
  await sharp(whole)
    .webp({ quality: 45 })
    .toFile(join(SHEETS, `${nameOf(look)}.webp`))
  await page.close()
}

function nameOf({ width, scheme }: Look): string {
  return `${width}-${scheme}`
}
