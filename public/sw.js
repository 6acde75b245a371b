// What a browser keeps of Linnet for the time without a line (docs/decisions/028-offline.md): an offline page, the last timeline of whoever is
// signed in, the files that these two need, and tweets that wait to be sent. It answers from what it keeps only where the network does not.

const HOME = '/home'
const OFFLINE = '/offline'

/** The kept timeline is replaced when it is older than this and one looks again. */
const FRESH_MS = 5 * 60_000

/** So long the server surely knows an Idempotency-Key again: a day, and an hour less for clocks that differ. */
const SURE_MS = 23 * 3_600_000

const ANSWER_MS = 30_000

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(keepOfflinePage())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.registration.navigationPreload?.enable(), self.clients.claim()]))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(showPage(event, pathname))
  else if (isFile(pathname)) event.respondWith(findFile(request))
})

self.addEventListener('message', (event) => {
  const [port] = event.ports
  event.waitUntil(answer(event.data).then((told) => port?.postMessage(told)))
})

self.addEventListener('sync', (event) => event.waitUntil(send().then((done) => done || Promise.reject(new Error('Not all is sent')))))

// Pages

/** Files whose name says what is in them, so that they never change. */
function isFile(pathname) {
  return pathname.startsWith('/_next/static/')
}

async function findFile(request) {
  return (await caches.match(request.url)) ?? fetch(request)
}

/** The page from the network; without one the kept timeline, or what says that there is no line. */
async function showPage(event, pathname) {
  try {
    const page = (await event.preloadResponse) || (await fetch(event.request))
    if (pathname === HOME) event.waitUntil(notePage(page.clone(), event.request.url))
    return page
  } catch {
    const kept = (pathname === HOME && (await caches.match(HOME))) || (await caches.match(OFFLINE))
    return kept || Response.error()
  }
}

/** Keeps the timeline that the network answered; one that leads elsewhere has nobody any more whom it could be for. */
async function notePage(page, url) {
  if (page.type === 'opaqueredirect' || page.redirected) await dropHome()
  else if (page.ok && new URL(url).search === '') await keepHome(page)
}

/** Counts what ends the right to keep a timeline, so that none is kept that was asked for before. */
let drops = 0

function dropHome() {
  drops++
  return caches.delete(HOME)
}

/** Keeps the page as the timeline of the person whom it names; of nobody else where `user` is given. */
async function keepHome(page, { user, files = [], at = drops } = {}) {
  const html = await page.text()
  const viewer = viewerOf(html)
  if (!viewer || (user && viewer !== user) || at !== drops) return
  const headers = keptHeaders(page, { 'Linnet-Viewer': viewer, 'Linnet-Kept': new Date().toISOString() })
  const marked = html.replace('<html', `<html data-kept="${headers.get('Linnet-Kept')}"`)
  await keep(HOME, new Response(marked, { headers }), [...filesIn(html), ...files])
  if (at !== drops) await caches.delete(HOME)
}

/** Keeps the offline page, which needs no scripts. */
async function keepOfflinePage() {
  const page = await fetch(OFFLINE, { cache: 'no-store' })
  if (!page.ok) throw new Error(`${OFFLINE} answers ${page.status}`)
  const html = (await page.text()).replace(/<script\b[\s\S]*?<\/script>|<link[^>]*\bas="script"[^>]*>/g, '')
  await keep(OFFLINE, new Response(html, { headers: keptHeaders(page) }), filesIn(html))
}

function keptHeaders(page, more = {}) {
  const headers = new Headers({ ...Object.fromEntries(page.headers), ...more })
  headers.delete('content-encoding')
  headers.delete('content-length')
  return headers
}

/** Keeps a page and the files that it needs under its name, and nothing else there. */
async function keep(name, page, files) {
  const cache = await caches.open(name)
  const wanted = new Set(files.map((file) => new URL(file, self.location.origin).href).filter((href) => isFile(new URL(href).pathname)))
  // A file that is missing makes a page poorer, not useless.
  await Promise.all([...wanted].map(async (href) => (await cache.match(href)) || cache.add(href).catch(() => null)))
  await cache.put(name, page)
  wanted.add(new URL(name, self.location.origin).href)
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url)
}

/** The files that a page names. */
function filesIn(html) {
  return [...new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)\b/g))]
}

/** Whose page it is. */
function viewerOf(html) {
  return /<meta name="linnet-viewer" content="([\w-]+)"/.exec(html)?.[1] ?? null
}

/** A page says for whom it is shown, and what it has loaded: drops what is of anybody else, and keeps a newer timeline. */
async function meet({ user, files = [] }) {
  const kept = await caches.match(HOME)
  if (kept && kept.headers.get('Linnet-Viewer') !== user) await dropHome()
  if (!user || !navigator.onLine) return
  if (isFresh(kept, user)) return addFiles(files)
  const at = drops
  const page = await fetch(HOME).catch(() => null)
  if (page?.redirected) await dropHome()
  else if (page?.ok) await keepHome(page, { user, files, at })
  await keepOfflinePage().catch(() => null)
}

