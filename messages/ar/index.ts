import appearance from '@/messages/ar/appearance.json'
import layout from '@/messages/ar/layout.json'

/** All that Linnet says in Arabic, by areas. */
export default { appearance, layout }
