import type { ReactNode } from 'react'
import { ShowMore } from '@/components/layout/show-more'
import { StaleLink } from '@/components/layout/stale-link'
import { UserCard } from '@/components/users/user-card'
import type { Viewer } from '@/lib/auth/viewer'
import type { Page } from '@/lib/page'
import type { User } from '@/lib/users/schema'

type Props = {
  label: string
  path: string
  viewer: Viewer | null
  page: Page<User> | null
  empty: ReactNode
  control?: (user: User) => ReactNode
}

/** A page of people, with a button to follow each unless `control` makes another. No page means that the link to it is stale. */
export function UserList({ label, path, viewer, page, empty, control }: Props) {
  if (!page) return <StaleLink href={path} />
  if (page.items.length === 0) return empty
  return (
    <section aria-label={label}>
      <ul>
        {page.items.map((user) => (
          <li key={user.id}>
            <UserCard viewer={viewer} user={user} control={control?.(user)} />
          </li>
        ))}
      </ul>
      <ShowMore path={path} nextCursor={page.nextCursor} />
    </section>
  )
}
