import { CARD, Card, CardText } from '@/components/cards/card'
import { findAvatar, findTweetPicture } from '@/lib/cards/pictures'
import { drawable } from '@/lib/cards/text'
import { drawCard } from '@/lib/http/card'
import { getTweet } from '@/lib/tweets/queries'

type Context = { params: Promise<{ id: string }> }

export function GET(request: Request, { params }: Context): Promise<Response> {
  return drawCard(request, async () => {
    const { id, author, content } = await getTweet(null, (await params).id)
    const [avatar, picture] = await Promise.all([
      findAvatar(author.id, { width: 112, height: 112 }),
      findTweetPicture(id, { width: 480, height: CARD.height }),
    ])
    const text = drawable(content)
    const card = (
      <Card name={drawable(author.name)} username={author.username} avatar={avatar} picture={picture}>
        {text && <CardText narrow={picture !== null}>{text}</CardText>}
      </Card>
    )
    return { card, ...CARD }
  })
}
