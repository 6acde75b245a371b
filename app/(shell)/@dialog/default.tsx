/** Nothing stands in front of a page that is opened by itself. */
export default function Nothing() {
  return null
}
