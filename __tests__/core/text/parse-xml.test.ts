import { parseXml, walkXml, XmlError, type XmlNode } from '../../../core/text/parse-xml'

const PREFIXES = { 'urn:a': 'a', 'urn:b': 'b' }

function notation(node: XmlNode): string {
  if (typeof node === 'string') return node
  const attributes = Object.entries(node.attributes)
    .filter(([name]) => !name.startsWith('?:'))
    .map(([name, value]) => ` ${name}=${value}`)
  return `<${node.name}${attributes.join('')}>${node.children.map(notation).join('')}</>`
}

function outcome(text: string): string {
  try {
    return notation(parseXml(text, { prefixes: PREFIXES }))
  } catch (error) {
    if (error instanceof XmlError) return `${error.code} ${error.line}`
    throw error
  }
}

describe('parseXml', () => {
  it.each([
    ['<x xmlns="urn:a"><y/></x>', '<a:x><a:y></></>'],
    ['<q:x xmlns:q="urn:b" q:c="1" d="2"/>', '<b:x b:c=1 d=2></>'],
    ['<x xmlns="urn:other"/>', '<?:x></>'],
    ['<x> é &amp; &#x43;<![CDATA[<z>]]></x>', '<x> é & C<z></>'],
    ['\uFEFF<?xml version="1.0"?><x/>', '<x></>'],
    ['<x>', 'malformed 1'],
    ['<x>\n</y>', 'malformed 2'],
    ['<x>&unknown;</x>', 'malformed 1'],
    ['<x q:c="1"/>', 'malformed 1'],
    ['', 'malformed 1'],
    ['words', 'malformed 1'],
    ['<!DOCTYPE x><x/>', 'doctype 1'],
    ['<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 'doctype 1'],
    ['<x>'.repeat(801) + '</x>'.repeat(801), 'deep 1'],
  ])('%s', (text, expected) => {
    expect(outcome(text)).toBe(expected)
  })

  it('takes a prefix that is on every object for no namespace', () => {
    expect(outcome('<x xmlns="constructor"/>')).toBe('<?:x></>')
  })
})

describe('walkXml', () => {
  it('lets a bare document type pass where it is asked to, and tells names as they are written', () => {
    const names: string[] = []
    const handler = {
      open: (name: string, _attributes: object, line: number) => void names.push(`${name} ${line}`),
      text: () => undefined,
      close: () => undefined,
    }
    walkXml('<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n<q:x>\n<y/></q:x>', handler, {
      doctype: 'bare',
    })
    expect(names).toEqual(['q:x 2', 'y 3'])
    expect(() => walkXml('<!DOCTYPE x [<!ENTITY a "b">]><x/>', handler, { doctype: 'bare' })).toThrow(
      XmlError,
    )
  })
})
