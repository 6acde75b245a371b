import { FILE_LOOK, IMAGE_TYPES } from '@/components/media/image-types'
import { TWEET_MAX_MEDIA } from '@/lib/media/limits'

const PLACES = Array.from({ length: TWEET_MAX_MEDIA }, (_, place) => place + 1)

/** The fields that choose and describe images without JavaScript. */
export function PlainImages() {
  return (
    <>
      <label className="mt-3 block space-y-1.5">
        <span className="block">Up to {TWEET_MAX_MEDIA} images, at most 4 MiB each</span>
        <input type="file" name="images" accept={IMAGE_TYPES} multiple className={FILE_LOOK} />
      </label>
      <p className="mt-3 text-ink-muted text-sm">Describe them for people who do not see them, in the order in which you chose them.</p>
      {PLACES.map((place) => (
        <label key={place} className="mt-2 block">
          Description of image {place}
          <textarea
            name="alts"
            rows={1}
            dir="auto"
            className="mt-1 block w-full rounded-lg border border-line-strong bg-canvas px-3 py-2 text-ink"
          />
        </label>
      ))}
    </>
  )
}
