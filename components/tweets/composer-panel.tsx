import type { ComponentProps } from 'react'
import { Composer } from '@/components/tweets/composer'
import { PlainImages } from '@/components/tweets/plain-images'
import { Avatar } from '@/components/ui/avatar'
import type { Viewer } from '@/lib/auth/viewer'
import { useTemplates, useWords } from '@/lib/http/look'
import { TWEET_MAX_CHARACTERS } from '@/lib/tweets/schema'

type Props = Pick<ComponentProps<typeof Composer>, 'quote' | 'returnTo' | 'focused'> & {
  viewer: Viewer
  /** The tweet that one answers, and who wrote it. */
  replyTo?: { id: string; username: string } | undefined
}

/** Where the viewer writes a tweet or a reply, with what the server has to say for it. */
export function ComposerPanel({ viewer, replyTo, ...props }: Props) {
  return (
    <Composer
      avatar={<Avatar username={viewer.username} name={viewer.name} url={viewer.avatarUrl} />}
      max={TWEET_MAX_CHARACTERS}
      plainImages={<PlainImages />}
      words={useTemplates('composer')}
      replyTo={replyTo && { ...replyTo, line: <ReplyLine username={replyTo.username} /> }}
      {...props}
    />
  )
}

function ReplyLine({ username }: { username: string }) {
  const t = useWords('tweets')
  return (
    <p className="text-ink-muted text-sm">
      {t.rich('replyingTo', {
        username,
        person: (name) => (
          <span key="person" className="text-accent">
            {name}
          </span>
        ),
      })}
    </p>
  )
}
