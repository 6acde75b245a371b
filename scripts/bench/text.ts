import { zipf } from '@/scripts/bench/random'

const STARTS = 'b br c ch d f fl g gr h j k l m n p pl qu r s sh sl st t th tr v w wr'.split(' ')
const MIDDLES = 'a e i o u ai ea ee oa oo ou'.split(' ')
const ENDS = ' b ck d g l ll m n nd ng p r rd sh st t th x'.split(' ')

/** So many different words that look like words, the first ones short, as frequent ones are. */
export function makeWords(random: () => number, count: number): string[] {
  const pick = (from: string[]) => from[Math.floor(random() * from.length)] ?? ''
  const syllable = () => pick(STARTS) + pick(MIDDLES) + pick(ENDS)
  const words = new Set<string>()
  for (let tries = 0; words.size < count; tries++) {
    const syllables = 1 + Math.floor((3 * tries) / (count * 3)) + Math.floor(random() * 2)
    words.add(Array.from({ length: syllables }, syllable).join(''))
  }
  return [...words]
}

/** Writes tweets of four to thirty words, as frequent as words of a language are. */
export function writerOf(random: () => number, words: string[]): () => string {
  const place = zipf(random, words.length, { exponent: 1.05, offset: 2 })
  return () => {
    const said = Array.from({ length: 4 + Math.floor(random() ** 2 * 26) }, () => words[place()])
    return said.join(' ')
  }
}
