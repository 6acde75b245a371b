import type { Media } from '@/lib/media/schema'

/** The light that a picture is taken in: the colours of its sky, sun and two hills, and its blurhash. */
const LIGHTS = {
  dawn: { sky: '#f6c9ae', sun: '#fff1dc', far: '#c98a7b', near: '#7d4a4f', blurhash: '00S4O0' },
  noon: { sky: '#a9d0e6', sun: '#fffbe9', far: '#7fa88f', near: '#41705a', blurhash: '00HNNz' },
  dusk: { sky: '#8a6c9c', sun: '#f4b183', far: '#5d4672', near: '#33264a', blurhash: '00D*_A' },
  moss: { sky: '#d3dba8', sun: '#fbf7dc', far: '#93a763', near: '#54682f', blurhash: '00HMPI' },
}

type Light = keyof typeof LIGHTS

/** The bird of components/layout/bird.tsx, 32 units wide. */
const BIRD = 'M19 5a9 9 0 0 1 8.6 6.3l3.4 1.5a.6.6 0 0 1 0 1.1l-3 1.3A9.6 9.6 0 0 1 18.4 25H1.9a.7.7 0 0 1-.5-1.2l9.2-9.6A9 9 0 0 1 19 5Z'

/** A picture that somebody hung into a tweet: a bird in front of hills, drawn in the address itself. */
export function picture(light: Light, [width, height]: [number, number], alt = ''): Media {
  const url = addressOf(light, width, height)
  const { blurhash } = LIGHTS[light]
  return { id: crypto.randomUUID(), url, alt, width, height, contentType: 'image/svg+xml', blurhash, sizes: [{ url, width, height }] }
}

/** A portrait of somebody. */
export function portrait(light: Light): string {
  return addressOf(light, 192, 192)
}

/** A picture above a profile. */
export function banner(light: Light): string {
  return addressOf(light, 1500, 500)
}

function addressOf(light: Light, width: number, height: number): string {
  return `data:image/svg+xml,${encodeURIComponent(drawn(light, width, height))}`
}

function drawn(light: Light, width: number, height: number): string {
  const { sky, sun, far, near } = LIGHTS[light]
  const least = Math.min(width, height)
  const bird = least * 0.4
  const perch = height * 0.46 + least * 0.1125
  const hill = (foot: number, rise: number) =>
    `M0 ${foot}Q${width * 0.3} ${foot - rise} ${width * 0.6} ${foot}T${width} ${foot - rise / 3}V${height}H0Z`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<path fill="${sky}" d="M0 0h${width}v${height}H0z"/>`,
    `<circle cx="${width * 0.74}" cy="${height * 0.34}" r="${least * 0.14}" fill="${sun}"/>`,
    `<path fill="${far}" d="${hill(perch + least * 0.11, least * 0.24)}"/>`,
    `<path fill="${near}" d="${hill(height * 0.84, least * 0.16)}"/>`,
    `<svg x="${width * 0.36 - bird / 2}" y="${height * 0.46 - bird / 2}" width="${bird}" height="${bird}" viewBox="0 0 32 32">`,
    `<path fill="${near}" d="${BIRD}"/></svg></svg>`,
  ].join('')
}
