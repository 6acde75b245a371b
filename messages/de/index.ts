import appearance from '@/messages/de/appearance.json'
import layout from '@/messages/de/layout.json'

/** All that Linnet says in German, by areas. */
export default { appearance, layout }