function isFresh(kept, user) {
  return kept?.headers.get('Linnet-Viewer') === user && Date.now() - Date.parse(kept.headers.get('Linnet-Kept')) < FRESH_MS
}

/** Adds what the page loaded after it was shown to what is kept for it. */
async function addFiles(files) {
  const cache = await caches.open(HOME)
  for (const href of files) if (!(await cache.match(href))) await cache.add(href).catch(() => null)
}

// Tweets that wait

/** Runs the work on the store of tweets that wait; its result once it is kept. */
function store(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('linnet', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('outbox', { keyPath: 'key' })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const transaction = db.transaction('outbox', mode, { durability: 'strict' })
      const request = work(transaction.objectStore('outbox'))
      transaction.oncomplete = () => {
        db.close()
        resolve(request.result)
      }
      transaction.onabort = () => {
        db.close()
        reject(transaction.error)
      }
    }
  })
}

const put = (tweet) => store('readwrite', (tweets) => tweets.put(tweet))
const remove = (key) => store('readwrite', (tweets) => tweets.delete(key))

/** What waits, the oldest first; of one person where `user` is given. */
async function waiting(user) {
  const tweets = await store('readonly', (all) => all.getAll())
  return tweets.filter((tweet) => !user || tweet.user === user).toSorted((a, b) => a.at - b.at)
}

/** One at a time does anything with what waits, whatever tabs there are. */
function alone(work) {
  return navigator.locks.request('outbox', work)
}

/** Sends what waits, in order; whether nothing is left that could be sent later. */
function send(user) {
  return alone(async () => {
    for (const tweet of await waiting(user)) {
      if (tweet.refused) continue
      if ((await sendOne(tweet)) === 'later') return false
    }
    return true
  })
}

async function sendOne(tweet) {
  if (isUnsure(tweet, Date.now())) return note({ ...tweet, refused: true, note: 'unsure' })
  const tried = { ...tweet, triedAt: tweet.triedAt ?? Date.now() }
  await put(tried)
  const answer = await post(tried).catch(() => null)
  const outcome = outcomeOf(answer?.status ?? 0)
  if (outcome === 'sent') {
    await remove(tweet.key)
    await tell({ sent: tweet.user })
  } else await note({ ...tried, refused: outcome === 'refused', note: await reasonOf(answer) })
  return outcome
}

/** Whether the first try is so long ago that the server may take a repetition for something new. */
function isUnsure({ triedAt }, now) {
  return triedAt !== null && now - triedAt > SURE_MS
}

/** The server does it once for each key and person, and not at all for anybody but the writer. */
function post({ key, user, input }) {
  return fetch('/api/tweets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'Linnet-Writer': user },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(ANSWER_MS),
  })
}

/** What comes of a tweet that was answered so; 0 is no answer. Who is signed out, or is somebody else now, keeps it until they are back. */
function outcomeOf(status) {
  if (status === 201) return 'sent'
  if (status === 401 || status === 403) return 'kept'
  return status < 400 || status >= 500 || [408, 425, 429].includes(status) ? 'later' : 'refused'
}

/** A word for why it was not sent, which the page says: the code of the server, or of the field that is wrong. */
async function reasonOf(answer) {
  if (!answer) return null
  const { code, errors } = await answer.json().catch(() => ({}))
  return errors?.[0]?.code ?? code ?? 'unreachable'
}

async function note(tweet) {
  await put(tweet)
  await tell({})
}

/** Tells every tab that something changed about what waits. */
async function tell(what) {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage({ outbox: what })
}

/** Takes a tweet in, and sends it as soon as that can be. */
async function take(tweet) {
  await put({ ...tweet, at: Date.now(), refused: false, note: null })
  await tell({})
  await self.registration.sync?.register('outbox').catch(() => null)
  return true
}

/** Tries again what was refused: nothing came of it, or whoever wrote it has looked. */
async function again({ key, fresh }) {
  await alone(async () => {
    const tweet = (await waiting()).find((one) => one.key === key)
    if (!tweet) return
    await remove(key)
    await put({ ...tweet, key: fresh, refused: false, triedAt: null, note: null })
  })
  await tell({})
}

/** Forgets a tweet that waits; null where there is none, since it was just sent. */
function cancel({ key }) {
  return alone(async () => {
    const tweet = (await waiting()).find((one) => one.key === key)
    if (!tweet) return null
    await remove(key)
    await tell({})
    return { tried: tweet.triedAt !== null }
  })
}

const MESSAGES = {
  here: meet,
  leave: dropHome,
  list: ({ user }) => waiting(user),
  take: ({ tweet }) => take(tweet),
  send: ({ user }) => send(user),
  again,
  cancel,
}

/** What a page is answered; null where that cannot be done. */
function answer(message) {
  return Promise.resolve(MESSAGES[message.type]?.(message)).catch(() => null)
}
