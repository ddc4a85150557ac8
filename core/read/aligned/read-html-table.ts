import type { AlignedDocument, AlignedHead, AlignedParagraph, Language, ParagraphKind } from '../../model'
import { htmlTree, type HtmlNode } from '../read-html'
import { gatherParts, ownKey, type PartsUnit } from './gather-parts'
import { isKind } from '../../text/is-kind'
import { isStatus } from '../../text/is-status'
import { PartsBuilder } from './parts-builder'

/** Whether a page says at its head that it was written here. */
export function hasTableSign(text: string): boolean {
  return /<meta name="generator" content="Concordance">/u.test(text)
}

function attribute({ attrs = [] }: HtmlNode, name: string): string | null {
  return attrs.find((each) => each.name === name)?.value ?? null
}

const childrenOf = ({ childNodes = [] }: HtmlNode, name: string): readonly HtmlNode[] =>
  childNodes.filter(({ nodeName }) => nodeName === name)

/** The node and those below it, in the order of the file, however deep. */
function* nodesOf(root: HtmlNode): Generator<HtmlNode, void, void> {
  const stack = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node
    const below = node.childNodes ?? []
    for (let k = below.length - 1; k >= 0; k -= 1) stack.push(below[k]!)
  }
}

function textOf(node: HtmlNode): string {
  return [...nodesOf(node)].map(({ nodeName, value = '' }) => (nodeName === '#text' ? value : '')).join('')
}

function readParagraph(paragraph: HtmlNode, builder: PartsBuilder): void {
  const stack: { readonly node: HtmlNode; readonly italic: boolean }[] = [{ node: paragraph, italic: false }]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node } = top
    if (node.nodeName === '#text') builder.write(node.value ?? '', top.italic)
    else if (node.nodeName === 'sup') builder.mark(textOf(node))
    else if (attribute(node, 'class') === 'label') builder.setLabel(textOf(node).replace(/ $/u, ''))
    else {
      const italic = top.italic || node.nodeName === 'i'
      const below = node.childNodes ?? []
      for (let k = below.length - 1; k >= 0; k -= 1) stack.push({ node: below[k]!, italic })
    }
  }
  builder.end()
}

function readCell(cell: HtmlNode, kind: ParagraphKind | null): readonly AlignedParagraph[] {
  if (attribute(cell, 'class') === 'gap') return []
  const builder = new PartsBuilder(null)
  for (const paragraph of childrenOf(cell, 'p')) readParagraph(paragraph, builder)
  const own = builder.paragraphs()
  return kind === null ? own : own.map((one) => ({ ...one, kind }))
}

function readRow(row: HtmlNode, languages: readonly Language[], symbol: string | null): PartsUnit {
  const [gutter] = childrenOf(row, 'th')
  const address =
    gutter === undefined ? undefined : [...nodesOf(gutter)].find(({ nodeName }) => nodeName === 'bdi')
  const given = attribute(row, 'data-kind')
  const kind = isKind(given) ? given : null
  const cells = childrenOf(row, 'td')
  return {
    id: null,
    properties: {
      ...(address !== undefined && { address: textOf(address) }),
      ...(kind !== null && { kind }),
      ...(symbol !== null && { symbol }),
    },
    paragraphs: new Map(
      languages.map((language, k) => [language, cells[k] === undefined ? [] : readCell(cells[k], kind)]),
    ),
  }
}

/** The versions that a head's cells name, or null where one of them names none, or the same as another. */
function readHead(table: HtmlNode): ReadonlyMap<Language, AlignedHead> | null {
  const heads = new Map<Language, AlignedHead>()
  for (const thead of childrenOf(table, 'thead'))
    for (const row of childrenOf(thead, 'tr'))
      for (const cell of childrenOf(row, 'th').slice(1)) {
        const key = ownKey(attribute(cell, 'data-language') ?? '')
        if (key === null || heads.has(key)) return null
        const status = attribute(cell, 'data-status') ?? ''
        heads.set(key, isStatus(status) ? { status } : {})
      }
  return heads.size === 0 ? null : heads
}

/**
 * Reads the table of a page that was written here: a unit a row, its cells paragraph by paragraph with labels, italics and footnote marks. Null where the page has no such table. A page that ends too early
 * is read as far as it goes, with a notice.
 */
export function readHtmlTable(text: string): AlignedDocument | null {
  for (const table of nodesOf(htmlTree(text))) {
    if (table.nodeName !== 'table' || attribute(table, 'data-columns') === null) continue
    const heads = readHead(table)
    if (heads === null) return null
    const symbol = attribute(table, 'data-symbol')
    const rows = childrenOf(table, 'tbody').flatMap((body) => childrenOf(body, 'tr'))
    const languages = [...heads.keys()]
    const units = rows
      .filter((row) => attribute(row, 'data-kind') !== null)
      .map((row) => readRow(row, languages, symbol))
    const whole = /<\/html>\s*$/u.test(text.slice(-100))
    return gatherParts('html', units, {
      languages,
      heads,
      notices: whole ? [] : [{ code: 'cut-short', detail: '', count: 1 }],
    })
  }
  return null
}
