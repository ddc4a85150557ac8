import { SaxesParser } from 'saxes'

/** An element of a file of XML: its children in order, texts and elements. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

/** The root of a file of XML; what is not well-formed throws. */
export function parseXml(text: string): Element {
  type Open = { name: string; attributes: Record<string, string>; children: (Open | string)[] }
  const stack: Open[] = [{ name: '', attributes: {}, children: [] }]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: attributes as Record<string, string>, children: [] }
    stack.at(-1)!.children.push(element)
    stack.push(element)
  })
  parser.on('closetag', () => void stack.pop())
  parser.on('text', (own) => void stack.at(-1)!.children.push(own))
  parser.write(text).close()
  return stack[0]!.children.find((child) => typeof child !== 'string') as Element
}

/** All elements of a name under another, in order. */
export function allOf(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...allOf(child, name)],
  )
}

/** All text of an element. */
export function textOf(element: Element | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
}
