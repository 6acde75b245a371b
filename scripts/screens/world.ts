import type { Tweet } from '@/lib/tweets/schema'
import { ask } from '@/scripts/database'
import { type Cookie, cookieOf, type Person, paint, type SignIn, signedUp, signUp, tweet } from '@/scripts/screens/people'

const PASSWORD = 'three-wet-feathers'

/** Who looks at a screen: somebody whom a lot happened to, somebody who has just come, and somebody who answers reports. */
export type Member = 'me' | 'newcomer' | 'moderator'

/** What the screens show. */
export type World = {
  address: string
  /** How whoever can look at a screen is signed in. */
  cookies: Partial<Record<Member, Cookie>>
  /** Usernames. */
  me: string
  friend: string
  long: string
  /** Paths of tweets; `deep` is the eighth answer in a row, to what `asked` begins. */
  answered: string
  asked: string
  deep: string
  quoted: string
  pictured: string
  emoji: string
  hashtags: string
  rightToLeft: string
  endless: string
  /** Writes a tweet of mine; answers its path. */
  write: (content: string) => Promise<string>
  /** Has nothing be read, and a million people react to some tweets and follow who wrote the first: whatever the app made of it meanwhile. */
  swell: () => Promise<void>
  /** From where too much was asked already, for the five minutes that this lasts. */
  spent?: Promise<string>
  /** Where the database is that nobody else uses. */
  database?: string
}

type Making = {
  /** Somebody who lives there already, to whom it all happens; else somebody is signed up for it. */
  me?: SignIn
  /** Stands behind every username. */
  suffix?: string
  /** The database, where it may be written to; without it there is no moderator, and nothing swells. */
  database?: string
}

type People = Record<'me' | 'friend' | 'long' | 'newcomer' | 'blocked' | 'muted', Person>

/** Has everything happen that the screens show, through the JSON API of a Linnet with the demo cast. */
export async function makeWorld(address: string, { me: known, suffix = '', database }: Making = {}): Promise<World> {
  const named = (username: string, name: string) =>
    signUp(address, { username: `${username.slice(0, 20 - suffix.length)}${suffix}`, name, password: PASSWORD })
  const [me, friend, long, newcomer, blocked, muted] = await Promise.all([
    known ? signedUp(address, known) : named('kit', 'Kit Wren'),
    named('robin', 'Robin Reed'),
    named('an_endless_username0', 'Maximiliane Freifrau von Hohenstein-Wiesenburg III'),
    named('newcomer', 'Wilhelmina Newcomer'),
    named('cuckoo', 'Cuckoo'),
    named('magpie', 'Magpie at Five'),
  ])
  const people = { me, friend, long, newcomer, blocked, muted }
  await introduce(people)
  const hard = await writeHard(people)
  const told = await converse(people)
  await react(people, [...Object.values(hard), ...Object.values(told)])
  const moderator = database && (await moderate(address, database, people, hard.endless))
  const looking = Object.entries({ me, newcomer, ...(moderator && { moderator }) })
  const cookies = await Promise.all(looking.map(async ([who, person]) => [who, await cookieOf(address, person)] as const))
  const paths = (tweets: Record<string, Tweet>) => Object.fromEntries(Object.entries(tweets).map(([name, one]) => [name, pathOf(one)]))
  return {
    address,
    cookies: Object.fromEntries(cookies),
    me: me.username,
    friend: friend.username,
    long: long.username,
    ...(paths({ ...hard, ...told }) as Record<keyof typeof hard | keyof typeof told, string>),
    swell: () => swell(database, [hard.emoji, hard.rightToLeft, hard.pictured]),
    write: async (content) => pathOf(await tweet(me, content)),
    database,
  }
}

function pathOf({ id, author }: Tweet): string {
  return `/${author.username}/status/${id}`
}

/** Who says what of themselves, and who reads whom. */
async function introduce({ me, friend, long, blocked, muted }: People) {
  const [avatarMediaId, bannerMediaId] = await Promise.all([paint(friend, 400, 400), paint(friend, 1500, 500)])
  await Promise.all([
    friend.ask('PATCH', '/api/users/me', {
      bio: 'Ringing by day, #dawnchorus by morning.',
      location: 'Wicken Fen',
      avatarMediaId,
      bannerMediaId,
    }),
    long.ask('PATCH', '/api/users/me', {
      bio: `${'Beobachtungsprotokollführerin '.repeat(3)}#${'vogelzählung'.repeat(3)} von früh bis spät. 🐦🐦🐦`,
      location: 'Llanfairpwllgwyngyllgogerychwy',
      website: `https://example.org/${'a-path-that-goes-on/'.repeat(7)}`,
    }),
    ...[friend, blocked, muted].map(({ username }) => me.ask('PUT', `/api/users/${username}/follow`)),
    ...[friend, long].map(({ ask: by }) => by('PUT', `/api/users/${me.username}/follow`)),
    ...['dawnchorus', 'linnet'].map((word) => me.ask('PUT', `/api/hashtags/${word}/follow`)),
  ])
  await me.ask('PUT', `/api/users/${blocked.username}/block`)
  await me.ask('PUT', `/api/users/${muted.username}/mute`)
}

