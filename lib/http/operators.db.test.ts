import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openApiDocument } from '@/lib/http/openapi'
import { newId } from '@/lib/id'
import { call } from '@/lib/testing/api'
import { moderator, newUsername, PASSWORD, type Person, tweetBy } from '@/lib/testing/factory'

// More is asked here of one person than anybody may ask.
vi.hoisted(() => vi.stubEnv('RATE_LIMITS', 'off'))

type Schema = { $ref?: string; allOf?: Schema[]; properties?: Record<string, Schema> }
type Described = {
  parameters?: { in: string; name: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

const { paths = {}, components } = openApiDocument()

const operations = Object.entries(paths)
  .filter(([path]) => path !== '/api/auth/{nextauth}')
  .flatMap(([path, item]) => Object.entries(item as Record<string, Described>).map(([method, described]) => ({ method, path, described })))

/** What Prisma would read as conditions, and other things that are no text. */
const NO_VALUES = [
  { contains: '' },
  { not: '' },
  { gte: '' },
  { equals: 'a', mode: 'insensitive' },
  { in: [''] },
  { set: 'a' },
  {},
  [''],
  [{ contains: '' }],
  [[]],
  true,
  7,
]

let me: Person
let tweetId: string

beforeAll(async () => {
  me = await moderator()
  tweetId = (await tweetBy(me, 'Find me. #operators')).id
})

/** A body in which all is well but for what a test puts there. */
const bodyOf = (names: string[]): Record<string, unknown> => {
  const good: Record<string, () => unknown> = {
    username: newUsername,
    email: () => `${newUsername()}@linnet.example`,
    password: () => PASSWORD,
    currentPassword: () => PASSWORD,
    newPassword: () => `${PASSWORD} again`,
    content: () => 'Hello.',
    upTo: newId,
    token: () => 'a',
    alt: () => 'A picture.',
    grant_type: () => 'password',
  }
  return Object.fromEntries(names.flatMap((name) => (good[name] ? [[name, good[name]()]] : [])))
}

function fieldsIn(schema: Schema): string[] {
  if (schema.$ref) return fieldsIn((components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}) as Schema)
  return [...Object.keys(schema.properties ?? {}), ...(schema.allOf ?? []).flatMap(fieldsIn)]
}

const pathWith = (path: string, put: (name: string) => string) => path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(put(name)))
const goodPath = (path: string) => pathWith(path, (name) => ({ username: me.username, word: 'operators' })[name] ?? tweetId)

const bodies = operations.flatMap(({ method, path, described }) => {
  const schema = described.requestBody?.content['application/json']?.schema
  const fields = schema ? fieldsIn(schema) : []
  return fields.map((field) => ({ method, path, field, fields }))
})
const queries = operations.flatMap(({ method, path, described }) =>
  (described.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => ({ method, path, name })),
)

it('there are fields to try', () => {
  expect(bodies.length).toBeGreaterThan(15)
  expect(queries.length).toBeGreaterThan(20)
})

describe('what is no value is refused in a body', () => {
  it.each(bodies)('$method $path: $field', async ({ method, path, field, fields }) => {
    for (const noValue of NO_VALUES) {
      const json = { ...bodyOf(fields), [field]: noValue }
      const { status, body } = await call(method.toUpperCase(), goodPath(path), { as: me, json })
      expect([400, 403, 404, 422], `${JSON.stringify(noValue)}: ${status}`).toContain(status)
      const { code, errors = [] } = body as { code?: string; errors?: { field: string }[] }
      if (code === 'validation_failed') expect(errors.map((error) => error.field.split('.')[0])).toContain(field)
    }
  })
})

describe('what is no value is refused in a query', () => {
  it.each(queries)('$method $path: $name', async ({ method, path, name }) => {
    const ask = (query: string) => call(method.toUpperCase(), `${goodPath(path)}?${query}`, { as: me })
    expect(await ask(`${name}=a&${name}=b`)).toMatchObject({ status: 422 })
    for (const operator of ['contains', 'not', 'gte', 'in', ''])
      expect(await ask(`${name}[${operator}]=`), operator).toMatchObject({ status: 422 })
  })
})

describe('what is no value is refused in a path', () => {
  it.each(operations.filter(({ path }) => path.includes('{')))('$method $path', async ({ method, path, described }) => {
    const json =
      described.requestBody?.content['application/json'] && bodyOf(fieldsIn(described.requestBody.content['application/json'].schema))
    for (const text of ['{"contains":""}', '{"not":""}', '[object Object]', '[""]', '%', '*', 'undefined', 'null']) {
      const { status } = await call(
        method.toUpperCase(),
        pathWith(path, () => text),
        { as: me, ...(json && { json }) },
      )
      expect([400, 404, 422], `${text}: ${status}`).toContain(status)
    }
  })
})
