import { CARD, Card, CardText } from '@/components/cards/card'
import { findAvatar } from '@/lib/cards/pictures'
import { drawable } from '@/lib/cards/text'
import { drawCard } from '@/lib/http/card'
import { getUser } from '@/lib/users/queries'

type Context = { params: Promise<{ username: string }> }

export function GET(request: Request, { params }: Context): Promise<Response> {
  return drawCard(request, async () => {
    const { id, username, name, bio } = await getUser(null, (await params).username)
    const avatar = await findAvatar(id, { width: 112, height: 112 })
    const text = drawable(bio ?? '')
    const card = (
      <Card name={drawable(name)} username={username} avatar={avatar}>
        {text && <CardText>{text}</CardText>}
      </Card>
    )
    return { card, ...CARD }
  })
}
