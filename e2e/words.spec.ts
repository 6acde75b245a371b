import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { bearer, expect, newText, pathOf, said, test } from '@/e2e/fixtures'
import { LANGUAGES, type Language } from '@/lib/words/languages'

type Areas = Record<string, Record<string, string>>

/** The catalogue as it is in files, which Playwright does not import. */
const CATALOGUE: Record<Language, Areas> = { en: areasOf('en'), de: areasOf('de'), ar: areasOf('ar') }

const OTHERS = ['de', 'ar'] as const

for (const language of OTHERS) {
  const { dir, name: ownName } = LANGUAGES[language]
  const words = CATALOGUE[language]

  test.describe(`in ${language}`, () => {
    test.use({ locale: language })

    test(`nothing of Linnet is in English for whoever reads ${ownName}, and all of it fits`, async ({
      page,
      me,
      person,
      tweet,
      follow,
      request,
    }) => {
      test.slow()
      await page.setViewportSize({ width: 360, height: 740 })
      const them = await person({ name: 'Фёкла' })
      await follow(me, them)
      const theirs = await tweet(them, newText('#qwzx'))
      const mine = await tweet(me, newText(`@${them.username}`))
      await tweet(them, newText('Xy'), { replyToId: mine.id })
      await request.put(`/api/tweets/${mine.id}/like`, { headers: bearer(them) })
      const paths = [
        '/home',
        '/explore',
        '/explore/people',
        '/explore/hashtags',
        '/hashtag/qwzx',
        '/search?q=qwzx',
        '/search?q=qwzxqwzx',
        '/notifications',
        '/bookmarks',
        '/compose',
        `/compose?replyTo=${theirs.id}`,
        pathOf(theirs),
        `${pathOf(mine)}/likes`,
        `${pathOf(mine)}/delete`,
        `/${me.username}`,
        `/${them.username}`,
        `/${them.username}/followers`,
        `/${them.username}/block`,
        `/report?user=${them.username}`,
        '/no/such/page',
        ...['', '/profile', '/account', '/password', '/sessions', '/blocks', '/mutes', '/hashtags', '/appearance'].map(
          (path) => `/settings${path}`,
        ),
      ]
      for (const path of paths) await expectNoEnglish(page, path, language)
      await page.context().clearCookies()
      for (const path of ['/', '/login', '/signup', '/forgot-password', '/reset-password?token=x', '/verify-email?token=x', '/offline'])
        await expectNoEnglish(page, path, language)
    })

    test(`what is wrong, done and mailed is told in ${ownName}`, { tag: '@nojs' }, async ({ page, me, tweet, javaScriptEnabled }) => {
      await page.goto('/settings/profile')
      await expect(page.locator('html')).toHaveAttribute('dir', dir)
      await page.locator('[name=website]').fill('nowhere at all')
      await page.getByRole('button', { name: words.settingsForms?.save, exact: true }).click()
      await expect(page.locator('[name=website]')).toHaveAccessibleDescription(new RegExp(words.errors?.['field.invalid_url'] ?? 'none'))
      const mine = await tweet(me, newText())
      await page.goto(pathOf(mine))
      await page.getByRole('main').locator('[data-key=b]').first().click()
      if (javaScriptEnabled) await expect(said(page, words.told?.bookmarked ?? '')).toBeVisible()
      await expect(page.getByRole('main').locator('[data-key=b]').first()).toHaveAttribute('aria-pressed', 'true')
    })
  })
}

test('a language that was chosen goes before the browser’s, and the API stays English', async ({ page, me, request }) => {
  await page.goto('/settings/appearance')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByLabel('Deutsch').check()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.goto('/home')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(CATALOGUE.de.layout?.home ?? '')
  const refused = await request.post('/api/tweets', { headers: { ...bearer(me), 'Accept-Language': 'de' }, data: { content: '' } })
  expect((await refused.json()).detail).toBe('Write something: the text is empty.')
})

/** What Linnet says in English and not so in the other language, without what has places: whoever finds it in a page finds English. */
function englishBeside(language: (typeof OTHERS)[number]): string[] {
  const all = Object.entries(CATALOGUE.en).flatMap(([area, messages]) =>
    Object.entries(messages).filter(([key, text]) => CATALOGUE[language][area]?.[key] !== text && !/[{<]/.test(text) && text.length > 3),
  )
  const said = new Set(['Linnet', ...Object.values(CATALOGUE[language]).flatMap((messages) => Object.values(messages))])
  return [...new Set(all.map(([, text]) => text))].filter((text) => !said.has(text))
}

async function expectNoEnglish(page: Page, path: string, language: (typeof OTHERS)[number]) {
  await page.goto(path)
  await expect(page.locator('html'), path).toHaveAttribute('lang', language)
  await expect(page.locator('html'), path).toHaveAttribute('dir', LANGUAGES[language].dir)
  expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
  const shown = await page.evaluate(textsIn)
  const english = englishBeside(language)
  expect
    .soft(
      shown.filter((text) => english.includes(text)),
      path,
    )
    .toEqual([])
}

/** Every text of the page, and every name and hint that is not seen. Runs in the browser. */
function textsIn(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = [document.title.split(' · ')[0] ?? '']
  while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest('script, style')) texts.push(walker.currentNode.nodeValue ?? '')
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '')
  return texts.map((text) => text.trim()).filter(Boolean)
}

function areasOf(language: Language): Areas {
  const folder = join(import.meta.dirname, '../messages', language)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8'))]))
}
