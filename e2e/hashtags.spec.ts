import { card, expect, newText, newUsername, post, test } from '@/e2e/fixtures'

const TAGS = [
  { typed: '#ñandú', word: 'ñandú' },
  { typed: '#日本語', word: '日本語' },
  { typed: '#خبز', word: 'خبز' },
  { typed: '#हिन्दी', word: 'हिन्दी' },
  { typed: '#Велосипед', word: 'велосипед' },
  { typed: '＃２０２４goals', word: '2024goals' },
  { typed: '#Ｌinnet_bird', word: 'linnet_bird' },
]

test('hashtags of every script lead to their page', { tag: '@nojs' }, async ({ page, me, tweet }) => {
  const text = newText(TAGS.map(({ typed }) => typed).join(' '))
  await tweet(me, text)
  await page.goto('/home')
  for (const { typed, word } of TAGS) {
    const link = card(page, text).getByRole('link', { name: typed, exact: true })
    await expect(link).toHaveAttribute('href', `/hashtag/${encodeURIComponent(word)}`)
  }
  for (const { typed } of TAGS.slice(0, 3)) {
    await page.goto('/home')
    await card(page, text).getByRole('link', { name: typed, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(typed)
    await expect(card(page, text)).toBeVisible()
  }
})

test('a hashtag is found in any case and Unicode form, with or without #', { tag: '@nojs' }, async ({ page, me, tweet }) => {
  const text = newText(`By ${me.username} #Ñandú`)
  await tweet(me, text)
  for (const word of ['ñandú', 'ÑANDÚ', 'ñandú'.normalize('NFD'), '#ñandú', '＃ñandú']) {
    await page.goto(`/hashtag/${encodeURIComponent(word)}`)
    await expect(card(page, text), JSON.stringify(word)).toBeVisible()
  }
})

test('only hashtags are linked', { tag: '@nojs' }, async ({ page, me }) => {
  await page.goto('/home')
  const number = newUsername()
  await post(page, `(#${number}) #1 a#b &#x27; https://example.org/#fragment #${number}: yes`)
  const mine = card(page, number)
  await expect(mine.getByRole('link', { name: `#${number}` })).toHaveCount(2)
  await expect(mine.getByRole('link', { name: /^(#1|#b|#x27|#fragment)$/ })).toHaveCount(0)
  await expect(mine).toContainText(`(#${number}) #1 a#b &#x27; example.org/#fragment #${number}: yes`)
  await mine
    .getByRole('link', { name: `#${number}` })
    .first()
    .click()
  await expect(page.getByRole('main')).toContainText('1 person in 24 h, usually 1')
  await expect(page.getByText('1 tweet', { exact: true }), `${me.username} used it twice in one tweet`).toBeVisible()
  await expect(page.getByRole('img', { name: /^Tweets on each of the last seven days: (0, ){6}1$/ })).toBeVisible()
})

test('a hashtag that nobody used is an invitation', { tag: ['@nojs', '@phone'] }, async ({ page }) => {
  const word = newUsername()
  expect((await page.goto(`/hashtag/${word}`))?.status()).toBe(200)
  await expect(page.getByRole('heading', { name: `Nobody writes about #${word} yet` })).toBeVisible()
  for (const odd of ['1', '%23', '%20', '%3Cscript%3E', 'a%2Fb', '%0D%0A', '%E2%80%AE']) {
    const answer = await page.goto(`/hashtag/${odd}`)
    expect(answer?.status(), odd).toBe(200)
    await expect(page.getByRole('heading', { level: 1 }), odd).toBeVisible()
  }
})

test('a deleted tweet leaves its hashtag’s page', { tag: '@nojs' }, async ({ page, me, tweet, request }) => {
  const word = newUsername()
  const { id } = await tweet(me, `Once #${word}`)
  await page.goto(`/hashtag/${word}`)
  await expect(card(page, word)).toBeVisible()
  await request.delete(`/api/tweets/${id}`, { headers: { Authorization: `Bearer ${me.token}` } })
  await page.reload()
  await expect(card(page, word)).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('0 tweets')
})
