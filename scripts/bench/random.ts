/** Numbers from 0 up to 1 that look random and are the same for the same seed (Tommy Ettinger's Mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Draws places from 0 up to `size` in Zipf's proportions: the place n as often as 1 / (n + offset) ^ exponent says. */
export function zipf(random: () => number, size: number, { exponent = 1, offset = 1 } = {}): () => number {
  const sums = new Float64Array(size)
  let sum = 0
  for (let n = 0; n < size; n++) {
    sum += 1 / (n + offset) ** exponent
    sums[n] = sum
  }
  return () => placeOf(sums, random() * sum)
}

/** A whole number of at least `least` and at most `most` of which large ones are rare, as Pareto found of wealth. */
export function pareto(random: () => number, { least, most, exponent }: { least: number; most: number; exponent: number }): number {
  return Math.min(most, Math.floor(least * (1 - random()) ** (-1 / exponent)))
}

/** The first place whose sum is greater. */
function placeOf(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}
