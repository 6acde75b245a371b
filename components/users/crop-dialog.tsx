'use client'

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { cutOf, pushed, type View, WHOLE } from '@/components/media/crop'
import { NotSent, sendImage } from '@/components/media/send'
import { draw } from '@/components/media/smaller'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

export type Portrait = 'avatar' | 'banner'

type Props = {
  place: Portrait
  name: string
  image: ImageBitmap
  /** The image's object URL. */
  url: string
  words: Templates<Key<'settingsForms'>>
  /** Told the id of what was cut and uploaded, and an object URL of it. */
  onDone: (mediaId: string, preview: string) => void
  onClose: () => void
}

const FRAMES = { avatar: { width: 400, height: 400 }, banner: { width: 1500, height: 500 } }
const NEAREST = 4
/** What part of the frame an arrow key pushes by. */
const STEP = 0.05
const ARROWS: Record<string, [right: number, down: number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** Chooses which part of a picture is shown, by dragging, arrow keys and a slider, and uploads that part. */
export function CropDialog({ place, name, image, url, words, onDone, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [view, setView] = useState<View>(WHOLE)
  const { pending, error, send } = useSending({ place, name, image, words, view, onDone: finish })
  const push = (right: number, down: number) => setView((before) => pushed(image, FRAMES[place], before, right, down))

  /** Focus can go back only once the dialog is closed. */
  function finish(mediaId: string, preview: string) {
    onDone(mediaId, preview)
    dialog.current?.close()
  }

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  // Outside the form whose field it belongs to, so that Enter does not send that.
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby="crop-title"
      onClose={onClose}
      className="m-auto w-[calc(100%-2rem)] max-w-lg rounded-2xl border border-line bg-canvas p-5 text-ink shadow-xl backdrop:bg-black/60"
    >
      <h2 id="crop-title" className="font-bold text-lg">
        {fill(words, `crop.${place}`)}
      </h2>
      <p id="crop-hint" className="mt-1 mb-4 text-ink-muted">
        {fill(words, 'cropHint')}
      </p>
      <Frame place={place} image={image} url={url} label={fill(words, 'cropPart')} view={view} onPush={push} />
      <label className="mt-4 flex min-h-touch items-center gap-3">
        <span className="font-medium">{fill(words, 'zoom')}</span>
        <input
          type="range"
          min={1}
          max={NEAREST}
          step={0.05}
          value={view.zoom}
          onChange={({ currentTarget }) => setView({ ...view, zoom: currentTarget.valueAsNumber })}
          className="grow"
        />
      </label>
      <p role="alert" className="text-danger">
        {error}
      </p>
      <div className="mt-3 flex flex-wrap justify-end gap-2">
        <Button type="button" variant="secondary" onClick={() => dialog.current?.close()}>
          {fill(words, 'cancel')}
        </Button>
        <Button type="button" aria-disabled={pending} onClick={send}>
          {fill(words, pending ? 'uploading' : 'usePart')}
        </Button>
      </div>
    </dialog>,
    document.body,
  )
}

type FrameProps = Pick<Props, 'place' | 'image' | 'url'> & { label: string; view: View; onPush: (right: number, down: number) => void }

/** The part that is shown, as it will look. */
function Frame({ place, image, url, label, view, onPush }: FrameProps) {
  const cut = cutOf(image, FRAMES[place], view)
  const percent = (value: number) => `${(value * 100).toFixed(3)}%`

  function onPointerMove({ currentTarget, movementX, movementY, buttons }: PointerEvent<HTMLElement>) {
    if (buttons !== 1) return
    onPush(movementX / currentTarget.clientWidth, movementY / currentTarget.clientHeight)
  }

  function onKeyDown(event: KeyboardEvent) {
    const arrow = ARROWS[event.key]
    if (!arrow) return
    event.preventDefault()
    onPush(...arrow)
  }

  return (
    <div
      role="application"
      aria-label={label}
      aria-describedby="crop-hint"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move what is in it.
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
      className={cn(
        'relative mx-auto cursor-grab touch-none overflow-hidden bg-surface active:cursor-grabbing',
        place === 'avatar' ? 'aspect-square w-64 max-w-full rounded-full focus-visible:rounded-full' : 'aspect-[3/1] w-full rounded-lg',
      )}
    >
      <img
        src={url}
        alt=""
        draggable={false}
        className="absolute max-w-none select-none"
        style={{
          width: percent(image.width / cut.width),
          height: percent(image.height / cut.height),
          left: percent(-cut.x / cut.width),
          top: percent(-cut.y / cut.height),
        }}
      />
    </div>
  )
}

type Sending = Pick<Props, 'place' | 'name' | 'image' | 'words' | 'onDone'> & { view: View }

function useSending({ place, name, image, words, view, onDone }: Sending) {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function send() {
    if (pending) return
    setPending(true)
    setError(null)
    const { width: drawnWidth, height: drawnHeight } = FRAMES[place]
    try {
      const file = await draw(image, { ...cutOf(image, FRAMES[place], view), drawnWidth, drawnHeight })
      if (!file) throw new NotSent(fill(words, 'cannotCut'), false)
      const { id } = await sendImage({ file, name, key: crypto.randomUUID(), signal: AbortSignal.timeout(120_000) })
      onDone(id, URL.createObjectURL(file))
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : null)
      setPending(false)
    }
  }

  return { pending, error, send }
}
