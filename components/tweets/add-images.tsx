'use client'

import { ImagePlus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { FILE_LOOK, IMAGE_TYPES } from '@/components/media/image-types'
import { TWEET_MAX_MEDIA } from '@/lib/media/limits'

const PLACES = Array.from({ length: TWEET_MAX_MEDIA }, (_, place) => place + 1)

type Props = { onFiles: (files: File[]) => void; onLikely: () => void }

/** The button that chooses images; phones offer the camera too. */
export function AddImages({ onFiles, onLikely }: Props) {
  const field = useRef<HTMLInputElement>(null)

  function take() {
    const files = [...(field.current?.files ?? [])]
    if (field.current) field.current.value = ''
    onFiles(files)
  }

  // What was chosen before JavaScript was ready is in the field already.
  const first = useRef(take)
  useEffect(() => first.current(), [])

  return (
    <label
      onPointerEnter={onLikely}
      className="relative me-auto grid size-10 cursor-pointer place-items-center rounded-full text-accent hover:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus noscript:hidden pointer-coarse:size-touch"
    >
      <ImagePlus aria-hidden="true" className="size-5.5" />
      <input
        ref={field}
        type="file"
        accept={IMAGE_TYPES}
        multiple
        aria-label="Add images"
        title="Add images"
        data-act="add"
        onFocus={onLikely}
        onChange={take}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
    </label>
  )
}

/** Chooses and describes images without JavaScript. */
export function PlainImages({ error }: { error: string | undefined }) {
  return (
    <noscript>
      <details open={Boolean(error)} className="mt-2 mb-3 rounded-xl border border-line p-3">
        <summary className="min-h-6 font-medium">Add images</summary>
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
      </details>
    </noscript>
  )
}
