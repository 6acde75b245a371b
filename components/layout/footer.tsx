/** The small print: where developers look. */
export function Footer() {
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 text-ink-muted text-sm">
      <a href="/api/docs" className="inline-flex min-h-6 items-center hover:underline">
        API documentation
      </a>
      <a href="/api/openapi.json" className="inline-flex min-h-6 items-center hover:underline">
        OpenAPI
      </a>
    </footer>
  )
}
