/** What of a query was not understood, and how it was taken. */
export function Hints({ hints }: { hints: string[] }) {
  if (hints.length === 0) return null
  return (
    <ul
      aria-label="About your search"
      className="space-y-1 border-line border-b bg-surface px-4 py-3 text-ink-muted [overflow-wrap:anywhere]"
    >
      {hints.map((hint) => (
        <li key={hint}>
          <bdi>{hint}</bdi>
        </li>
      ))}
    </ul>
  )
}
