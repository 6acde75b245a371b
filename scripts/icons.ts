import { mkdir, readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'

// Draws the icons of an installed Linnet from app/icon.svg: node --import tsx scripts/icons.ts. What comes out is kept in git.

const CANVAS = '#fffdfb'

/** The bird, so large on a square of the size; on nothing where no colour is given. */
async function draw(size: number, bird: number, background?: string): Promise<Buffer> {
  // Without the colours for a dark scheme, of which a PNG knows nothing.
  const svg = (await readFile('app/icon.svg', 'utf8')).replace(/@media[^{]*\{(?:[^{}]*\{[^}]*\})*\}/, '')
  const drawn = await sharp(Buffer.from(svg), { density: 72 * (bird / 32) })
    .resize(bird, bird)
    .toBuffer()
  return sharp({ create: { width: size, height: size, channels: 4, background: background ?? '#0000' } })
    .composite([{ input: drawn, gravity: 'centre' }])
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer()
}

await mkdir('public/icons', { recursive: true })
await writeFile('public/icons/192.png', await draw(192, 176))
await writeFile('public/icons/512.png', await draw(512, 472))
// A launcher may cut away all but a circle of four fifths.
await writeFile('public/icons/maskable.png', await draw(512, 300, CANVAS))
await writeFile('app/apple-icon.png', await draw(180, 132, CANVAS))
