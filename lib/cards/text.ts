/**
 * What the font of a card can draw: Latin, Cyrillic and their punctuation. Other scripts would need fonts of many megabytes, and none is
 * fetched from elsewhere.
 */
const DRAWN =
  /[\x20-\x7e\u00a0-\u0137\u0139-\u0148\u014a-\u017e\u0400-\u045f\u0490-\u0493\u1ea0-\u1ef9\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u20ac]/u

const MAX_CHARACTERS = 250

/** The text as a card shows it, in one line, without what its font cannot draw; empty when that is much of it. */
export function drawable(text: string): string {
  const characters = [...text.normalize('NFC').replace(/\s+/g, ' ')]
  const kept = characters.filter((character) => DRAWN.test(character)).join('')
  const letters = (part: string) => part.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return letters(kept) < 0.8 * letters(text) ? '' : kept.replace(/ +/g, ' ').trim().slice(0, MAX_CHARACTERS)
}
