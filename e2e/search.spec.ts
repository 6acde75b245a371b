import { card, expect, newText, newUsername, test } from '@/e2e/fixtures'

test('what one types is found, and stays in the box and in the address', { tag: ['@nojs', '@phone'] }, async ({ page, me, tweet }) => {
  const text = newText('Ein Café')
  await tweet(me, text)
  await page.goto('/search')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search')
  await expect(page.getByRole('heading', { name: 'What are you looking for?' })).toBeVisible()
  const q = text.toUpperCase().replace('É', 'E')
  const box = page.getByLabel('Search Linnet').filter({ visible: true })
  await box.fill(q)
  await box.press('Enter')
  await expect(card(page, text)).toBeVisible()
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === q)
  await expect(page).toHaveTitle(`${q} – Search · Linnet`)
  await expect(box).toHaveValue(q)
  const tabs = page.getByRole('navigation', { name: 'What to find' })
  await expect(tabs.getByRole('link', { name: 'Top' })).toHaveAttribute('aria-current', 'page')
  await tabs.getByRole('link', { name: 'Latest' }).click()
  await expect(tabs.getByRole('link', { name: 'Latest' })).toHaveAttribute('aria-current', 'page')
  await expect(card(page, text)).toBeVisible()
  await expect(box).toHaveValue(q)
})

test('people and hashtags have their tabs', { tag: '@nojs' }, async ({ page, me, tweet }) => {
  const word = newUsername()
  await tweet(me, `#${word}`)
  await page.goto(`/search?q=${me.username}&tab=people`)
  await expect(page.getByRole('region', { name: 'People' }).getByRole('link', { name: me.username }).first()).toBeVisible()
  await page.goto(`/search?q=${encodeURIComponent(`#${word.slice(0, -2)}`)}&tab=hashtags`)
  await page.getByRole('link', { name: `#${word}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`#${word}`)
})

test('operators narrow it down, and what they do is told', { tag: '@nojs' }, async ({ page, me, person, tweet }) => {
  const [text, other] = [newText('Narrow'), await person()]
  await tweet(me, text)
  const answer = await tweet(other, `${text} answered`)
  await page.goto(`/search?q=${encodeURIComponent(`${text} from:${other.username}`)}`)
  await expect(card(page, answer.content)).toHaveCount(1)
  await page.goto(`/search?q=${encodeURIComponent(`${text} -answered`)}`)
  await expect(card(page, text)).toHaveCount(1)
  await page.goto(`/search?q=${encodeURIComponent(`${text} since:yesterday`)}`)
  await expect(page.getByRole('list', { name: 'About your search' })).toContainText('since: takes a day such as 2026-01-31')
  await page.getByText('What you can type').click()
  await page.getByRole('link', { name: `from:${me.username}` }).click()
  await expect(card(page, text)).toBeVisible()
})

test('more is shown, page by page', { tag: '@nojs' }, async ({ page, me, tweet }) => {
  const word = newUsername()
  for (let n = 1; n <= 21; n++) await tweet(me, `${word} ${n}.`)
  await page.goto(`/search?q=${word}&tab=latest`)
  await expect(page.getByRole('article')).toHaveCount(20)
  await page.getByRole('link', { name: 'Show more' }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(card(page, `${word} 1.`)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`q=${word}&tab=latest&cursor=`))
})

test('nothing found says so and what to try, whatever was typed', { tag: ['@nojs', '@phone'] }, async ({ page }) => {
  const word = newUsername()
  await page.goto(`/search?q=${word}`)
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await page.getByRole('link', { name: 'Look among all tweets' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  for (const odd of [
    '"',
    '<script>alert(1)</script>',
    '\u202eabc',
    ':*&|!()',
    'from:',
    'x'.repeat(600),
    'x '.repeat(40),
    '\0',
    '-',
    word.repeat(30),
  ]) {
    for (const tab of ['nonsense', 'people', 'hashtags']) {
      const answer = await page.goto(`/search?${new URLSearchParams({ q: odd, tab })}`)
      expect(answer?.status(), odd).toBe(200)
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    expect(wide, `${odd} makes the page wider than the window`).toBe(false)
  }
  await page.goto(`/search?q=${'x'.repeat(600)}`)
  await expect(page.getByRole('main')).toContainText('The search is too long: at most 500 characters.')
  await page.goto('/search?q=a&cursor=nonsense')
  await expect(page.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible()
})

test('who looks for somebody finds them above the tweets', { tag: '@nojs' }, async ({ page, person, tweet }) => {
  const name = newText('Zaunkönig')
  const them = await person({ name })
  await page.goto(`/search?q=${encodeURIComponent(name)}`)
  const people = page.getByRole('main').getByRole('region', { name: 'People' })
  await expect(people.getByRole('link', { name })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  const word = newText('x').replace(' ', '')
  await tweet(them, word)
  await page.goto(`/search?q=${word}`)
  await expect(page.getByRole('main').getByRole('article').filter({ hasText: word })).toBeVisible()
  await expect(people).toHaveCount(0)
})
