import { readFileSync } from 'node:fs'
import path from 'node:path'
import { UN_LANGUAGES } from '../../../core/model'
import { readDocument } from '../../../core/read/read-document'
import { segmentDocument } from '../../../core/segment/segment'
import { describeWith } from '../../support/other-programs'

const FOLDER = path.join(process.cwd(), '../shared/data/un-charter')
const file = (language: string) => path.join(FOLDER, `raw_un_charter_${language}.txt`)

/** The articles and chapters that a line of the file heads, read from the file alone. */
const HEADS =
  /^(?:Article|Artículo|Статья|المادة|第)\s?(?:\d+|premier|[一二三四五六七八九十百零〇]+)(?:er|º)?\s?条?\s*$/iu

/** Longer lines stand once in the Charter. */
const LEAST = (language: string) => (language === 'zh' ? 25 : 80)

const CHAPTER = /^(?:Chapitre|Chapter|Capítulo|Глава|الفصل|第[一二三四五六七八九十]+章)/iu

// Only where the texts are at hand: the project has none of them.
describeWith('un-charter texts')('segment: the Charter', () => {
  it.each(UN_LANGUAGES)(
    'has in %s 111 articles in 19 chapters, and each paragraph in its article',
    (language) => {
      const document = readDocument(new Uint8Array(readFileSync(file(language))), file(language))
      const { version, shape } = segmentDocument(document, { language, status: 'official' })
      expect(shape).toBe('treaty')
      const { paragraphs } = version
      const chapters = paragraphs.map(({ address }) => /^ch(\d+)$/u.exec(address)?.[1]).filter(Boolean)
      expect(chapters).toEqual(Array.from({ length: 19 }, (_, k) => String(k + 1)))
      const articles = paragraphs.flatMap(({ address }) => /^art(\d+)$/u.exec(address)?.[1] ?? [])
      expect(articles).toEqual(Array.from({ length: 111 }, (_, k) => String(k + 1)))
      // What a line of the file says below a heading is in the article of that heading.
      let article = 0
      const articleOf = new Map<string, number>()
      for (const line of readFileSync(file(language), 'utf8').split(/\r?\n/u)) {
        const text = line.trim()
        if (HEADS.test(text)) article += 1
        else if (CHAPTER.test(text)) continue
        else if (text.length > LEAST(language)) articleOf.set(text, article)
      }
      expect(article).toBe(111)
      let checked = 0
      for (const { address, text, kind } of paragraphs) {
        const own = [...articleOf].find(([line]) => line.endsWith(text) && text.length > LEAST(language))?.[1]
        if (own === undefined || own === 0) continue
        expect(`${address} ${kind}`).toMatch(new RegExp(`^art${own}(?:\\.\\S+)? article$`, 'u'))
        checked += 1
      }
      expect(checked).toBeGreaterThan(150)
    },
  )
})
