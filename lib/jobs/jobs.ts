import { removeDeadSessions, removeExpiredCounts, removeExpiredEmailTokens, removeExpiredKeys } from '@/lib/jobs/expiry'
import { removeFiles, removeUnattached } from '@/lib/media/removal'

/** Something done again and again, by however many processes at once; answers how many things it removed. */
export type Job = {
  name: string
  /** As cron writes it, in UTC. */
  every: string
  run: () => Promise<number>
}

/** Everything that is done without being asked for. */
export const JOBS: Job[] = [
  { name: 'unattached images', every: '* * * * *', run: () => removeUnattached() },
  { name: 'files of removed images', every: '* * * * *', run: () => removeFiles() },
  { name: 'expired idempotency keys', every: '7 * * * *', run: () => removeExpiredKeys() },
  { name: 'expired links of mails', every: '27 * * * *', run: () => removeExpiredEmailTokens() },
  { name: 'expired counts of limits', every: '*/10 * * * *', run: () => removeExpiredCounts() },
  { name: 'dead sessions', every: '17 4 * * *', run: () => removeDeadSessions() },
]
