import type { Alignment } from '../../core/model'
import { pickRows, pickVersions } from '../../cli/pick-versions'
import { makeReport } from '../../core/segment/make-report'
import { segmentDocument } from '../../core/segment/segment'
import { readText } from '../../core/read/read-text'
import { notationOf, rowsOf, versionOf } from '../store/fixtures'

const versions = ['fr', 'en', 'ar'].map((language) => versionOf(language, ['un', 'deux', 'trois']))
const alignment: Alignment = {
  pivot: 'fr',
  versions,
  rows: rowsOf('fr:p1 en:p1 ar:p1+p2 | fr:- en:p2 ar:- | fr:p2+p3 en:p3 ar:p3'),
}
const input = { versions, alignment }

/** The picked languages, and the notation of their rows or null. */
function picked(asked: readonly string[]) {
  const found = pickRows('a.tmx', input, asked)
  return [
    found.versions.map(({ language }) => language).join(),
    found.alignment && notationOf(found.alignment.rows),
  ]
}

describe('pickRows', () => {
  test.each<[readonly string[], readonly (string | null)[]]>([
    [
      ['fr', 'en', 'ar'],
      ['fr,en,ar', 'fr:p1 en:p1 ar:p1+p2 | fr:- en:p2 ar:- | fr:p2+p3 en:p3 ar:p3'],
    ],
    [
      ['ar', 'fr'],
      ['ar,fr', 'ar:p1+p2 fr:p1 | ar:p3 fr:p2+p3'],
    ],
    [
      ['en', 'ar'],
      ['en,ar', null],
    ],
  ])('%j', (asked, expected) => {
    expect(picked(asked)).toEqual(expected)
  })

  test('names what a file has where it lacks a version', () => {
    expect(() => picked(['fr', 'es'])).toThrow('a.tmx: the file holds no version in es (fr, en, ar)')
  })
})

describe('pickVersions', () => {
  const document = readText('x')
  const imported = versions.map((version) => ({
    version,
    report: makeReport(document, segmentDocument(document, { language: 'fr', status: 'unknown' }), 'given'),
  }))
  const languagesOf = (asked: string | undefined, count = 3) =>
    pickVersions('a.tmx', { versions: imported.slice(0, count), alignment }, asked).versions.map(
      ({ version }) => version.language,
    )

  test('gives all where none is asked for, one where one is, and a single one whatever it is called', () => {
    expect(languagesOf(undefined)).toEqual(['fr', 'en', 'ar'])
    expect(languagesOf('en')).toEqual(['en'])
    expect(languagesOf('pt', 1)).toEqual(['fr'])
    expect(() => languagesOf('pt')).toThrow('a.tmx: the file holds no version in pt (fr, en, ar)')
  })
})
