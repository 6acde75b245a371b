import { db } from '@/lib/db'
import { checkMedia, removeOrphans } from '@/lib/media/check'
import { removeFiles } from '@/lib/media/removal'

const check = await checkMedia()
const { files, orphans, wrong } = check
for (const key of orphans) console.log(`${key} belongs to no image.`)
const WHAT = {
  missing: 'is missing.',
  changed: 'is not what it was.',
  elsewhere: 'is in a storage that is not set up here: is UPLOADTHING_TOKEN missing?',
}
for (const { key, what, mediaId, ownerId, tweetId } of wrong)
  console.log(`${key} of image ${mediaId} (${tweetId ? `tweet ${tweetId}, ` : ''}owner ${ownerId}) ${WHAT[what]}`)
const repair = process.argv.includes('--repair')
if (orphans.length === 0 && wrong.length === 0) console.log(`All ${files} files are what the images say.`)
else if (orphans.length > 0 && repair) {
  const queued = await removeOrphans(check)
  const removed = await removeFiles()
  console.log(`Removed ${removed} files; ${queued - removed} wait for the next run of the jobs.`)
} else if (orphans.length > 0) console.log('To remove what belongs to no image: npm run media:check -- --repair')
if (wrong.some(({ what }) => what !== 'elsewhere')) console.log('What is missing or changed can only come from a backup.')
await db.$disconnect()
process.exitCode = wrong.length > 0 || (orphans.length > 0 && !repair) ? 1 : 0
