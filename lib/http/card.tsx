import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import pLimit from 'p-limit'
import type { ReactElement } from 'react'
import { AppError } from '@/lib/errors'
import { observed } from '@/lib/http/route'

/** Drawing takes a tenth of a second of one core: one at a time, the rest wait. */
const drawing = pLimit(1)

let fonts: Promise<Buffer[]> | undefined

type Drawn = { card: ReactElement; width: number; height: number }

/** Answers the card as PNG, to be kept for an hour; 404 for what does not exist. */
export function drawCard(request: Request, work: () => Promise<Drawn>): Promise<Response> {
  return observed(request, async () => {
    try {
      const { card, ...size } = await work()
      const png = await drawing(async () => new ImageResponse(card, { ...size, fonts: await loadFonts() }).arrayBuffer())
      return new Response(png, { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600, s-maxage=86400' } })
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return new Response(null, { status: 404 })
      throw error
    }
  })
}

async function loadFonts() {
  fonts ??= Promise.all(['Regular', 'Bold'].map((weight) => readFile(join(FONTS, `Geist-${weight}.ttf`))))
  const [regular, bold] = await fonts
  return [
    { name: 'Geist', data: regular as Buffer, weight: 400 as const },
    { name: 'Geist', data: bold as Buffer, weight: 700 as const },
  ]
}

const FONTS = join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans')
