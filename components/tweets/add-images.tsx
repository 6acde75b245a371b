'use client'

import { ImagePlus } from 'lucide'
import { useEffect, useRef } from 'react'
import { IMAGE_TYPES } from '@/components/media/image-types'
import { Icon } from '@/components/ui/icon'

type Props = { label: string; onFiles: (files: File[]) => void; onLikely: () => void }

/** The button that chooses images; phones offer the camera too. */
export function AddImages({ label, onFiles, onLikely }: Props) {
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
      <Icon node={ImagePlus} className="size-5.5" />
      <input
        ref={field}
        type="file"
        accept={IMAGE_TYPES}
        multiple
        aria-label={label}
        title={label}
        data-act="add"
        onFocus={onLikely}
        onChange={take}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
    </label>
  )
}
