/** Says in the page for whom it is shown, to what keeps pages in the browser. */
export function ViewerMark({ viewer }: { viewer: { id: string } | null }) {
  return viewer && <meta name="linnet-viewer" content={viewer.id} />
}
