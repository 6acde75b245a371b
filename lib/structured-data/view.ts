import { addressOf, hashtagAddress, tweetAddress, userAddress } from '@/lib/addresses'
import type { DeletedTweet, Tweet } from '@/lib/tweets/schema'
import type { User, UserSummary } from '@/lib/users/schema'

const CONTEXT = 'https://schema.org'

/** A tweet as a SocialMediaPosting (https://schema.org/SocialMediaPosting). */
export function toPosting(tweet: Tweet): object {
  return {
    '@context': CONTEXT,
    ...postingOf(tweet),
    interactionStatistic: [counterOf('LikeAction', tweet.likesCount), counterOf('ShareAction', tweet.retweetsCount)],
    commentCount: tweet.repliesCount,
    ...(tweet.quote && { sharedContent: quotedOf(tweet.quote) }),
  }
}

/** A profile as a ProfilePage (https://schema.org/ProfilePage). */
export function toProfilePage(user: User): object {
  const { name, username, bio, website, createdAt, followersCount, tweetsCount } = user
  return {
    '@context': CONTEXT,
    '@type': 'ProfilePage',
    url: userAddress(username),
    name: `${name} (@${username})`,
    dateCreated: createdAt,
    mainEntity: {
      ...personOf(user),
      identifier: user.id,
      ...(bio && { description: bio }),
      ...(website && { sameAs: [website] }),
      interactionStatistic: [counterOf('FollowAction', followersCount)],
      agentInteractionStatistic: [counterOf('WriteAction', tweetsCount)],
    },
  }
}

function postingOf(tweet: Tweet): object {
  const { content, author, createdAt, entities, media, replyTo } = tweet
  const tags = [...new Set(entities.hashtags.map(({ word }) => word))]
  return {
    '@type': 'SocialMediaPosting',
    '@id': tweetAddress(tweet),
    url: tweetAddress(tweet),
    mainEntityOfPage: tweetAddress(tweet),
    datePublished: createdAt,
    author: personOf(author),
    ...(content && { articleBody: content }),
    ...(tags.length > 0 && {
      keywords: tags,
      about: tags.map((word) => ({ '@type': 'Thing', name: `#${word}`, url: hashtagAddress(word) })),
    }),
    ...(media.length > 0 && { image: media.map(imageOf) }),
    // The address leads on to the author's, whoever that is.
    ...(replyTo && { isPartOf: { '@type': 'SocialMediaPosting', url: addressOf(`/${replyTo.username ?? 'i'}/status/${replyTo.id}`) } }),
  }
}

function quotedOf(quote: Tweet | DeletedTweet): object {
  return 'deleted' in quote ? { '@type': 'SocialMediaPosting', creativeWorkStatus: 'Deleted' } : postingOf(quote)
}

function personOf({ name, username, avatarUrl }: UserSummary): object {
  return {
    '@type': 'Person',
    name,
    alternateName: `@${username}`,
    url: userAddress(username),
    ...(avatarUrl && { image: avatarUrl }),
  }
}

function imageOf({ url, alt, width, height }: Tweet['media'][number]): object {
  return { '@type': 'ImageObject', contentUrl: url, width, height, ...(alt && { caption: alt }) }
}

function counterOf(kind: string, count: number): object {
  return { '@type': 'InteractionCounter', interactionType: `https://schema.org/${kind}`, userInteractionCount: count }
}
