import { Link } from '@/components/ui/link'
import { useWords } from '@/lib/http/look'
import type { Tweet } from '@/lib/tweets/schema'

/** Whom a reply answers. */
export function ReplyingTo({ tweet: { replyTo } }: { tweet: Tweet }) {
  const t = useWords('tweets')
  if (!replyTo) return null
  const { username } = replyTo
  return (
    <p className="text-ink-muted text-sm">
      {username
        ? t.rich('replyingTo', {
            username,
            person: (name) => (
              <Link
                key="person"
                href={`/${username}`}
                className="relative z-10 text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
              >
                {name}
              </Link>
            ),
          })
        : t('replyingToDeleted')}
    </p>
  )
}
