import type { APIRequestContext, Page } from '@playwright/test'
import sharp from 'sharp'
import { bearer, expect, newText, type Person, pathOf, test } from '@/e2e/fixtures'
import { PAYLOADS, PLACES, SLEEPERS } from '@/e2e/payloads'
import type { Tweet } from '@/lib/tweets/schema'

const TEXTS = [...PAYLOADS.map(([text]) => text), ...SLEEPERS]

/** What breaks out here stays a script. */
const OF_SCRIPTS = ['script', "script'", 'template']

test('each payload runs where it is not escaped, and is found there', async ({ browser }) => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(40)
  // Not watched: what runs there may well fail.
  const page = await browser.newPage()
  const plain = PAYLOADS.map(([text, place]) => PLACES[place](text))
  expect(await page.evaluate(asleep, plain)).toEqual([])
  // What is read without being opened is read as if there were no JavaScript: there, that one breaks out of nothing.
  const markup = PAYLOADS.filter(([text, place]) => !OF_SCRIPTS.includes(place) && !text.includes('noscript')).map(([text, place]) =>
    PLACES[place](text),
  )
  const found = await page.evaluate(findPlanted, markup)
  expect(markup.filter((_, index) => found[index]?.length === 0)).toEqual([])
  await page.close()
})

test('nothing that people write runs, wherever it is shown', async ({ page, me, person, tweet, follow, request, login }) => {
  const them = await person()
  const tag = newText('xss').replace(' ', '')
  await follow(them, me)
  const first = await tweet(them, `Write #${tag}`, { mediaIds: await imagesOf(request, them) })
  const written: Tweet[] = []
  for (const text of TEXTS) {
    const quoteId = written.at(-1)?.id ?? first.id
    written.push(await tweet(them, `${text} #${tag} @${me.username}`, { replyToId: first.id, quoteId }))
  }
  const texts = await read(page, written.map(pathOf))
  for (const text of TEXTS) {
    await become(request, them, text)
    texts.push(...(await read(page, [`/${them.username}/likes`])))
  }
  await expectNothingIn(page, texts)
  await become(request, them, '"><img src=x onerror=ran=1>')
  await hearPayloads(page)
  const inSight = [pathOf(first), pathOf(written[3] as Tweet), `/${them.username}/media`, `/${them.username}/replies`, `/hashtag/${tag}`]
  for (const path of [
    ...inSight,
    `/search?q=${tag}`,
    `/search?type=users&q=${them.username}`,
    `/${me.username}/followers`,
    '/notifications',
  ])
    await expectNothingPlanted(page, path)
  await page.goto(pathOf(first))
  await expect(async () => {
    await page.mouse.wheel(0, 20_000)
    expect(await page.getByRole('article').count(), 'what comes as one scrolls').toBeGreaterThan(30)
  }).toPass()
  expect(await page.evaluate(findPlanted, null)).toEqual([[]])
  await login(them)
  await expectNothingPlanted(page, '/settings/profile')
})

test('nothing that an address holds runs', async ({ page, me, another }) => {
  const words = TEXTS.map(encodeURIComponent)
  const stranger = await another()
  await expectNothingIn(page, [
    ...(await read(
      page,
      words.flatMap((word) => [`/search?q=${word}`, `/hashtag/${word}`, `/${word}`]),
    )),
    ...(await read(
      stranger,
      words.flatMap((word) => [`/%00${word}?x=${word}`, `/login?next=${word}`]),
    )),
  ])
  await hearPayloads(page)
  const word = encodeURIComponent('"><img src=x onerror=ran=1></script><svg onload=ran=1>')
  const names = [`/search?q=${word}`, `/hashtag/${word}`, `/no/such/${word}`, `/${me.username}?x=${word}`, `/home?cursor=${word}`]
  for (const path of [...names, `/compose?replyTo=${word}`, `/reset-password?token=${word}`]) await expectNothingPlanted(page, path)
})

/** Gives somebody this text as name, place, website and bio, as far as it fits. */
async function become(request: APIRequestContext, who: Person, text: string): Promise<void> {
  const website = `https://example.org/?${encodeURI(text).replaceAll('%', '%25')}`
  const data = { name: text.slice(0, 50), bio: text, location: text.slice(0, 30), website }
  expect((await request.patch('/api/users/me', { headers: bearer(who), data })).status(), text).toBe(200)
}

