/** HTML that may stand in a page as it is: only `writeElement` makes it. */
export interface Markup {
  readonly html: string
}

/** What may stand inside an element: text, which is escaped, markup, or nothing. */
export type Child = Markup | string | number | null | false

/** Attributes by name: `''` stands alone, null, undefined and false are left out. Names come from the program, never from a text. */
export type Attributes = Readonly<Record<string, string | number | null | undefined | false>>

/** Elements that have no end tag. */
const VOID: ReadonlySet<string> = new Set(['br', 'meta'])

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * An element with its attributes and children as HTML. Every text and every value is escaped, in the one place where that is done, so that nothing that an imported document says can become markup;
 * values always stand in double quotes.
 */
export function writeElement(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  let html = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    html += value === '' ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`
  }
  html += '>'
  if (VOID.has(name)) return { html }
  return { html: `${html}${writeChildren(children)}</${name}>` }
}

/** Children one behind the other, as the inside of an element; text is escaped. */
export function writeChildren(children: readonly Child[]): string {
  let html = ''
  for (const child of children) {
    if (child === null || child === false) continue
    html += typeof child === 'object' ? child.html : escapeHtml(String(child))
  }
  return html
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ESCAPED[sign]!)
}
