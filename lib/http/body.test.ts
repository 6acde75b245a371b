import { describe, expect, it } from 'vitest'
import { readFields, readJson, toFields } from '@/lib/http/body'

function request(body: BodyInit | undefined, type = 'application/json', headers: Record<string, string> = {}) {
  return new Request('http://localhost', {
    method: 'POST',
    headers: { ...(type && { 'Content-Type': type }), ...headers },
    ...(body !== undefined && { body }),
  })
}

const bytes = (...values: number[]) => new Uint8Array(values)

describe('readJson', () => {
  it.each([
    ['an object', '{"a":1}', { a: 1 }],
    ['text of every plane', '"é日🐦"', 'é日🐦'],
    ['null', 'null', null],
    ['30,000 brackets', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, expect.any(Array)],
  ])('reads %s', async (_, body, value) => expect(await readJson(request(body))).toEqual(value))

  it('is undefined without a body, whatever the type', async () => {
    expect(await readJson(request(undefined, ''))).toBeUndefined()
    expect(await readJson(request('', 'text/plain'))).toBeUndefined()
  })

  it.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON', ' application/json ;x=y'])(
    'takes %j',
    async (type) => {
      expect(await readJson(request('1', type))).toBe(1)
    },
  )

  it.each(['text/plain', 'application/jsonp', 'application/x-www-form-urlencoded', 'text/json', 'application/problem+json'])(
    'refuses %j',
    async (type) => {
      await expect(readJson(request('1', type))).rejects.toMatchObject({ code: 'unsupported_media_type' })
    },
  )

  it('refuses a body without a type', async () => {
    await expect(readJson(request(bytes(49), ''))).rejects.toMatchObject({ code: 'unsupported_media_type' })
  })

  it.each([
    ['half an object', '{'],
    ['a trailing comma', '[1,]'],
    ['two values', '1 2'],
    ['a bare word', 'x'],
    ['spaces only', '  '],
    ['an overlong byte', bytes(0x22, 0xc0, 0xaf, 0x22)],
    ['a broken sequence', bytes(0x22, 0xe2, 0x82, 0x22)],
    ['Latin-1', bytes(0x22, 0xe9, 0x22)],
    ['a surrogate in UTF-8', bytes(0x22, 0xed, 0xa0, 0x80, 0x22)],
  ])('refuses %s', async (_, body) => {
    await expect(readJson(request(body))).rejects.toMatchObject({ code: 'malformed_json' })
  })

  const json = (size: number) => `"${'a'.repeat(size - 2)}"`

  it('takes 64,000 bytes and no more', async () => {
    expect(await readJson(request(json(64_000)))).toHaveLength(63_998)
    await expect(readJson(request(json(64_001)))).rejects.toMatchObject({ code: 'payload_too_large' })
  })

  it('believes a Content-Length that is too large without reading on', async () => {
    await expect(readJson(request('1', 'application/json', { 'Content-Length': '64001' }))).rejects.toMatchObject({
      code: 'payload_too_large',
    })
  })

  it('stops reading a stream that does not end', async () => {
    let pulled = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled++
        controller.enqueue(new Uint8Array(10_000))
      },
    })
    const endlessRequest = new Request('http://localhost', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    await expect(readJson(endlessRequest)).rejects.toMatchObject({ code: 'payload_too_large' })
    expect(pulled).toBeLessThan(20)
  })
})

describe('readFields', () => {
  it('reads a form and JSON alike', async () => {
    expect(await readFields(request('a=1&b=%C3%A9+%26', 'application/x-www-form-urlencoded'))).toEqual({ a: '1', b: 'é &' })
    expect(await readFields(request('{"a":"1"}'))).toEqual({ a: '1' })
    await expect(readFields(request('a=1', 'text/plain'))).rejects.toMatchObject({ code: 'unsupported_media_type' })
  })

  it('shows a field that stands twice', () => {
    expect(toFields(new URLSearchParams('a=1&a=2&b=&__proto__=x'))).toEqual(
      Object.fromEntries([
        ['a', ['1', '2']],
        ['b', ''],
        ['__proto__', 'x'],
      ]),
    )
  })
})
