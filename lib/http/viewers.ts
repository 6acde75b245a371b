/** As many as are under way at once, at most. */
const MOST = 10_000

// Pages and the server's own part are bundles of their own; the process has one table.
const shared = globalThis as { linnetViewers?: Map<string, string> }
shared.linnetViewers ??= new Map()
const viewers = shared.linnetViewers

/** Notes who it is that a page's request is answered for. */
export function noteViewerOf(requestId: string, userId: string): void {
  viewers.set(requestId, userId)
  const [oldest] = viewers.keys()
  if (viewers.size > MOST && oldest !== undefined) viewers.delete(oldest)
}

/** Whose request it was, if it was noted, and forgets it. */
export function takeViewerOf(requestId: string): string | undefined {
  const userId = viewers.get(requestId)
  viewers.delete(requestId)
  return userId
}
