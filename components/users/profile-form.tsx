'use client'

import { announce } from '@/components/ui/announcer'
import { Avatar } from '@/components/ui/avatar'
import { Button, buttonLook } from '@/components/ui/button'
import { TextArea, TextField } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { useForm } from '@/components/ui/use-form'
import { Banner } from '@/components/users/banner'
import { PortraitField } from '@/components/users/portrait-field'
import { editProfileAction } from '@/lib/users/actions'
import type { User } from '@/lib/users/schema'
import type { Key } from '@/lib/words/catalogue'
import { fill, type Templates } from '@/lib/words/fill'

type Props = Pick<User, 'username' | 'name' | 'bio' | 'location' | 'website' | 'avatarUrl' | 'bannerUrl'> & {
  words: Templates<Key<'settingsForms'>>
}

/** Edits what one's profile says. */
export function ProfileForm({ username, words, ...saved }: Props) {
  const { state, pending, form } = useForm(editProfileAction, ({ message }) => announce(message))
  const { errors, values } = state
  return (
    <form {...form} noValidate className="space-y-5 p-4">
      <Notice state={state} />
      <PortraitField
        place="banner"
        words={words}
        saved={saved.bannerUrl}
        error={errors.banner ?? errors.bannerMediaId}
        look={(url) => <Banner url={url} className="rounded-xl" />}
      />
      <PortraitField
        place="avatar"
        words={words}
        saved={saved.avatarUrl}
        error={errors.avatar ?? errors.avatarMediaId}
        look={(url) => <Avatar username={username} name={saved.name} url={url} size="large" />}
      />
      <TextField
        id="name"
        name="name"
        label={fill(words, 'name')}
        required
        autoComplete="name"
        dir="auto"
        hint={fill(words, 'nameHint')}
        defaultValue={values.name ?? saved.name}
        error={errors.name}
      />
      <TextArea
        id="bio"
        name="bio"
        label={fill(words, 'bio')}
        dir="auto"
        hint={fill(words, 'bioHint')}
        defaultValue={values.bio ?? saved.bio ?? ''}
        error={errors.bio}
      />
      <TextField
        id="location"
        name="location"
        label={fill(words, 'location')}
        dir="auto"
        hint={fill(words, 'locationHint')}
        defaultValue={values.location ?? saved.location ?? ''}
        error={errors.location}
      />
      <TextField
        id="website"
        name="website"
        label={fill(words, 'website')}
        inputMode="url"
        autoComplete="url"
        autoCapitalize="none"
        spellCheck={false}
        hint={fill(words, 'websiteHint')}
        defaultValue={values.website ?? saved.website ?? ''}
        error={errors.website}
      />
      <div className="flex justify-end gap-2">
        <Link href={`/${username}`} className={buttonLook({ variant: 'secondary' })}>
          {fill(words, 'seeProfile')}
        </Link>
        <Button aria-disabled={pending}>{fill(words, 'save')}</Button>
      </div>
    </form>
  )
}
