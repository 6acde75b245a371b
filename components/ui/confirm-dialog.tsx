'use client'

import { setNonce } from 'get-nonce'
import { AlertDialog } from 'radix-ui'
import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { say } from '@/components/ui/say'

type Props = {
  title: string
  text: string
  confirm: string
  error: string | null
  pending: boolean
  onConfirm: () => void
  onClose: () => void
  opener: RefObject<HTMLElement | null>
}

// Radix keeps the page behind from scrolling by a style of its own, which must carry the page's nonce.
if (typeof document !== 'undefined') setNonce(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '')

/** A question that must be answered before something is done for good. Focus goes back to `opener` if that still exists. */
export function ConfirmDialog({ title, text, confirm, error, pending, onConfirm, onClose, opener }: Props) {
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && !pending && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-black/55" />
        <AlertDialog.Content
          className="fixed inset-x-4 top-1/2 z-50 mx-auto max-w-sm -translate-y-1/2 rounded-2xl border border-line bg-canvas p-6 text-ink shadow-xl"
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener.current?.isConnected) opener.current.focus({ preventScroll: true })
          }}
        >
          <AlertDialog.Title className="font-bold text-lg">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-ink-muted">{text}</AlertDialog.Description>
          <p role="alert" className="mt-2 text-danger">
            {error}
          </p>
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button type="button" variant="secondary">
                {say('cancel')}
              </Button>
            </AlertDialog.Cancel>
            <Button type="button" variant="danger" aria-disabled={pending} onClick={() => !pending && onConfirm()}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
