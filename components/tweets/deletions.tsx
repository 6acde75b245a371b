import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { announce } from '@/components/ui/announcer'
import { say } from '@/components/ui/say'
import { IDLE } from '@/lib/http/form'
import { deleteTweetAction } from '@/lib/tweets/actions'

/** How long one may change one's mind. */
const UNDO_MS = 5_000

/** A tweet that is no longer shown and about to be deleted. */
type Deletion = { id: string; ends: ReturnType<typeof setTimeout> | undefined; hidden: CSSStyleSheet }

type Leave = (to: string) => void

/**
 * Deletes a tweet of one's own a moment after the link to that was pressed (`data-delete`): it is gone from the page at once, and Undo
 * brings it back. It is deleted also where the page is left meanwhile. Without this the link leads to a page that asks.
 */
export function Deletions() {
  const router = useRouter()
  useEffect(() => watch((to) => router.push(to)), [router])
  return null
}

/** Deletes what is pressed; returns how to stop. */
function watch(leave: Leave): () => void {
  const ended = new AbortController()
  const { signal } = ended
  let pending: Deletion | null = null

  function onClick(event: MouseEvent) {
    const link = linkOf(event)
    const id = link?.dataset.delete
    if (!link || !id) return
    event.preventDefault()
    void commit()
    pending = { id, ends: undefined, hidden: hide(id) }
    moveOn(link, leave)
    wait()
    announce(say('deleted'), <Undo onUndo={undo} onHold={hold} onRelease={wait} />)
  }

  function hold() {
    clearTimeout(pending?.ends)
  }

  function wait() {
    hold()
    if (pending) pending.ends = setTimeout(commit, UNDO_MS)
  }

  function undo() {
    const deletion = take()
    if (!deletion) return
    show(deletion)
    announce(say('restored'))
  }

  async function commit() {
    const deletion = take()
    if (!deletion) return
    announce(null)
    const failed = await remove(deletion.id)
    // What is deleted is gone from the page that came with the answer.
    show(deletion)
    if (failed) announce(failed)
  }

  /** There is no time to wait for the answer. */
  function onHide() {
    const deletion = take()
    if (deletion) fetch(`/api/tweets/${deletion.id}`, { method: 'DELETE', keepalive: true }).catch(() => null)
  }

  function take(): Deletion | null {
    const deletion = pending
    hold()
    pending = null
    return deletion
  }

  document.addEventListener('click', onClick, { signal })
  window.addEventListener('pagehide', onHide, { signal })
  return () => {
    void commit()
    ended.abort()
  }
}

type UndoProps = { onUndo: () => void; onHold: () => void; onRelease: () => void }

/** Time stands still while one is about to press it (WCAG 2.2, 2.2.1). */
function Undo({ onUndo, onHold, onRelease }: UndoProps) {
  return (
    <button
      type="button"
      data-key="z"
      onClick={onUndo}
      onPointerEnter={onHold}
      onPointerLeave={onRelease}
      onFocus={onHold}
      onBlur={onRelease}
    >
      {say('undo')}
    </button>
  )
}

function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  return event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-delete]') : null
}

/** Leaves the page where it is about the tweet; else the keyboard goes on at the next one. */
function moveOn(link: HTMLAnchorElement, leave: Leave) {
  const card = link.closest('article')
  const cards = [...document.querySelectorAll('main article')].filter((one) => one.checkVisibility())
  const next = cards.find((one) => card && card.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
  link.closest<HTMLElement>('[popover]')?.hidePopover()
  const { returnTo } = link.dataset
  if (returnTo) leave(returnTo)
  const place = returnTo ? null : next?.querySelector<HTMLElement>('.card-link')
  const target = place ?? document.getElementById('main')
  target?.focus({ preventScroll: true })
}

/** Has every page that comes up show nothing of the tweet. */
function hide(id: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`article[data-tweet="${CSS.escape(id)}"] { display: none }`)
  document.adoptedStyleSheets.push(sheet)
  return sheet
}

function show({ hidden }: Deletion) {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hidden)
}

/** Deletes it; answers what to tell when that failed. */
async function remove(id: string): Promise<string | null> {
  const form = new FormData()
  form.set('id', id)
  try {
    const { status, message } = await deleteTweetAction(IDLE, form)
    return status === 'failed' ? message : null
  } catch {
    return say('unreachable')
  }
}
