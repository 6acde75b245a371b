/** What a list shows: the keys in their order, and the cursor of what comes after them. */
export type Shown = { keys: string[]; nextCursor: string | null }

/** An answer to the same question, asked again: `own` are the keys that may come in unasked, `moved` those that go where the answer has them. */
export type Fresh = Shown & { own: string[]; moved: string[] }

/**
 * What a list shows after it was asked again. What was there keeps its place, what is gone goes, and what is new above it waits until
 * one asks for it, unless it is one's own. What was shown and only was pushed out of the page at its end stays.
 */
export function steady(until: Shown, fresh: Fresh): Shown {
  const end = until.keys.findLastIndex((key) => fresh.keys.includes(key))
  const rest = fresh.nextCursor === null ? [] : until.keys.slice(end + 1)
  const kept = until.keys.slice(0, end + 1).filter((key) => fresh.keys.includes(key) && !fresh.moved.includes(key))
  const keys = [...kept, ...rest]
  if (keys.length === 0) return fresh
  const top = fresh.keys.findIndex((key) => until.keys.includes(key) && !fresh.own.includes(key))
  const mayCome = (key: string, place: number) => fresh.own.includes(key) || fresh.moved.includes(key) || (top !== -1 && place > top)
  for (const [place, key] of fresh.keys.entries()) {
    if (keys.includes(key) || !mayCome(key, place)) continue
    const before = fresh.keys.slice(0, place).findLast((other) => keys.includes(other))
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key)
  }
  return { keys, nextCursor: rest.length > 0 ? until.nextCursor : fresh.nextCursor }
}
