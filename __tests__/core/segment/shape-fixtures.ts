import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Block, PlainDocument, UnLanguage } from '../../../core/model'
import { readText } from '../../../core/read/read-text'

/** Where the fixtures are: a folder a shape, in it a text a language and `expected.json`, the same for all six. */
export const SHAPES = path.join(__dirname, 'fixtures/shapes')

/** The shapes that have a folder, in order of name. */
export const SHAPE_NAMES: readonly string[] = readdirSync(SHAPES).sort()

/** The text of a fixture as its file has it. */
export function shapeText(name: string, language: UnLanguage): string {
  return readFileSync(path.join(SHAPES, name, `${language}.txt`), 'utf8')
}

/** A fixture as a document: lines between bars are the rows of a table, each cell a block. */
export function shapeDocument(name: string, language: UnLanguage): PlainDocument {
  const document = readText(shapeText(name, language))
  return { ...document, blocks: withCells(document.blocks) }
}

function withCells(blocks: readonly Block[]): readonly Block[] {
  let table = -1
  let row = -1
  let inside = false
  return blocks.flatMap((block): readonly Block[] => {
    const cells = /^\|(.*)\|$/u.exec(block.text)?.[1]?.split('|')
    if (cells === undefined) {
      inside = false
      return [block]
    }
    table += inside ? 0 : 1
    row = inside ? row + 1 : 0
    inside = true
    return cells.map((text, column) => ({
      ...block,
      text: text.trim(),
      shape: 'cell',
      before: 'paragraph',
      cell: { table, row, column },
    }))
  })
}
