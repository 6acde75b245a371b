import { AppError } from '@/lib/errors'

type SearchParams = Record<string, string | string[] | undefined>

/** Of a page's search parameters the one that lists know, so that a campaign's tag on a link breaks nothing. */
export async function cursorOf(searchParams: Promise<SearchParams>): Promise<SearchParams> {
  const { cursor } = await searchParams
  return cursor === undefined ? {} : { cursor }
}

/** What the list answers, or null when the cursor in the address is not one that it gave. */
export async function unlessStale<T>(list: Promise<T>): Promise<T | null> {
  try {
    return await list
  } catch (error) {
    if (error instanceof AppError && error.code === 'validation_failed') return null
    throw error
  }
}
