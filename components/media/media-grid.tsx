import type { CSSProperties } from 'react'
import { AltBadge } from '@/components/media/alt-badge'
import { Gallery } from '@/components/media/gallery'
import { partOf, ratioOf, sizesOf } from '@/components/media/layout'
import { placeholderOf } from '@/components/media/placeholder'
import { cn } from '@/components/ui/cn'
import { useTemplates } from '@/lib/http/look'
import type { Media } from '@/lib/media/schema'
import { fill } from '@/lib/words/fill'

type Props = {
  media: Media[]
  /** Where it stands in what is a link itself: smaller, and no image is a link. */
  quoted?: boolean
  /** Whether the page is about these images, so that the first is not waited for. */
  eager?: boolean
}

/** The tallest that an image alone gets, in rem. */
const TALLEST = { card: 32, quoted: 16 }

/** The one to four images of a tweet. Their room is theirs before they are loaded; a click opens one large. */
export function MediaGrid({ media, quoted = false, eager = false }: Props) {
  const words = useTemplates('gallery')
  if (media.length === 0) return null
  const unnamed = fill(words, 'image')
  const grid = (
    <ul
      style={boxOf(media, quoted)}
      className={cn(
        'grid gap-0.5 overflow-hidden rounded-2xl border border-line',
        !quoted && 'relative z-10',
        media.length > 1 && 'grid-cols-2',
        media.length > 2 && 'grid-rows-2',
      )}
    >
      {media.map((image, place) => (
        <li key={image.id} className={cn('relative min-h-0 min-w-0', media.length === 3 && partOf(3, place).down === 1 && 'row-span-2')}>
          {quoted ? (
            <Picture media={media} place={place} unnamed={unnamed} />
          ) : (
            <a
              href={image.url}
              data-image={place}
              className="block size-full after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-2xl focus-visible:after:outline-4 focus-visible:after:outline-focus focus-visible:after:-outline-offset-4 focus-visible:after:ring-6 focus-visible:after:ring-canvas focus-visible:after:ring-inset"
            >
              <Picture media={media} place={place} unnamed={unnamed} eager={eager && place === 0} />
            </a>
          )}
          {!quoted && image.alt && <AltBadge alt={image.alt} />}
        </li>
      ))}
    </ul>
  )
  return quoted ? (
    <div className="mt-2">{grid}</div>
  ) : (
    <Gallery images={media.map(({ url, alt, width, height }) => ({ url, alt, width, height }))} words={words}>
      {grid}
    </Gallery>
  )
}

type PictureProps = {
  media: Media[]
  place: number
  /** What stands for the description that it does not have. */
  unnamed: string
  eager?: boolean
}

function Picture({ media, place, unnamed, eager = false }: PictureProps) {
  const image = media[place]
  if (!image) return null
  return (
    <img
      src={image.url}
      srcSet={image.sizes.map(({ url, width }) => `${url} ${width}w`).join(', ')}
      sizes={sizesOf(media, place)}
      width={image.width}
      height={image.height}
      alt={image.alt || unnamed}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : undefined}
      decoding="async"
      style={{ backgroundImage: `url("${placeholderOf(image)}")` }}
      className="size-full bg-center bg-cover bg-surface object-cover"
    />
  )
}

/** As wide as there is room, but not taller than is pleasant, and a small image alone is not blown up. */
function boxOf(media: Media[], quoted: boolean): CSSProperties {
  const ratio = ratioOf(media)
  const tallest = TALLEST[quoted ? 'quoted' : 'card'] * ratio
  const own = media.length === 1 && media[0] ? `, max(${media[0].width}px, 12rem)` : ''
  return { aspectRatio: ratio.toFixed(4), width: `min(100%, ${tallest.toFixed(2)}rem${own})` }
}
