import { useEffect } from 'react'
import { ago } from '@/components/ui/moment'
import { browserWords } from '@/components/ui/say'

const EVERY_MS = 30_000

/** Keeps what the page says of how long ago things were true while the page is looked at, and when one comes back to it. */
export function Clock() {
  useEffect(() => {
    const timer = setInterval(updateTimes, EVERY_MS)
    document.addEventListener('visibilitychange', updateTimes)
    return () => {
      clearInterval(timer)
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
  for (const { firstChild, dateTime } of document.querySelectorAll<HTMLTimeElement>('time[data-ago]')) {
    const text = ago(new Date(dateTime), now, customs)
    if (firstChild && firstChild.nodeValue !== text) firstChild.nodeValue = text
  }
}
