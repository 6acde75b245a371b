import type { Message, Waiting } from '@/components/offline/messages'

/** What the service worker answers; null where there is none, or it cannot do that. */
export async function ask<Answer>(message: Message): Promise<Answer | null> {
  const worker = (await navigator.serviceWorker?.getRegistration())?.active
  if (!worker) return null
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data as Answer | null)
    worker.postMessage(message, [port2])
  })
}

/** The tweets of this person that wait to be sent. */
export async function listWaiting(user: string): Promise<Waiting[]> {
  return (await ask<Waiting[]>({ type: 'list', user })) ?? []
}

/** Has what this person wrote sent, where there seems to be a line. */
export function sendWaiting(user: string | null) {
  if (user && navigator.onLine) void ask({ type: 'send', user })
}
