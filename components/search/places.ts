/** What is searched for, and where. */
export type Search = { q: string; tab: SearchTab }

export type SearchTab = 'top' | 'latest' | 'people' | 'hashtags'

/** The tabs of the search page, the first of which opens. */
export const SEARCH_TABS: SearchTab[] = ['top', 'latest', 'people', 'hashtags']

/** The tab that an address names; the first when it names none. */
export function tabOf(named: unknown): SearchTab {
  return SEARCH_TABS.find((tab) => tab === named) ?? 'top'
}

/** The address of a search. */
export function pathOf({ q, tab }: Search): string {
  return `/search?${new URLSearchParams(tab === 'top' ? { q } : { q, tab })}`
}
