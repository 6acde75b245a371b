const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b

/** Whether the blocks of a GIF go on to its trailer (GIF89a §27). One that was cut off has none, though the frames before it can be drawn. */
export function isWholeGif(bytes: Buffer): boolean {
  let at = 13 + colourTable(bytes[10])
  while (at < bytes.length) {
    if (bytes[at] === TRAILER) return true
    if (bytes[at] === EXTENSION) at = afterSubBlocks(bytes, at + 2)
    else if (bytes[at] === IMAGE) at = afterSubBlocks(bytes, at + 11 + colourTable(bytes[at + 9]))
    else return false
  }
  return false
}

/** How many bytes of colours follow a descriptor with these flags (§18, §20). */
function colourTable(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** Where a run of sub-blocks ends (§15): each says its length, and an empty one is the last. */
function afterSubBlocks(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1
  return at + 1
}
