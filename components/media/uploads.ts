import { forgetImage, NotSent, sendImage } from '@/components/media/send'
import { makeSmaller } from '@/components/media/smaller'
import { TWEET_MAX_MEDIA } from '@/lib/media/limits'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

/** An image that somebody chose, on its way to the server. */
export type Upload = {
  id: string
  name: string
  /** An object URL. */
  preview: string
  alt: string
  state: 'sending' | 'sent' | 'failed'
  /** What part was sent, from 0 to 1. */
  progress: number
  error: string | null
  /** Whether trying again may help. */
  again: boolean
  mediaId: string | null
}

/** The images that go with a tweet, in order, uploaded as soon as they are chosen. A store for `useSyncExternalStore`. */
export class Uploads {
  #list: Upload[] = []
  #listeners = new Set<() => void>()
  #running = new Map<string, { file: File; ended: AbortController }>()
  #words: Templates<Key<'composer'>>

  constructor(words: Templates<Key<'composer'>>) {
    this.#words = words
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  list = (): Upload[] => this.#list

  /** Takes as many as there is room for and begins to upload them; answers what to tell of it. */
  add(files: File[]): string {
    const images = files.filter(({ type }) => type === '' || type.startsWith('image/'))
    const taken = images.slice(0, TWEET_MAX_MEDIA - this.#list.length)
    for (const file of taken) this.#begin(file)
    const [other] = files.filter((file) => !images.includes(file))
    const left = images.length - taken.length
    return [
      taken.length > 0 && fill(this.#words, 'added', { count: taken.length }),
      other && fill(this.#words, 'noImage', { name: other.name }),
      left > 0 && fill(this.#words, 'leftOut', { count: left, max: TWEET_MAX_MEDIA }),
    ]
      .filter(Boolean)
      .join(' ')
  }

  describe(id: string, alt: string) {
    this.#change(id, { alt })
  }

  /** Moves it by one place, or by several; answers its new place, from 0. */
  move(id: string, by: number): number {
    const upload = this.#list.find((one) => one.id === id)
    if (!upload) return -1
    const rest = this.#list.filter((one) => one !== upload)
    const place = Math.min(rest.length, Math.max(0, this.#list.indexOf(upload) + by))
    this.#set(rest.toSpliced(place, 0, upload))
    return place
  }

  /** Takes it away, also while it is being uploaded. */
  remove(id: string) {
    const upload = this.#list.find((one) => one.id === id)
    if (upload?.mediaId) forgetImage(upload.mediaId)
    this.#drop(id)
  }

  retry(id: string) {
    const file = this.#running.get(id)?.file
    if (file) void this.#send(id, file)
  }

  /** Forgets what has been posted. */
  clear() {
    for (const { id } of this.#list) this.#drop(id)
  }

  #begin(file: File) {
    const id = crypto.randomUUID()
    const upload: Upload = {
      id,
      name: file.name,
      preview: URL.createObjectURL(file),
      alt: '',
      state: 'sending',
      progress: 0,
      error: null,
      again: false,
      mediaId: null,
    }
    this.#set([...this.#list, upload])
    void this.#send(id, file)
  }

  async #send(id: string, file: File) {
    const ended = new AbortController()
    this.#running.set(id, { file, ended })
    this.#change(id, { state: 'sending', progress: 0, error: null })
    try {
      const smaller = await makeSmaller(file)
      if (ended.signal.aborted) return
      const onProgress = (progress: number) => this.#change(id, { progress })
      const { id: mediaId } = await sendImage({ file: smaller, name: file.name, key: id, signal: ended.signal, onProgress })
      if (ended.signal.aborted) return forgetImage(mediaId)
      this.#change(id, { state: 'sent', progress: 1, mediaId })
    } catch (error) {
      const { message, again } = error instanceof NotSent ? error : new NotSent(fill(this.#words, 'unreadable'), true)
      this.#change(id, { state: 'failed', error: message, again })
    }
  }

  #drop(id: string) {
    const upload = this.#list.find((one) => one.id === id)
    if (!upload) return
    this.#set(this.#list.filter((one) => one !== upload))
    this.#running.get(id)?.ended.abort()
    this.#running.delete(id)
    URL.revokeObjectURL(upload.preview)
  }

  #change(id: string, change: Partial<Upload>) {
    this.#set(this.#list.map((one) => (one.id === id ? { ...one, ...change } : one)))
  }

  #set(list: Upload[]) {
    this.#list = list
    for (const listener of this.#listeners) listener()
  }
}
