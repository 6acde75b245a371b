import type { openApiDocument } from '@/lib/http/openapi'

type Document = ReturnType<typeof openApiDocument>
export type Paths = NonNullable<Document['paths']>
type PathItem = Paths[string]
export type OperationObject = NonNullable<PathItem['get']>

/** What of JSON Schema the document uses. */
export type SchemaObject = {
  $ref?: string
  type?: string | string[]
  format?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: SchemaObject[]
  oneOf?: SchemaObject[]
  items?: SchemaObject
  properties?: Record<string, SchemaObject>
  required?: string[]
  description?: string
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

export type Described = { path: string; method: (typeof METHODS)[number]; operation: OperationObject }

/** The document's operations under their tags, both in the order in which they stand there. */
export function byTag(paths: Paths): { tag: string; operations: Described[] }[] {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  )
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags ?? []))]
  return tags.map((tag) => ({ tag, operations: operations.filter(({ operation }) => operation.tags?.includes(tag)) }))
}

/** A schema in a few words: `string`, `[Tweet]`, `User or null`. */
export function inWords(schema: SchemaObject | undefined): string {
  if (!schema) return 'anything'
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? ''
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map(inWords).join(' or ')
  if (schema.type === 'array') return `[${inWords(schema.items)}]`
  if (schema.type === 'object' && schema.properties) {
    return `{ ${Object.entries(schema.properties)
      .map(([name, value]) => `${name}: ${inWords(value)}`)
      .join(', ')} }`
  }
  const type = [schema.type].flat().join(' or ')
  return schema.format ? `${type} (${schema.format})` : type
}
