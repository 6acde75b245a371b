import { bearer, card, expect, newText, newUsername, post, said, signIn, test } from '@/e2e/fixtures'

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
  await expect(page.getByRole('img', { name: /^Tweets on each of the last seven days: (\w{3} 0, ){6}Today 1$/ })).toBeVisible()
  await page.getByText('The numbers of the last seven days').click()
  await expect(page.getByRole('table').getByRole('row').last()).toContainText(/[a-z]11$/)
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
  await request.delete(`/api/tweets/${id}`, { headers: bearer(me) })
  await page.reload()
  await expect(card(page, word)).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('0 tweets')
})

test('one follows a hashtag, whose tweets join the home timeline, and stops again', { tag: ['@nojs', '@phone'] }, async ({
  page,
  me,
  person,
  tweet,
  javaScriptEnabled,
}) => {
  const word = newUsername()
  const theirs = await tweet(await person(), newText(`By a stranger #${word}`))
  await page.goto(`/hashtag/${word}`)
  await page.getByRole('button', { name: `Follow #${word}` }).click()
  const following = page.getByRole('button', { name: `Following #${word}` })
  await expect(following).toBeVisible()
  if (javaScriptEnabled) {
    await expect(said(page, `You follow #${word}. Its tweets join your home timeline.`)).toBeVisible()
    await expect(following).toBeFocused()
  }
  await page.goto('/home')
  await expect(card(page, theirs.content), `in the home timeline of ${me.username}`).toBeVisible()
  await page.goto(`/hashtag/${word}`)
  await following.click()
  await expect(page.getByRole('button', { name: `Follow #${word}` })).toBeVisible()
  if (javaScriptEnabled) await expect(said(page, `You no longer follow #${word}.`)).toBeVisible()
  await page.goto('/home')
  await expect(page.getByRole('heading', { name: 'It is quiet here' })).toBeVisible()
})

test('who signs in to follow a hashtag comes back to it', { tag: '@nojs' }, async ({ page, person, tweet }) => {
  const me = await person()
  const word = newUsername()
  await tweet(me, `#${word}`)
  await page.goto(`/hashtag/${word}`)
  await page.getByRole('link', { name: `Follow #${word}` }).click()
  await signIn(page, me.username, me.password)
  await expect(page).toHaveURL(`/hashtag/${word}`)
  await expect(page.getByRole('button', { name: `Follow #${word}` })).toBeVisible()
})

test('the tweets of a hashtag stand newest first, or those first that moved people most', { tag: ['@nojs', '@phone'] }, async ({
  page,
  person,
  tweet,
  request,
}) => {
  const [author, reader, word] = [await person(), await person(), newUsername()]
  const liked = await tweet(author, newText(`Liked #${word}`))
  const newer = await tweet(author, newText(`Newer #${word}`))
  await request.put(`/api/tweets/${liked.id}/like`, { headers: bearer(reader) })
  await page.goto(`/hashtag/${word}`)
  const tabs = page.getByRole('navigation', { name: `Tweets with #${word}` })
  await expect(page.getByRole('article')).toContainText([newer.content, liked.content])
  await tabs.getByRole('link', { name: 'Top' }).click()
  await expect(page).toHaveURL(`/hashtag/${word}/top`)
  await expect(tabs.getByRole('link', { name: 'Top' })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('article')).toContainText([liked.content, newer.content])
  await tabs.getByRole('link', { name: 'Latest' }).click()
  await expect(page).toHaveURL(`/hashtag/${word}`)
  await expect(page.getByRole('article')).toContainText([newer.content, liked.content])
})

test('a hashtag that three people use says why it trends', { tag: '@nojs' }, async ({ page, person, tweet, request }) => {
  const word = newUsername()
  for (let n = 0; n < 3; n++) await tweet(await person(), `${n} #${word}`)
  await expect(async () => {
    const { rank, score } = await (await request.get(`/api/hashtags/${word}`)).json()
    expect([rank > 0, score]).toEqual([true, 4])
  }).toPass()
  await page.goto(`/hashtag/${word}`)
  await expect(page.getByRole('main')).toContainText(/Trending, number \d+: 3 people in 24 h, usually 1/)
})

test('a hashtag is shown as most of its tweets write it', { tag: '@nojs' }, async ({ page, me, tweet }) => {
  const word = newUsername()
  for (const typed of [word.toUpperCase(), word, word]) await tweet(me, `#${typed}`)
  await page.goto(`/hashtag/${word.toUpperCase()}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`#${word}`)
})
