'use client'

import { type ComponentProps, type ComponentType, type ReactNode, useRef, useState } from 'react'
import { FILE_LOOK, IMAGE_TYPES } from '@/components/media/image-types'
import { announce } from '@/components/ui/announcer'
import { Button, buttonLook } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { CropDialog, Portrait } from '@/components/users/crop-dialog'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = {
  place: Portrait
  saved: string | null
  /** What it looks like with the picture at this address, or with none. */
  look: (url: string | null) => ReactNode
  error: string | undefined
  words: Templates<Key<'settingsForms'>>
}

/** The picture as it was chosen here: null when it was removed. */
type Chosen = { mediaId: string; preview: string } | null

type Cropping = Omit<ComponentProps<typeof CropDialog>, 'onDone' | 'onClose' | 'place' | 'words'> & {
  Dialog: ComponentType<ComponentProps<typeof CropDialog>>
}

/** Chooses, cuts and removes one of the two pictures of a profile. They change once the form is saved. */
export function PortraitField({ place, saved, look, error, words }: Props) {
  const [chosen, setChosen] = useState<Chosen>()
  const { cropping, failure, choose, close } = useCropping(words)
  const field = useRef<HTMLInputElement>(null)
  const url = chosen === undefined ? saved : (chosen?.preview ?? null)

  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="font-medium">{fill(words, `portrait.${place}`)}</legend>
      {look(url)}
      {chosen !== undefined && <input type="hidden" name={`${place}MediaId`} value={chosen?.mediaId ?? ''} />}
      <div className="flex flex-wrap items-center gap-2 noscript:hidden">
        <label
          className={cn(
            buttonLook({ variant: 'secondary', size: 'small' }),
            'relative has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2',
          )}
        >
          {fill(words, `choose.${place}`)}
          <input
            ref={field}
            type="file"
            accept={IMAGE_TYPES}
            aria-label={fill(words, `choose.${place}`)}
            onChange={() => choose(field.current)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
        </label>
        {url && (
          <Button
            type="button"
            variant="quiet"
            size="small"
            onClick={() => {
              setChosen(null)
              announce(fill(words, 'removed'))
              field.current?.focus()
            }}
          >
            {fill(words, `remove.${place}`)}
          </Button>
        )}
      </div>
      <PlainPortrait place={place} words={words} removable={saved !== null} />
      <p role="alert" className="text-danger text-sm">
        {failure ?? error}
      </p>
      {cropping && (
        <cropping.Dialog
          {...cropping}
          place={place}
          words={words}
          onDone={(mediaId, preview) => {
            setChosen({ mediaId, preview })
            announce(fill(words, 'shown'))
          }}
          onClose={close}
        />
      )}
    </fieldset>
  )
}

function useCropping(words: Props['words']) {
  const [cropping, setCropping] = useState<Cropping | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)

  async function choose(input: HTMLInputElement | null) {
    const file = input?.files?.[0]
    if (!input || !file) return
    input.value = ''
    field.current = input
    setFailure(null)
    try {
      const [{ CropDialog: Dialog }, { readImage }] = await Promise.all([
        import('@/components/users/crop-dialog'),
        import('@/components/media/smaller'),
      ])
      const image = await readImage(file)
      if (!image) return setFailure(fill(words, 'unreadable', { file: file.name }))
      setCropping({ Dialog, name: file.name, image, url: URL.createObjectURL(file) })
    } catch {
      setFailure(fill(words, 'cropFailed'))
    }
  }

  function close() {
    if (cropping) URL.revokeObjectURL(cropping.url)
    cropping?.image.close()
    setCropping(null)
    field.current?.focus()
  }

  return { cropping, failure, choose, close }
}

/** Without JavaScript a file is chosen, and the server takes its middle. */
function PlainPortrait({ place, words, removable }: Pick<Props, 'place' | 'words'> & { removable: boolean }) {
  return (
    <noscript>
      <input type="file" name={place} accept={IMAGE_TYPES} aria-label={fill(words, `portrait.${place}`)} className={FILE_LOOK} />
      {removable && (
        <label className="mt-2 flex min-h-6 items-center gap-2">
          <input type="checkbox" name={`${place}MediaId`} value="" />
          {fill(words, `remove.${place}`)}
        </label>
      )}
    </noscript>
  )
}
