import { elementAt, elementsOf, type XmlElement } from '../../text/parse-xml'

/** The elements of a name, as tables, rows or cells, inside another, those inside content controls and other wrappers among them. */
export function flatten(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((node) => {
    if (node.name === name) return [node]
    if (node.name === 'w:sdt') {
      const content = elementAt(node, 'w:sdtContent')
      return content === undefined ? [] : flatten(content, name)
    }
    return node.name === 'w:customXml' || node.name === 'w:ins' || node.name === 'w:moveTo'
      ? flatten(node, name)
      : []
  })
}
