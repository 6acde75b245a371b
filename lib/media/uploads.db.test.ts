import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { newId } from '@/lib/id'
import { IMAGE_MAX_BYTES } from '@/lib/media/image'
import { accessTokenOf, cookieHeaderOf, send } from '@/lib/testing/api'
import { type Person, people, pictureFile } from '@/lib/testing/factory'
import { codes, endless, FILE, uploadsBy } from '@/lib/testing/uploads'

let me: Person
let them: Person
const { post, upload, raw } = uploadsBy(() => me)

beforeAll(async () => {
  ;[me, them] = (await people(2)) as [Person, Person]
})

describe('a form', () => {
  test('with an image is 201, with where it is, and the same again with the same key', async () => {
    const bytes = await pictureFile()
    const sent = { fields: { alt: 'A field.' }, headers: { 'Idempotency-Key': newId() } }
    const first = await upload(bytes, sent)
    expect(first).toMatchObject({ status: 201, body: { alt: 'A field.', contentType: 'image/webp', width: 60, height: 40 } })
    expect(first.headers.get('location')).toBe(`${env.APP_URL}/api/media/${first.body.id}`)
    const again = await upload(bytes, sent)
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await upload(await pictureFile(), sent)).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
    expect((await upload(bytes, { ...sent, as: them })).body.id).not.toBe(first.body.id)
  })

  test.each([
    'application/json',
    'image/png',
    'application/x-www-form-urlencoded',
    'multipart/mixed; boundary=xyz',
    'multipart/form-data',
    '',
  ])('that is sent as "%s" is 415', async (type) => {
    const answer = await post(new Uint8Array(await pictureFile()), { headers: { 'Content-Type': type } })
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } })
    expect(answer.headers.get('accept')).toBe('multipart/form-data')
  })

  test.each([
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary',
    `multipart/form-data; boundary=${'x'.repeat(500)}`,
    'multipart/form-data; boundary=other',
  ])('whose boundary is nowhere (%s) is 422', async (type) => {
    const body = `--xyz\r\n${FILE}\r\n\r\nabc\r\n--xyz--\r\n`
    expect(await post(body, { headers: { 'Content-Type': type } })).toMatchObject({ status: 422, body: { code: 'validation_failed' } })
  })

  test('that is broken or empty is 422', async () => {
    const png = await pictureFile()
    for (const broken of [
      raw([[FILE, png]], ''),
      raw([]),
      raw([['', png]]),
      raw([['Content-Disposition: form-data', png]]),
      raw([['Content-Disposition: form-data; name="file"', 'no file, a field']]),
      raw([['X: y\r\n'.repeat(5_000), png]]),
      post(''),
      upload(png, { name: 'image' }),
      upload(png, { name: '' }),
      upload(png, { name: '__proto__' }),
    ])
      expect((await broken).status).toSatisfy((status) => status === 422 || status === 415)
  })

  test('takes one file, one alt and nothing else', async () => {
    const png = await pictureFile()
    const alt = 'Content-Disposition: form-data; name="alt"'
    expect(
      codes(
        await raw([
          [FILE, png],
          [FILE, png],
        ]),
      ),
    ).toEqual(['file too_many'])
    expect(
      await raw([
        [alt, 'One.'],
        [alt, 'Two.'],
        [FILE, png],
      ]),
    ).toMatchObject({ status: 422 })
    expect(await upload(png, { fields: { ownerId: them.id } })).toMatchObject({ status: 422 })
    expect(await upload(png, { fields: { __proto__x: '1' } })).toMatchObject({ status: 422 })
    expect(
      await raw([
        ['Content-Disposition: form-data; name="__proto__"', '1'],
        [FILE, png],
      ]),
    ).toMatchObject({ status: 422 })
    const fields = Array.from({ length: 50 }, (_, n): [string, string] => [`Content-Disposition: form-data; name="f${n}"`, '1'])
    expect(codes(await raw([...fields, [FILE, png]]))).toEqual(['file too_many'])
    expect(
      await raw([
        [FILE, png],
        [alt, 'Behind the file.'],
      ]),
    ).toMatchObject({ status: 201, body: { alt: 'Behind the file.' } })
  })

  test('minds what alt says, and not what the file is called', async () => {
    const png = await pictureFile()
    for (const alt of ['a'.repeat(1_501), 'a\0b', 'a'.repeat(70_000), '👩‍👩‍👧‍👦'.repeat(1_501)])
      expect(codes(await upload(png, { fields: { alt } }))).toEqual([expect.stringMatching(/^alt /)])
    expect(await upload(png, { fields: { alt: 'é'.repeat(1_500) } })).toMatchObject({ status: 201 })
    for (const filename of ['../../etc/passwd', 'a\0.png', 'x'.repeat(10_000), '<script>.svg', 'con', ''])
      expect(
        await raw([[`Content-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: image/svg+xml`, png]]),
      ).toMatchObject({ status: 201 })
  })
})

