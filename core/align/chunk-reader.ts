import { cognateKey } from '../text/cognate-key'
import { newWordStemmer } from '../text/stem'
import type { Language } from '../model'
import { ChunkTable } from './chunk-table'
import { IdList } from './id-list'
import type { Numbering } from './numbering'
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

  /** Of texts in one language. `keyOf` gives the id of a word's comparable beginning, `words` those of stems. */
  constructor(
    private readonly language: Language,
    private readonly keyOf: (beginning: string) => number,
    private readonly wordIds: Numbering,
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
      this.words.push(this.wordIds.of(this.stem(chunk)))
      this.readKey(chunk)
    } else {
      for (const word of wordsIn(chunk, this.language)) this.words.push(this.wordIds.of(word))
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
          word = this.wordIds.of(String.fromCharCode(before, code))
          this.neighbours.set(both, word)
        }
        add(word)
      }
      before = code
    }
    return true
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
