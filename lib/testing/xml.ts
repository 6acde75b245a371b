import { SaxesParser } from 'saxes'

/** An element as a strict parser found it: its own text, joined, and what lies inside. */
export type Parsed = { name: string; attributes: Record<string, string>; text: string; children: Parsed[] }

/** The root of an XML document. Throws where the document is not well-formed. */
export function parseXml(xml: string): Parsed {
  const parser = new SaxesParser({ xmlns: false })
  const root: Parsed = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '', children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  const [element] = root.children
  if (!element) throw new Error('There is no element.')
  return element
}

/** Those of its children that are called so. */
export function childrenOf({ children }: Parsed, name: string): Parsed[] {
  return children.filter((child) => child.name === name)
}

/** The text of its only child that is called so. */
export function textIn(parent: Parsed, name: string): string {
  const [child, ...others] = childrenOf(parent, name)
  if (!child || others.length > 0) throw new Error(`There are ${others.length} more <${name}> than one in <${parent.name}>.`)
  return child.text
}
