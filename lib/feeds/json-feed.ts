import { userAddress } from '@/lib/addresses'
import type { Feed, FeedImage, FeedItem } from '@/lib/feeds/feed'
import type { UserSummary } from '@/lib/users/schema'

/** The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function toJsonFeed({ title, description, page, icon, items }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: `${page}/feed.json`,
    description,
    ...(icon && { icon }),
    items: items.map(toItem),
  })
}

function toItem({ url, title, at, author, html, text, tags, images }: FeedItem) {
  return {
    id: url,
    url,
    ...(title && { title }),
    content_html: html,
    content_text: text,
    date_published: at.toISOString(),
    authors: [toAuthor(author)],
    ...(tags.length > 0 && { tags }),
    ...(images[0] && { image: images[0].url, attachments: images.map(toAttachment) }),
  }
}

function toAuthor({ name, username, avatarUrl }: UserSummary) {
  return { name: `${name} (@${username})`, url: userAddress(username), ...(avatarUrl && { avatar: avatarUrl }) }
}

function toAttachment({ url, alt, type, bytes }: FeedImage) {
  return { url, mime_type: type, size_in_bytes: bytes, ...(alt && { title: alt }) }
}
