import { FILE_LOOK, IMAGE_TYPES } from '@/components/media/image-types'
import { useWords } from '@/lib/http/look'
import { TWEET_MAX_MEDIA } from '@/lib/media/limits'

const PLACES = Array.from({ length: TWEET_MAX_MEDIA }, (_, place) => place + 1)

/** The fields that choose and describe images without JavaScript. */
export function PlainImages() {
  const [t, composer] = [useWords('tweets'), useWords('composer')]
  return (
    <>
      <label className="mt-3 block space-y-1.5">
        <span className="block">{t('plainImages', { count: TWEET_MAX_MEDIA })}</span>
        <input type="file" name="images" accept={IMAGE_TYPES} multiple className={FILE_LOOK} />
      </label>
      <p className="mt-3 text-ink-muted text-sm">{t('plainDescriptions')}</p>
      {PLACES.map((place) => (
        <label key={place} className="mt-2 block">
          {composer('description', { place })}
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
