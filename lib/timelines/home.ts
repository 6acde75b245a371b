import { setTimeout as sleep } from 'node:timers/promises'
import type { Viewer } from '@/lib/auth/viewer'
import { later } from '@/lib/later'
import { keepHome, noteReading } from '@/lib/timelines/commands'
import { definedEntries } from '@/lib/timelines/definition'
import { keptEntries } from '@/lib/timelines/kept'
import type { Range } from '@/lib/timelines/range'
import type { Entry } from '@/lib/tweets/hydrate'

/** For how long the first to read waits for their timeline to be kept: for whoever follows many, filling it is faster than the definition. */
const SOON_MS = 300

/**
 * What stands in the viewer's home timeline, newest first: from what is kept of it, else by the definition. Once it is read it is kept, until
 * nobody has read it for long.
 */
export async function homeEntries(me: Viewer, range: Range): Promise<Entry[]> {
  const kept = (await keptEntries(me, range)) ?? (await keptSoon(me, range))
  if (kept?.isUnnoted) later(() => noteReading(me.id))
  return kept?.entries ?? definedEntries(me, range)
}

async function keptSoon(me: Viewer, range: Range): ReturnType<typeof keptEntries> {
  const keeping = keepHome(me.id)
  later(async () => void (await keeping))
  const isKept = await Promise.race([keeping.catch(() => false), sleep(SOON_MS, false, { ref: false })])
  return isKept ? keptEntries(me, range) : null
}
