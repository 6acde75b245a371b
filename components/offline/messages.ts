/** A tweet that waits for the line. */
export type Waiting = {
  /** Its Idempotency-Key, made when it was written. */
  key: string
  /** Whose it is. */
  user: string
  input: { content: string; replyToId?: string; quoteId?: string; mediaIds: never[] }
  /** When the server may first have got it. */
  triedAt: number | null
  /** The server will not have it as it is. */
  refused: boolean
  /** Why it was not sent: a code of the API or of public/sw.js. */
  note: string | null
}

/** What a page asks of the service worker, public/sw.js. */
export type Message =
  | { type: 'here'; user: string | null; files: string[] }
  | { type: 'leave' }
  | { type: 'list' | 'send'; user: string }
  | { type: 'take'; tweet: Pick<Waiting, 'key' | 'user' | 'input' | 'triedAt'> }
  | { type: 'cancel'; key: string }
  | { type: 'again'; key: string; fresh: string }

/** What the service worker tells every page. */
export type Told = { outbox?: { sent?: string } }
