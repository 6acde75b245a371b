import { Specimen, Specimens } from '@/components/styleguide/part'
import { person, VIEWER } from '@/components/styleguide/samples/people'
import { banner, portrait } from '@/components/styleguide/samples/pictures'
import { ProfileHeader } from '@/components/users/profile-header'
import { Blocked, Muted } from '@/components/users/standing'
import { UserCard } from '@/components/users/user-card'
import type { User } from '@/lib/users/schema'

const STANDING = { following: false, followedBy: false, blocking: false, muting: false }
const LONG = {
  name: 'Inés Ñandú, que anilla todos los pájaros del valle',
  username: 'ines_anilla_pajaros_',
  viewer: { ...STANDING, followedBy: true },
}

/** Somebody in a list. */
export function UserCards() {
  return (
    <Specimens columns={2}>
      <Card name="with a bio" user={person('mei')} />
      <Card
        name="that one follows, and who follows one"
        user={person('tui', { viewer: { ...STANDING, following: true, followedBy: true } })}
      />
      <Card name="with long names, who follows one" user={person('ines', LONG)} />
      <Card name="with a picture, from right to left" user={person('yusuf', { avatarUrl: portrait('dawn'), bio: 'خبّاز وقارئ.' })} />
      <Card name="without a bio" user={person('olek', { bio: null })} />
      <Card name="oneself" user={person('ada')} />
      <Card name="whom one blocks" user={person('olek', { viewer: { ...STANDING, blocking: true } })} />
      <Specimen name="for who is not signed in" flush>
        <UserCard viewer={null} user={person('tui', { viewer: null })} />
      </Specimen>
    </Specimens>
  )
}

function Card({ name, user }: { name: string; user: User }) {
  return (
    <Specimen name={name} flush>
      <UserCard viewer={VIEWER} user={user} />
    </Specimen>
  )
}

/** Who a profile is about, and how one stands with them. */
export function Profiles() {
  const pictures = { avatarUrl: portrait('dusk'), bannerUrl: banner('dusk'), followersCount: 1_234_567 }
  return (
    <Specimens columns={2}>
      <Specimen name="with pictures and everything" flush>
        <ProfileHeader viewer={VIEWER} user={person('ines', { ...pictures, viewer: { ...STANDING, followedBy: true } })} />
      </Specimen>
      <Specimen name="one's own, without pictures" flush>
        <ProfileHeader viewer={VIEWER} user={person('ada')} />
      </Specimen>
      <Specimen name="that one mutes" flush>
        <Muted username="tui" />
      </Specimen>
      <Specimen name="that one blocks" flush>
        <Blocked username="olek" />
      </Specimen>
    </Specimens>
  )
}
