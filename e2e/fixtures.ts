import { randomBytes } from 'node:crypto'
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test'
import type { Tweet } from '@/lib/tweets/schema'

export { expect }

/** Somebody whom a test signed up. */
export type Person = { id: string; username: string; email: string; name: string; password: string; token: string }

type About = { name?: string; bio?: string; location?: string; website?: string }
type Answering = { replyToId?: string; quoteId?: string; mediaIds?: string[] }

type Fixtures = {
  /** Signs somebody new up through the JSON API. */
  person: (about?: About) => Promise<Person>
  /** Posts a tweet through the JSON API. */
  tweet: (by: Person, content: string, more?: Answering) => Promise<Tweet>
  /** Makes the first follow the second. */
  follow: (who: Person, whom: Person) => Promise<void>
  /** Signs somebody in, in the page's browser, through NextAuth. */
  login: (person: Person, page?: Page) => Promise<void>
  /** Somebody new who is signed in, in `page`. */
  me: Person
  /** A page of another browser, which shares nothing with `page`. */
  another: () => Promise<Page>
}

/** A test in which an error on the console, an exception in a page, a dialog or a 5xx fails whoever caused it. */
export const test = base.extend<Fixtures>({
  // Everybody comes from an address of their own, as behind the proxy that the app under test believes in.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see what a fixture uses
  extraHTTPHeaders: ({}, use) => use({ 'X-Forwarded-For': anyAddress() }),
  context: async ({ context }, use) => {
    const check = watch(context)
    await use(context)
    check()
  },
  another: async ({ browser }, use) => {
    const opened: { context: BrowserContext; check: () => void }[] = []
    await use(async () => {
      const context = await browser.newContext({ extraHTTPHeaders: { 'X-Forwarded-For': anyAddress() } })
      opened.push({ context, check: watch(context) })
      return context.newPage()
    })
    for (const { context, check } of opened) {
      check()
      await context.close()
    }
  },
  person: async ({ request }, use) => {
    await use(async ({ name, ...profile } = {}) => {
      const username = newUsername()
      const password = newPassword()
      const email = `${username}@people.example`
      const signedUp = await request.post('/api/users', { data: { username, email, password, ...(name !== undefined && { name }) } })
      expect(signedUp.status(), await signedUp.text()).toBe(201)
      const { id } = await signedUp.json()
      const granted = await request.post('/api/auth/token', { data: { grant_type: 'password', username, password } })
      const { access_token: token } = await granted.json()
      if (Object.keys(profile).length > 0) {
        const edited = await request.patch('/api/users/me', { headers: bearer({ token }), data: profile })
        expect(edited.status(), await edited.text()).toBe(200)
      }
      return { id, username, email, name: name ?? username, password, token }
    })
  },
  tweet: async ({ request }, use) => {
    await use(async (by, content, more = {}) => {
      const posted = await request.post('/api/tweets', { headers: bearer(by), data: { content, ...more } })
      expect(posted.status(), await posted.text()).toBe(201)
      return posted.json()
    })
  },
  follow: async ({ request }, use) => {
    await use(async (who, whom) => {
      const followed = await request.put(`/api/users/${whom.username}/follow`, { headers: bearer(who) })
      expect(followed.status(), await followed.text()).toBe(200)
    })
  },
  login: async ({ page, baseURL }, use) => {
    await use(async ({ username, password }, { request } = page) => {
      const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
      const form = { csrfToken, username, password, json: 'true' }
      const answer = await request.post('/api/auth/callback/credentials', { headers: { Origin: baseURL ?? '' }, form })
      expect(answer.status(), await answer.text()).toBe(200)
    })
  },
  me: async ({ person, login }, use) => {
    const me = await person()
    await login(me)
    await use(me)
  },
})

/** An address that hardly anybody else has, so that nobody is limited for what others do. */
export function anyAddress(): string {
  return `10.${[...randomBytes(3)].join('.')}`
}

/** A username that nobody has. */
export function newUsername(): string {
  return `p${randomBytes(6).toString('hex')}`
}

/** A password that is nobody else's. */
export function newPassword(): string {
  return `sings at dawn ${randomBytes(4).toString('hex')}`
}

/** A text that stands nowhere else. */
export function newText(about = 'Heard'): string {
  return `${about} ${randomBytes(6).toString('hex')}`
}

/** The header by which the API knows who asks. */
export function bearer({ token }: Pick<Person, 'token'>): { Authorization: string } {
  return { Authorization: `Bearer ${token}` }
}

/** The address of a tweet's page. */
export function pathOf({ id, author }: Tweet): string {
  return `/${author.username}/status/${id}`
}

/** Where one writes: a text box, and a combobox while it offers something to choose. */
export function composer(page: Page): Locator {
  const name = 'Your tweet'
  return page.getByRole('textbox', { name }).or(page.getByRole('combobox', { name }))
}

/** What one looks at: the dialog in front of the page, else the page. */
export function inFront(page: Page): Locator {
  return page.locator('main, dialog[open]').last()
}

/** The tweet with this text, as a card in a list or as what the page is about. */
export function card(page: Page, text: string): Locator {
  return page.getByRole('article').filter({ hasText: text })
}

/** What a live region says. */
export function said(page: Page, text: string): Locator {
  return page.getByRole('status').filter({ hasText: text })
}

/** Goes by Tab to what is to have the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < 60; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Writes and posts a tweet from the composer of the page. */
export async function post(page: Page, text: string): Promise<void> {
  await composer(page).fill(text)
  await page.getByRole('button', { name: 'Tweet', exact: true }).click()
  await expect(composer(page)).toHaveValue('')
  await expect(said(page, 'Your tweet was posted.')).toBeVisible()
}

/** Fills in the sign-in form that the page shows and sends it. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Username or email').fill(login)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/**
 * Notes what goes wrong in a browser, and gives back the check that nothing did. What a page's policy stops is an error on the console, with
 * JavaScript and without.
 */
export function watch(context: BrowserContext): () => void {
  const problems: string[] = []
  context.on('console', (message) => {
    // What Chromium says of every answer of 400 or more; those of 500 or more are noted below.
    const isStatus = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isStatus) problems.push(`console.error: ${message.text()}`)
  })
  context.on('weberror', (error) => problems.push(`exception: ${error.error().stack}`))
  context.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()}: ${response.request().method()} ${response.url()}`)
  })
  context.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`)
    return dialog.dismiss()
  })
  return () => expect(problems, 'what went wrong in the browser').toEqual([])
}

/**
 * Waits until React has taken over the element: what is pressed before goes out as a plain form does, however often. React marks an element
 * before it listens to it, so the page must have come to rest too.
 */
export async function takenOver(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps')))).toBe(true)
  const options = { timeout: 2_000 }
  await element.evaluate((_, wait) => new Promise((rested) => requestIdleCallback(() => requestIdleCallback(rested, wait), wait)), options)
}
