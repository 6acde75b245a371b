/** A piece of XML that is well-formed by itself. */
export type Markup = { readonly xml: string }

type Attributes = Record<string, string | number>

/** An element with these attributes and, inside, elements and texts, which say what they say whatever they hold. */
export function element(name: string, attributes: Attributes, ...children: (Markup | string)[]): Markup {
  const opening = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(String(value))}"`)].join(' ')
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : child.xml)).join('')
  return { xml: inner === '' ? `<${opening}/>` : `<${opening}>${inner}</${name}>` }
}

/** The document whose root this is. */
export function toDocument(root: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}

/** The text without what no XML 1.0 document may hold (§2.2): most control characters, halves of surrogate pairs, U+FFFE and U+FFFF become U+FFFD. */
export function storableInXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** White space but blanks is written as numbers: a parser would make other white space of it. */
function escapeXml(text: string): string {
  return storableInXml(text).replace(/[&<>"'\t\n\r]/g, (character) => ENTITIES[character] ?? `&#${character.charCodeAt(0)};`)
}
