import { charactersLeft } from '@/lib/text'
import { findEntities } from '@/lib/tweets/text'

/** A piece of a text that is being written: plain, something that will be a link, or more than fits. */
export type Piece = { start: number; text: string; kind: 'plain' | 'entity' | 'excess' }

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
const encoder = new TextEncoder()

/** The text in pieces, which join back to it: what is plain, what will be linked, and what is beyond `max` characters. */
export function toPieces(text: string, max: number): Piece[] {
  const excess = endOfFitting(text, max)
  const { hashtags, mentions, urls } = findEntities(text)
  const entities = [...hashtags, ...mentions, ...urls].filter(({ end }) => end <= excess).sort((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let end = 0
  for (const entity of entities) {
    pieces.push({ start: end, text: text.slice(end, entity.start), kind: 'plain' })
    pieces.push({ start: entity.start, text: text.slice(entity.start, entity.end), kind: 'entity' })
    end = entity.end
  }
  pieces.push({ start: end, text: text.slice(end, excess), kind: 'plain' }, { start: excess, text: text.slice(excess), kind: 'excess' })
  return pieces.filter((piece) => piece.text !== '')
}

/** Where the first character stands that is too many, counted as the server counts them. */
function endOfFitting(text: string, max: number): number {
  if (charactersLeft(text, max) >= 0) return text.length
  const start = text.length - text.trimStart().length
  let characters = 0
  let bytes = 0
  for (const { segment, index } of segmenter.segment(text.slice(start))) {
    bytes += encoder.encode(segment.normalize('NFC')).length
    if (++characters > max || bytes > max * 10) return start + index
  }
  return text.length
}
