import { InputError } from '../../../core/model'
import { readDocument } from '../../../core/read/read-document'
import { decodeText } from '../../../core/read/decode-text'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, little: boolean) => {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, little)
  for (let i = 0; i < text.length; i += 1) view.setUint16(2 + i * 2, text.charCodeAt(i), little)
  return bytes
}

function outcome(bytes: Uint8Array, name = 'a.txt'): string {
  try {
    const document = readDocument(bytes, name)
    return `${document.format}: ${document.blocks.map(({ text }) => text).join(' | ')}`
  } catch (error) {
    if (error instanceof InputError) return `${error.code}(${error.detail})`
    throw error
  }
}

describe('readDocument', () => {
  it.each([
    ['no bytes', new Uint8Array(), 'empty()'],
    ['white space alone', utf8(' \n\t\r\n\f \u00a0'), 'empty()'],
    ['a PDF', utf8('%PDF-1.7\nabc'), 'binary(PDF)'],
    ['a DOCX', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'binary(ZIP)'],
    ['an old DOC', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'binary(DOC)'],
    ['RTF', utf8('{\\rtf1 abc}'), 'binary(RTF)'],
    ['NUL bytes', Uint8Array.of(97, 0, 98), 'binary()'],
    ['Latin-1', Uint8Array.of(0x41, 0x20, 0xe9, 0x74, 0xe9), 'text: A été'],
    ['a character cut at the end', utf8('paix é').subarray(0, 6), 'encoding(5)'],
    ['a UTF-8 mark', utf8('\uFEFFPaix'), 'text: Paix'],
    ['UTF-16 little-endian', utf16('Paix é 和', true), 'text: Paix é 和'],
    ['UTF-16 big-endian', utf16('Paix é 和', false), 'text: Paix é 和'],
    ['markup without text', utf8('<!doctype html><script>a</script>'), 'no-text()'],
  ])('%s', (_what, bytes, expected) => {
    expect(outcome(bytes)).toBe(expected)
  })

  it.each([
    ['a.txt', '<!DOCTYPE html><p>Paix', 'html: Paix'],
    ['a', '\n<html lang="fr"><body><p>Paix', 'html: Paix'],
    ['a.txt', '<!-- saved --><html><p>Paix', 'html: Paix'],
    ['a.htm', '<p>Paix</p>', 'html: Paix'],
    ['A.HTML', '<p>Paix</p>', 'html: Paix'],
    ['a.md', '# Paix', 'markdown: Paix'],
    ['a.unknown', 'Paix', 'text: Paix'],
    ['', 'Paix', 'text: Paix'],
  ])('tells the type of %s by its content first: %s', (name, text, expected) => {
    expect(outcome(utf8(text), name)).toBe(expected)
  })
})

describe('decodeText', () => {
  it('gives the empty text for no bytes', () => {
    expect(decodeText(new Uint8Array())).toBe('')
  })
})
