/** Nothing stands in front of any other page; without this, what stood in front of the last one would stay. */
export default function Nothing() {
  return null
}
