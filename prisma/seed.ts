import { startSession } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { db } from '@/lib/db'
import { follow } from '@/lib/follows/commands'
import { deferral } from '@/lib/later'
import { CAST, type CastMember, DEMO_PASSWORD } from '@/lib/testing/cast'
import { createTweet } from '@/lib/tweets/commands'
import { editProfile, signUp } from '@/lib/users/commands'

type Cast = Record<CastMember, Viewer>

/** Everybody of the cast, signed up with the commands that people use. */
async function signUpCast(): Promise<Cast> {
  const viewers: [string, Viewer][] = []
  for (const { username, name, bio, location, website } of Object.values(CAST)) {
    const me = await signUp({ username, name, email: `${username}@linnet.example`, password: DEMO_PASSWORD })
    const { sessionId } = await startSession(me.id, { ip: '', userAgent: 'seed' })
    const viewer = { id: me.id, username, name, avatarUrl: null, role: 'member', sessionId } as const
    await editProfile(viewer, { bio, location, website })
    viewers.push([username, viewer])
  }
  return Object.fromEntries(viewers) as Cast
}

/** Who follows whom. */
const FOLLOWS: Record<CastMember, CastMember[]> = {
  ada: ['mei', 'yusuf', 'ines', 'tui'],
  mei: ['ada', 'ines'],
  yusuf: ['ada', 'olek', 'mei'],
  ines: ['ada', 'mei', 'tui'],
  olek: ['yusuf', 'ada'],
  tui: ['ines', 'ada', 'mei', 'yusuf', 'olek'],
}

type Line = { by: CastMember; says: string; to?: string; quotes?: string; as?: string }

/** A morning on Linnet. `as` names a tweet, so that a later one can answer or quote it. */
const STORY: Line[] = [
  { by: 'tui', says: 'First light. I have opinions and I will be sharing them with the whole valley. #dawnchorus', as: 'dawn' },
  { by: 'yusuf', says: 'أول رغيف خرج من الفرن قبل الشروق. #خبز #صباح_الخير', as: 'bread' },
  { by: 'olek', says: 'Хто ще їздить узимку? Порада: мастіть ланцюг частіше, ніж здається потрібним. #велосипед', as: 'bike' },
  { by: 'mei', says: '朝の川沿いで小さな紅い鳥を見た。名前がわからない。 #野鳥 #散歩', as: 'bird' },
  { by: 'ada', to: 'bird', says: 'A crimson breast and a brown back? That sounds like a linnet. #linnet', as: 'guess' },
  { by: 'mei', to: 'guess', says: 'そうかも！写真を探してみる。Thank you @ada 🙏', as: 'thanks' },
  { by: 'ines', to: 'guess', says: '¡El pardillo! Aquí no tenemos, pero sí ñandúes en el camino. #ñandú #pájaros' },
  {
    by: 'ada',
    says: 'Counted 41 finches on the wire this morning, which is one more than the wire is rated for. #dawnchorus #birding',
    as: 'wire',
  },
  { by: 'tui', to: 'wire', says: 'I could sit there too. Make it 42.' },
  { by: 'ada', to: 'wire', says: 'Update: 42. The wire holds. #birding' },
  { by: 'yusuf', to: 'bike', says: 'نصيحة مفيدة، شكرًا @olek 🚲' },
  { by: 'ines', quotes: 'dawn', says: 'Alguien que madruga con ganas. #dawnchorus' },
  { by: 'olek', quotes: 'bread', says: 'Тепер я голодний. #хліб' },
  {
    by: 'ada',
    says: 'New here? Say hello with #linnet and follow somebody whose mornings sound better than yours. The bird: https://en.wikipedia.org/wiki/Common_linnet',
    as: 'hello',
  },
]

async function tellStory(cast: Cast): Promise<void> {
  const told = new Map<string, string>()
  for (const { by, says, to, quotes, as } of STORY) {
    const { value } = await createTweet(cast[by], {
      content: says,
      ...(to && { replyToId: told.get(to) }),
      ...(quotes && { quoteId: told.get(quotes) }),
    })
    if (as) told.set(as, value.id)
  }
}

/** Fills an empty database with the cast and their story; does nothing when anybody has signed up already. */
async function seed(): Promise<string> {
  if (await db.user.findFirst({ select: { id: true } })) return 'Somebody has signed up already; nothing was seeded.'
  // Their addresses are nobody's: what a sign-up puts off, the mail, is left undone.
  const cast = await deferral.run(() => {}, signUpCast)
  for (const [username, them] of Object.entries(FOLLOWS)) {
    for (const theirs of them) await follow(cast[username as CastMember], theirs)
  }
  await tellStory(cast)
  await db.session.deleteMany({ where: { userAgent: 'seed' } })
  return `Seeded ${Object.keys(CAST).length} people and ${STORY.length} tweets.`
}

process.stdout.write(`${await seed()}\n`)
await db.$disconnect()
