/** What the page is about, for programs (https://schema.org), as JSON-LD: data that no browser runs, so that the policy for scripts does not ask. */
export function StructuredData({ data }: { data: object }) {
  // No `<` is left that could end the element.
  return <script type="application/ld+json">{JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
}
