/** The fresh order, except that what is held keeps its place before what followed it in the order until now. */
export function steadyOrder(until: string[], fresh: string[], held: string[]): string[] {
  const holds = until.filter((key) => held.includes(key) && fresh.includes(key))
  const order = fresh.filter((key) => !holds.includes(key))
  for (const key of holds.toReversed()) {
    const next = until.slice(until.indexOf(key) + 1).find((other) => order.includes(other))
    order.splice(next === undefined ? order.length : order.indexOf(next), 0, key)
  }
  return order
}
