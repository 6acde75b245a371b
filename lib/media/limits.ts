/** How long the description of an image may be, in characters as a person counts them. */
export const ALT_MAX_CHARACTERS = 1_500

/** How many images a tweet may hold. */
export const TWEET_MAX_MEDIA = 4
