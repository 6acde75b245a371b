import { likeTweet } from '@/lib/likes/commands'
import { uploadMedia } from '@/lib/media/commands'
import { people, pictureFile } from '@/lib/testing/factory'
import { createTweet, deleteTweet } from '@/lib/tweets/commands'

type Person = Awaited<ReturnType<typeof people>>[number]

/** What people do all the time until they are told to stop, and what was acknowledged when. */
export type Load = {
  /** Before something happens, while it may be happening, and after it has. */
  moment: 'before' | 'unsure' | 'after'
  /** Tweets that were there before, that were begun after, and those from before that were deleted after. */
  early: Map<string, Person>
  late: Set<string>
  deleted: Set<string>
  stop: () => Promise<void>
}

/** Has so many people tweet, one time in four with an image, like each other's first tweets, and afterwards delete what they wrote before. */
export async function startLoad(count: number): Promise<Load> {
  const cast = await people(count)
  const liked: string[] = []
  for (const me of cast) liked.push((await createTweet(me, { content: 'Like me.' })).value.id)
  let stopping = false
  const load: Load = { moment: 'before', early: new Map(), late: new Set(), deleted: new Set(), stop: async () => {} }
  const work = Promise.all(
    cast.map(async (me) => {
      for (let n = 0; !stopping; n++) await takeTurn(load, me, liked, n)
    }),
  )
  load.stop = async () => {
    stopping = true
    await work
  }
  return load
}

async function takeTurn(load: Load, me: Person, liked: string[], n: number): Promise<void> {
  const isLate = load.moment === 'after'
  const id = n % 4 === 0 ? await tweetWithImage(me) : (await createTweet(me, { content: `Number ${n} #by_${me.username}` })).value.id
  if (isLate) load.late.add(id)
  if (load.moment === 'before') load.early.set(id, me)
  await likeTweet(me, liked[n % liked.length])
  const [gone] = [...load.early].find(([one, author]) => isLate && author === me && !load.deleted.has(one)) ?? []
  if (!gone) return
  await deleteTweet(me, gone)
  load.deleted.add(gone)
}

async function tweetWithImage(me: Person): Promise<string> {
  const { value } = await uploadMedia(me, await pictureFile(), { alt: 'Noise.' })
  return (await createTweet(me, { content: '', mediaIds: [value.id] })).value.id
}
