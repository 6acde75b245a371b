import { openApiDocument } from '@/lib/http/openapi'

type Described = {
  security?: object[]
  parameters?: { in: string; name: string; required?: boolean }[]
  requestBody?: { content: Record<string, unknown> }
  responses: Record<string, { content?: Record<string, unknown> }>
}

/** A method of a path, as the OpenAPI document describes it. */
export type Operation = { method: string; path: string; described: Described }

/** Every operation of the document but those that NextAuth answers. */
export const operations: Operation[] = Object.entries(openApiDocument().paths ?? {})
  .filter(([path]) => path !== '/api/auth/{nextauth}')
  .flatMap(([path, item]) =>
    Object.entries(item as Record<string, Described>).map(([method, described]) => ({ method: method.toUpperCase(), path, described })),
  )

/** As the tables of tests name it: `GET /api/tweets/{id}`. */
export function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`
}

/** Whether it may change anything. */
export function isWrite({ method }: Operation): boolean {
  return method !== 'GET'
}

/** The operation's path with these words in it, and a query where it must have one. */
export function urlOf({ path, described }: Operation, words: Record<string, string>): string {
  const query = described.parameters?.some(({ name, required }) => name === 'q' && required) ? '?q=api' : ''
  return path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(words[name] ?? '')) + query
}
