import { useEffect } from 'react'
import { ago, exactly } from '@/components/ui/moment'
import { browserWords } from '@/components/ui/say'

const EVERY_MS = 30_000

/** The time zone of whoever looks. */
const here = new Intl.DateTimeFormat().resolvedOptions().timeZone

/**
 * Keeps what the page says of how long ago things were true while the page is looked at, and when one comes back to it; and tells moments by
 * the clock of whoever looks, which the server does not know.
 */
export function Clock() {
  useEffect(() => {
    const timer = setInterval(updateTimes, EVERY_MS)
    const added = new MutationObserver(updateTimes)
    added.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('visibilitychange', updateTimes)
    updateTimes()
    return () => {
      clearInterval(timer)
      added.disconnect()
      document.removeEventListener('visibilitychange', updateTimes)
    }
  }, [])
  return null
}

/** Writes into the text that is there, so that React finds its own again. */
function updateTimes() {
  if (document.hidden) return
  const now = new Date()
  const { customs } = browserWords()
  for (const time of document.querySelectorAll('time')) {
    const date = new Date(time.dateTime)
    if (time.title) time.title = exactly(date, customs, here)
    const text = time.dataset.ago === undefined ? time.title : ago(date, now, customs, here)
    if (text && time.firstChild && time.firstChild.nodeValue !== text) time.firstChild.nodeValue = text
  }
}
