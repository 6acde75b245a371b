import { requireViewer, show } from '@/lib/http/page'
import { getTweet } from '@/lib/tweets/queries'

type Asked = Promise<Record<string, string | string[] | undefined>>

/** Who writes, and the tweet that they answer or quote. Who is not signed in is sent to sign in first. */
export async function loadCompose(searchParams: Asked) {
  const { replyTo, quote } = await searchParams
  const viewer = await requireViewer(composePath({ replyTo, quote }))
  const [answered, quoted] = await Promise.all([
    replyTo === undefined ? null : show(getTweet(viewer, replyTo)),
    quote === undefined ? null : show(getTweet(viewer, quote)),
  ])
  return { viewer, answered, quoted }
}

function composePath(about: Record<string, string | string[] | undefined>): string {
  const words = Object.entries(about).filter((word): word is [string, string] => typeof word[1] === 'string')
  return words.length > 0 ? `/compose?${new URLSearchParams(words)}` : '/compose'
}
