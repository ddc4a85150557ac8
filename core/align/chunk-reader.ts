import { COGNATE_LETTERS, cognateKey } from '../text/cognate-key'
import { newWordStemmer } from '../text/stem'
import type { Language } from '../model'
import { ChunkTable } from './chunk-table'
import { IdList } from './id-list'
import { wordsIn } from './words-of'

const WORD = /[\p{L}\p{M}]+/gu

/** Han characters that are written in one way only. */
const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff
const HAN_COUNT = LAST_HAN - FIRST_HAN + 1

/** What a chunk says: ids of keys and of words, `keys.at(k)` for k from `keyStart.at(chunk)` to that of the next, and so on. */
export class ChunkReader {
  readonly keys = new IdList()
  readonly words = new IdList()
  readonly keyStart = new IdList()
  readonly wordStart = new IdList()
  private readonly chunks = new ChunkTable()
  private readonly neighbours = new Map<number, number>()
  private readonly stem: (word: string) => string

  /**
   * Of texts in one language. `keyOf` gives the id of a word's comparable beginning, `wordOf` that of a stem, or -1 where nobody asks for it. `beginnings` remembers the ids of
   * beginnings by the number that their letters make, for all readers with one `keyOf`.
   */
  constructor(
    private readonly language: Language,
    private readonly keyOf: (beginning: string) => number,
    private readonly wordOf: (stem: string) => number,
    private readonly beginnings: Map<number, number>,
  ) {
    this.stem = newWordStemmer(language)
    this.close()
  }

  /** The number of a chunk of text, with its hash (see chunkScanner). A text says its words again and again, so each is read once. */
  read(text: string, from: number, to: number, plain: boolean, hash: number): number {
    const known = this.chunks.find(text, from, to, hash)
    if (known >= 0) return known
    const id = this.wordStart.length - 1
    const chunk = text.slice(from, to)
    if (plain) {
      // The stem of letters is letters.
      this.addWord(this.stem(chunk))
      this.readPlainKey(chunk)
    } else {
      for (const word of wordsIn(chunk, this.language)) this.addWord(word)
      for (const [word] of chunk.matchAll(WORD)) this.readKey(word)
    }
    this.close()
    return id
  }

  /**
   * Words of a chunk of Han characters and figures, from `from` to `to`: each two neighbours (see wordsOf). Chunks are long there and never the same, so that neighbours are
   * remembered instead. False where anything else stands in it.
   */
  readHan(text: string, from: number, to: number, add: (word: number) => void): boolean {
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at)
      if ((code < FIRST_HAN || code > LAST_HAN) && !(code >= 0x30 && code <= 0x39)) return false
    }
    let before = -1
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at)
      if (code < FIRST_HAN) {
        before = -1
        continue
      }
      if (before >= 0) {
        const both = (before - FIRST_HAN) * HAN_COUNT + code - FIRST_HAN
        let word = this.neighbours.get(both)
        if (word === undefined) {
          word = this.wordOf(String.fromCharCode(before, code))
          this.neighbours.set(both, word)
        }
        if (word >= 0) add(word)
      }
      before = code
    }
    return true
  }

  private addWord(stem: string): void {
    const word = this.wordOf(stem)
    if (word >= 0) this.words.push(word)
  }

  /** readKey for a word of letters. Most beginnings are five plain letters, which make one number: a string of each would take the time of all the rest. */
  private readPlainKey(word: string): void {
    const end = Math.min(word.length, COGNATE_LETTERS)
    let number = 0
    for (let at = 0; at < end; at += 1) {
      const letter = (word.charCodeAt(at) | 0x20) - 0x60
      if (letter < 1 || letter > 26) return this.readKey(word)
      number = number * 27 + letter
    }
    const known = this.beginnings.get(number)
    if (known !== undefined) {
      if (known >= 0) this.keys.push(known)
      return
    }
    const before = this.keys.length
    this.readKey(word)
    this.beginnings.set(number, this.keys.length > before ? this.keys.at(before) : -1)
  }

  private readKey(word: string): void {
    const beginning = cognateKey(word)
    if (beginning !== null) this.keys.push(this.keyOf(beginning))
  }

  private close(): void {
    this.keyStart.push(this.keys.length)
    this.wordStart.push(this.words.length)
  }
}
