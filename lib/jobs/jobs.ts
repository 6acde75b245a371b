import { recountSome } from '@/lib/counters/commands'
import { refreshTrends } from '@/lib/hashtags/trends'
import { removeDeadSessions, removeExpiredCounts, removeExpiredEmailTokens, removeExpiredKeys } from '@/lib/jobs/expiry'
import { removeFiles, removeUnattached } from '@/lib/media/removal'
import { dropUnreadHomes, trimHomes } from '@/lib/timelines/commands'
import { removeTombstones } from '@/lib/tweets/tombstones'

/** Something done again and again, in turns by however many processes, that may be done twice; answers how many things it removed or set right. */
export type Job = {
  name: string
  /** As cron writes it, in UTC. */
  every: string
  /** Begins nothing new once its time is over. */
  run: (isOver: () => boolean) => Promise<number>
}

/** Everything that is done without being asked for. */
export const JOBS: Job[] = [
  { name: 'trends', every: '* * * * *', run: async () => Number(await refreshTrends()) },
  { name: 'unattached images', every: '* * * * *', run: (isOver) => removeUnattached(undefined, isOver) },
  { name: 'files of removed images', every: '* * * * *', run: (isOver) => removeFiles(undefined, isOver) },
  { name: 'recount', every: '*/5 * * * *', run: () => recountSome() },
  { name: 'expired counts of limits', every: '*/10 * * * *', run: (isOver) => removeExpiredCounts(undefined, isOver) },
  { name: 'expired idempotency keys', every: '7 * * * *', run: (isOver) => removeExpiredKeys(undefined, isOver) },
  { name: 'expired links of mails', every: '27 * * * *', run: (isOver) => removeExpiredEmailTokens(undefined, isOver) },
  { name: 'long home timelines', every: '*/10 * * * *', run: (isOver) => trimHomes(undefined, isOver) },
  { name: 'unread home timelines', every: '37 * * * *', run: (isOver) => dropUnreadHomes(undefined, isOver) },
  { name: 'dead sessions', every: '17 4 * * *', run: (isOver) => removeDeadSessions(undefined, isOver) },
  { name: 'tombstones', every: '47 4 * * *', run: (isOver) => removeTombstones(undefined, isOver) },
]