/** Four images whose descriptions hold every payload. */
async function imagesOf(request: APIRequestContext, me: Person): Promise<string[]> {
  const buffer = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const ids: string[] = []
  for (let part = 0; part < 4; part++) {
    const alt = TEXTS.filter((_, index) => index % 4 === part).join(' ')
    const file = { name: 'image.png', mimeType: 'image/png', buffer }
    const uploaded = await request.post('/api/media', { headers: bearer(me), multipart: { file, alt } })
    expect(uploaded.status(), await uploaded.text()).toBe(201)
    ids.push((await uploaded.json()).id)
  }
  return ids
}

/** Makes a payload that runs an exception in the page, on which every test fails. */
async function hearPayloads(page: Page): Promise<void> {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'ran', { set: () => reportError(new Error(`A payload ran in ${location.href}`)), configurable: true }),
  )
}

/** Opens the page and moves over everything. */
async function expectNothingPlanted(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('main *')) element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
  })
  expect(await page.evaluate(findPlanted, null), path).toEqual([[]])
}

/** The pages' own text, without opening each. */
async function read({ request }: Page, paths: string[]): Promise<string[]> {
  const texts: string[] = []
  for (const path of paths) {
    const answer = await request.get(path)
    expect([200, 400, 404], path).toContain(answer.status())
    texts.push(await answer.text())
  }
  return texts
}

/** Reads these texts of pages as a browser would. */
async function expectNothingIn(page: Page, texts: string[]): Promise<void> {
  // A blank page has no policy, which would judge what it reads by its own nonce.
  const blank = await page.context().newPage()
  const found = await blank.evaluate(findPlanted, texts)
  await blank.close()
  const titles = texts.map((text) => /<title>.*?<\/title>/s.exec(text)?.[0])
  expect(found.map((planted, index) => ({ title: titles[index], planted })).filter(({ planted }) => planted.length > 0)).toEqual([])
}

/** What is in the documents, or the one that is shown, that no page of ours holds: handlers, frames, scripts that are not ours and links that run. */
function findPlanted(texts: string[] | null): string[][] {
  const runs = /^[\0-\x20]*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t:(?!throw new Error\('A React form)|vbscript:|data:(?!image\/|,$))/i
  const foreign = 'iframe, object, embed, frame, base, math, animate, set, marquee, meta[http-equiv=refresh]'
  const isData = ({ type, id, textContent }: HTMLScriptElement) =>
    (type === 'application/ld+json' && /^\{"@context":[^<]*\}$/.test(textContent)) ||
    (type === 'application/json' && id === 'words' && /^\{"customs":[^<]*\}$/.test(textContent))
  const isOurs = (script: HTMLScriptElement) => script.nonce !== '' || /\/_next\/static\//.test(script.src) || isData(script)
  const isPlanted = (element: Element) =>
    element.matches(foreign) ||
    (element instanceof HTMLScriptElement && !isOurs(element)) ||
    (element.localName === 'script' && !(element instanceof HTMLScriptElement)) ||
    [...element.attributes].some(
      ({ name, value }) => /^on/i.test(name) || (/^(?:href|src|action|formaction|xlink:href|data|srcdoc)$/i.test(name) && runs.test(value)),
    )
  const documents = texts?.map((text) => new DOMParser().parseFromString(text, 'text/html')) ?? [document]
  return documents.map((one) => [...one.querySelectorAll('*')].filter(isPlanted).map((element) => element.outerHTML.slice(0, 200)))
}

/** Those of these pages in which nothing ran, whatever one does there. */
async function asleep(pages: string[]): Promise<string[]> {
  const frames = pages.map((srcdoc) => Object.assign(document.createElement('iframe'), { srcdoc }))
  document.body.append(...frames)
  const ran = (frame: HTMLIFrameElement) => Boolean(frame.contentWindow && 'ran' in frame.contentWindow)
  for (let tries = 0; tries < 50 && !frames.every(ran); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    for (const frame of frames.filter((one) => !ran(one)))
      for (const element of frame.contentDocument?.querySelectorAll<HTMLElement>('body *') ?? []) {
        element.dispatchEvent(new Event('focus'))
        element.dispatchEvent(new MouseEvent('mouseover'))
        element.click?.()
      }
  }
  return pages.filter((_, index) => !ran(frames[index] as HTMLIFrameElement))
}
