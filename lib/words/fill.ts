/** A message whose places are still to be filled: its text, or where it depends on a count the text for each plural category (CLDR). */
export type Template = string | { readonly [category in Intl.LDMLPluralRule]?: string }

/** The messages of an area for a component of the browser, and by whose customs it writes numbers (a BCP 47 tag). */
export type Templates<Key extends string = string> = { readonly customs: string; readonly texts: Readonly<Record<Key, Template>> }

type Value = string | number

/** What `{name}` stands for in texts that are filled. */
const PLACE = /\{(\w+)\}/g

/**
 * Says a message in the browser: `{name}` becomes the value of that name, where there is one, and `count` chooses the plural. Without a
 * formatter, which weighs more.
 */
export function fill<Key extends string>({ customs, texts }: Templates<Key>, key: Key, values: Record<string, Value> = {}): string {
  const template = texts[key]
  if (template === undefined) throw new Error(`No message has the key ${key}.`)
  const text = typeof template === 'string' ? template : (template[categoryOf(customs, values.count)] ?? template.other ?? '')
  return text.replace(PLACE, (place, name: string) => written(customs, values[name] ?? place))
}

function categoryOf(customs: string, count: Value | undefined): Intl.LDMLPluralRule {
  return new Intl.PluralRules(customs).select(Number(count))
}

function written(customs: string, value: Value): string {
  return typeof value === 'number' ? new Intl.NumberFormat(customs).format(value) : value
}
