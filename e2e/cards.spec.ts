import { expect, newText, pathOf, test } from '@/e2e/fixtures'

test('a link to a tweet or a profile becomes a card', async ({ page, person, tweet, request }) => {
  const them = await person()
  const theirs = await tweet(them, newText('Worth a card'))
  for (const path of [pathOf(theirs), `/${them.username}`]) {
    await page.goto(path)
    const image = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
    const answer = await request.get(image)
    expect(answer.headers()['content-type'], path).toBe('image/png')
    const png = await answer.body()
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630])
  }
  expect((await request.get('/cards/tweets/nothing')).status()).toBe(404)
})
