import appearance from '@/messages/en/appearance.json'
import layout from '@/messages/en/layout.json'

/** All that Linnet says in English, by areas. The other languages have the same areas and keys. */
export default { appearance, layout }
