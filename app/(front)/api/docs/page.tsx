import type { Metadata } from 'next'
import { byTag, type SchemaObject } from '@/components/api-docs/document'
import { Operation } from '@/components/api-docs/operation'
import { Prose } from '@/components/api-docs/prose'
import { Schema } from '@/components/api-docs/schema'
import { ERRORS } from '@/lib/errors'
import { openApiDocument } from '@/lib/http/openapi'

export const metadata: Metadata = {
  title: 'API',
  description: "Every operation of Linnet's JSON API.",
  alternates: { canonical: '/api/docs' },
}

export default function ApiDocsPage() {
  const { info, paths, components } = openApiDocument()
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-10 px-4 py-8 sm:px-6">
      <header className="flex flex-col gap-3">
        <h1 className="font-bold text-2xl">API</h1>
        <p className="text-ink-muted">
          <Prose text={info.description ?? ''} />
        </p>
        <p>
          <a className="text-accent underline" href="/api/openapi.json">
            The same as OpenAPI 3.1
          </a>
        </p>
      </header>
      {byTag(paths ?? {}).map(({ tag, operations }) => (
        <section key={tag} className="flex flex-col gap-4" aria-labelledby={`tag-${tag}`}>
          <h2 id={`tag-${tag}`} className="font-bold text-xl">
            {tag}
          </h2>
          {operations.map((operation) => (
            <Operation key={`${operation.method} ${operation.path}`} {...operation} />
          ))}
        </section>
      ))}
      <section className="flex flex-col gap-4" aria-labelledby="things">
        <h2 id="things" className="font-bold text-xl">
          Things
        </h2>
        {Object.entries((components?.schemas ?? {}) as Record<string, SchemaObject>).map(([name, schema]) => (
          <Schema key={name} name={name} schema={schema} />
        ))}
      </section>
      <section aria-labelledby="errors">
        <h2 id="errors" className="mb-4 font-bold text-xl">
          Errors
        </h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
          {Object.entries(ERRORS).map(([code, { status, title }]) => (
            <div key={code} id={`error-${code}`} className="contents target:font-semibold">
              <dt>
                <code>{code}</code>
              </dt>
              <dd className="text-ink-muted">
                {status} · {title}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
