/** What the tab keeps as long as it is open; null where the browser keeps nothing. */
export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}