describe('who', () => {
  test('is nobody is 401 before the body is read', async () => {
    const { body, taken } = endless(Buffer.alloc(65_536))
    const answer = await post(body, { as: null, headers: { 'Content-Type': 'multipart/form-data; boundary=xyz' } })
    expect(answer).toMatchObject({ status: 401 })
    expect(taken()).toBeLessThan(1_000_000)
  })

  test('comes from another site with the cookie is 403', async () => {
    const before = await db.media.count()
    const headers = { Cookie: await cookieHeaderOf(me), Origin: 'https://evil.example' }
    expect(await upload(await pictureFile(), { as: null, headers })).toMatchObject({
      status: 403,
      body: { code: 'cross_site_request' },
    })
    expect(await upload(await pictureFile(), { as: null, headers: { ...headers, Origin: env.APP_URL } })).toMatchObject({
      status: 201,
    })
    expect(await db.media.count()).toBe(before + 1)
  })
})

describe('a file', () => {
  test('of more than 4 MiB is 413, whatever was said of its length', async () => {
    expect(await upload(Buffer.alloc(5_000_000))).toMatchObject({ status: 413, body: { code: 'payload_too_large' } })
    expect(await upload(Buffer.alloc(IMAGE_MAX_BYTES + 1))).toMatchObject({ status: 413 })
    const lying = { 'Content-Type': 'multipart/form-data; boundary=xyz', 'Content-Length': String(40 * 2 ** 30) }
    expect(await post(`--xyz--`, { headers: lying })).toMatchObject({ status: 413 })
    const exact = Buffer.concat([await pictureFile(), Buffer.alloc(IMAGE_MAX_BYTES)]).subarray(0, IMAGE_MAX_BYTES)
    expect(await upload(exact)).toMatchObject({ status: 201 })
  })

  test('without end is 413 as soon as it is too long, in the memory of what is allowed', async () => {
    const { body, taken } = endless(Buffer.alloc(65_536))
    const before = process.memoryUsage().rss
    const answer = await post(body, { headers: { 'Content-Type': 'multipart/form-data; boundary=xyz', 'Transfer-Encoding': 'chunked' } })
    expect(answer).toMatchObject({ status: 413 })
    expect(answer.headers.get('connection')).toBe('close')
    expect(taken()).toBeLessThan(IMAGE_MAX_BYTES + 1_000_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })
})

test("somebody else's image is not there to describe or delete", async () => {
  const { body } = await upload(await pictureFile())
  const as = `Bearer ${await accessTokenOf(them)}`
  for (const id of [body.id, newId(), 'x', '../users/me'.replaceAll('/', '%2f')])
    for (const [method, content] of [
      ['DELETE', null],
      ['PATCH', '{"alt":"Mine."}'],
    ] as const) {
      const headers = { Authorization: as, ...(content && { 'Content-Type': 'application/json' }) }
      const answer = await send(
        new Request(new URL(`/api/media/${id}`, env.APP_URL), { method, headers, ...(content && { body: content }) }),
      )
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
    }
  expect(await db.media.findUnique({ where: { id: body.id } })).toMatchObject({ alt: '', ownerId: me.id })
})