/** What is hard to show: nothing but emoji, writing from right to left, many hashtags, a word without end, a portrait and a panorama. */
async function writeHard({ me, long }: People) {
  const hashtags = await tweet(long, Array.from({ length: 20 }, (_, at) => `#feather${at + 1}`).join(' '))
  const rightToLeft = await tweet(long, 'أحبّ الطيور الصغيرة التي تغنّي في الصباح، مثل linnet و robin. #طيور')
  const emoji = await tweet(long, '🐦'.repeat(250))
  const endless = await tweet(long, `${'tirili'.repeat(20)} https://example.org/${'path/'.repeat(8)} #${'tag'.repeat(15)}`)
  const mediaIds = [await paint(me, 600, 1400), await paint(me, 1800, 500)]
  const pictured = await tweet(me, 'Dawn, upright and lying down.', { mediaIds })
  return { hashtags, rightToLeft, emoji, endless, pictured }
}

/** A question with answers, a conversation that goes deep, and a quote. */
async function converse({ me, friend, long }: People) {
  const quoted = await tweet(
    me,
    'The wren is the smallest and the loudest. There is a lesson in that, and it is for the neighbours. #dawnchorus',
  )
  await tweet(friend, 'Heard it through two walls.', { quoteId: quoted.id })
  const asked = await tweet(friend, 'How many words for “bird song” does your language have?')
  let deep = asked
  for (let level = 1; level <= 8; level++)
    deep = await tweet(level % 2 === 0 ? friend : me, `${level}, if one counts what the neighbours call it at five.`, {
      replyToId: deep.id,
    })
  const answered = await tweet(friend, `Which bird is the first where you live? @${me.username}, I think I know yours. #dawnchorus`)
  for (const [by, content] of [
    [me, 'The blackbird on the chimney, always.'],
    [long, 'Bei uns ist es das Rotkehlchen, noch vor der ersten Straßenbahn.'],
    [friend, 'Here too, before the first tram.'],
  ] as const)
    await tweet(by, content, { replyToId: answered.id })
  return { quoted, asked, deep, answered }
}

/** Likes, retweets and bookmarks, of which I am told and which I keep. */
async function react({ me, friend, long }: People, tweets: Tweet[]) {
  const [mine, theirs] = [true, false].map((own) => tweets.filter(({ author }) => (author.username === me.username) === own))
  for (const { id } of mine ?? []) {
    for (const by of [friend, long]) await by.ask('PUT', `/api/tweets/${id}/like`)
    await friend.ask('PUT', `/api/tweets/${id}/retweet`)
  }
  for (const { id } of theirs ?? []) for (const act of ['like', 'bookmark']) await me.ask('PUT', `/api/tweets/${id}/${act}`)
  if (mine?.[0]) await me.ask('PUT', `/api/tweets/${mine[0].id}/pin`)
}

/** Makes somebody a moderator, as `npm run admin` does, with reports to answer and one that is answered. */
async function moderate(address: string, database: string, { me, friend, long, muted }: People, spam: Tweet): Promise<Person> {
  const [moderator, thief] = await Promise.all([
    signUp(address, { username: 'warden', name: 'The Warden', password: PASSWORD }),
    signUp(address, { username: 'jackdaw', name: 'Jackdaw', password: PASSWORD }),
  ])
  await ask(database, `UPDATE users SET role = 'moderator' WHERE username = $1`, [moderator.username])
  await me.ask('POST', '/api/reports', { username: thief.username, reason: 'illegal' })
  const { items } = (await moderator.ask('GET', '/api/reports')) as { items: { id: string }[] }
  await moderator.ask('PUT', `/api/reports/${items[0]?.id}/resolution`, { action: 'suspend', note: 'Stole a spoon.' })
  await me.ask('POST', '/api/reports', { username: muted.username, reason: 'other', note: 'Again and again.' })
  await friend.ask('POST', '/api/reports', { username: long.username, reason: 'impersonation' })
  await me.ask('POST', '/api/reports', { tweetId: spam.id, reason: 'spam' })
  return moderator
}

async function swell(database: string | undefined, tweets: Tweet[]) {
  if (!database) return
  await ask(database, 'UPDATE notifications SET read = false')
  const tallies = 'likes_count = 1234567, replies_count = 7654321, retweets_count = 2345678, quotes_count = 1000000'
  await ask(database, `UPDATE tweets SET ${tallies} WHERE id = ANY ($1)`, [tweets.map(({ id }) => id)])
  const counts = 'followers_count = 9876543, following_count = 1234567, tweets_count = 3456789'
  await ask(database, `UPDATE users SET ${counts} WHERE username = $1`, [tweets[0]?.author.username])
}
