import { useEffect } from 'react'
import { announce } from '@/components/ui/announcer'
import { say } from '@/components/ui/say'
import { tabStorage } from '@/components/ui/tab-storage'
import { IDLE } from '@/lib/http/form'
import { deleteTweetAction } from '@/lib/tweets/actions'

/** How long one may change one's mind. */
const UNDO_MS = 5_000

const ANSWER_MS = 5_000

/** A tweet that is no longer shown and about to be deleted. */
type Deletion = { id: string; timer: ReturnType<typeof setTimeout> | undefined; hidden: CSSStyleSheet }

let pending: Deletion | null = null

/** Where the tab keeps what is about to be deleted, so that a page that is loaded anew knows of it. */
const KEPT = 'deleting'

/**
 * Deletes the tweet that the link to that is about (`data-delete`), in a moment: it is gone from every page at once, and Undo brings it back
 * until then. It is deleted also where the window is left, or another one is deleted, meanwhile.
 */
export function deleteSoon(link: HTMLElement, leave: (to: string) => void): void {
  void commit()
  const id = link.dataset.delete ?? ''
  pending = { id, timer: undefined, hidden: hide(id) }
  tabStorage()?.setItem(KEPT, id)
  moveOn(link, leave)
  window.addEventListener('pagehide', commitLeaving)
  wait()
  announce(say('deleted'), <Undo />)
}

/** Finishes what the page before began, where it could not. */
export function Deletions() {
  useEffect(() => {
    const id = tabStorage()?.getItem(KEPT)
    if (!id || pending) return
    pending = { id, timer: undefined, hidden: hide(id) }
    void commit()
  }, [])
  return null
}

/** Time stands still while one is about to press it (WCAG 2.2, 2.2.1). */
function Undo() {
  return (
    <button type="button" data-key="z" onClick={undo} onPointerEnter={hold} onPointerLeave={wait} onFocus={hold} onBlur={wait}>
      {say('undo')}
    </button>
  )
}

function hold() {
  clearTimeout(pending?.timer)
}

function wait() {
  hold()
  if (pending) pending.timer = setTimeout(commit, UNDO_MS)
}

function undo() {
  const deletion = take()
  if (!deletion) return
  show(deletion)
  forget(deletion)
  announce(say('restored'))
  cardOf(deletion.id)?.focus({ preventScroll: true })
}

async function commit() {
  const deletion = take()
  if (!deletion) return
  announce(null)
  const failed = await remove(deletion.id)
  forget(deletion)
  // What is deleted stays hidden, until the last page that shows it is gone.
  if (!failed) return
  show(deletion)
  announce(failed)
}

/** There is no time to wait for an answer. */
function commitLeaving() {
  const deletion = take()
  if (deletion) fetch(`/api/tweets/${deletion.id}`, { method: 'DELETE', keepalive: true }).catch(() => null)
}

/** Whoever has it decides what becomes of it. */
function take(): Deletion | null {
  const deletion = pending
  hold()
  pending = null
  window.removeEventListener('pagehide', commitLeaving)
  return deletion
}

/** Leaves the page where it is about the tweet; else the keyboard goes on at the next one. */
function moveOn(link: HTMLElement, leave: (to: string) => void) {
  const card = link.closest('article')
  const next = [...document.querySelectorAll('main article[data-tweet]')].find(
    (one) => card && card.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && one.checkVisibility(),
  )
  const { returnTo } = link.dataset
  if (returnTo) leave(returnTo)
  const place = returnTo ? null : next?.querySelector<HTMLElement>(CARD_LINK)
  const target = place ?? document.getElementById('main')
  target?.focus({ preventScroll: true })
}

const CARD_LINK = '.card-link'

function cardOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`main article[data-tweet="${CSS.escape(id)}"] ${CARD_LINK}`) ?? document.getElementById('main')
}

/** The next one may be kept already, whose place that is. */
function forget({ id }: Deletion) {
  if (tabStorage()?.getItem(KEPT) === id) tabStorage()?.removeItem(KEPT)
}

/** Has no page show the tweet, whatever brings it. */
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
    return status === 'failed' && !(await isGone(id)) ? message : null
  } catch {
    return say('unreachable')
  }
}

/** Whether it was deleted already, by the page that one left. */
async function isGone(id: string): Promise<boolean> {
  const { status } = await fetch(`/api/tweets/${id}`, { signal: AbortSignal.timeout(ANSWER_MS) })
  return status === 404
}
