import type { Removed, RemovedKind } from '../model'
import { isExponent, printedMark } from '../text/footnote-mark'
import { InlineBuilder, type BuiltInline } from './inline-builder'
import { tidySpans } from './tidy-spans'

/** What a stretch of text looks like; `language` is what the file marks it with, `isMark` that it says of itself that it is a footnote's mark. */
export interface TextLook {
  readonly italic: boolean
  readonly raised: boolean
  readonly language: string | null
  readonly bold?: boolean
  readonly isMark?: boolean
}

/** What a table of ours may have as a footnote mark: figures and asterisks, and letters that are no word. */
const OWN_MARK = /^\s*([[(]?(?:\p{N}{1,4}|[*†‡§¶#]{1,4}|\p{L}{1,2})[\])]?)\s*$/u

/** What becomes of text that is not read: kept as removed, or nothing where it stands in another place. */
export type Dropped = RemovedKind | 'moved'

const HAN = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u

/** Collects the text of paragraphs from the stretches that a word processor cuts them into, and puts what is left out among the removed. */
export class TextCollector {
  private readonly builder = new InlineBuilder()
  private readonly lost = new Map<RemovedKind, string[]>()
  private kind: Dropped | null = null
  private last = ''
  private gap: 'none' | 'tab' | 'line' = 'none'
  private raised = ''
  private raisedMark = false
  private italic = false

  constructor(
    private readonly removed: Removed[],
    /** Characters by the language that they are marked with. */
    private readonly languages: Map<string, number>,
    /** The text is one that we wrote: a tab belongs to it, which sets things apart in other documents, and italics stand as they are. */
    private readonly exact = false,
  ) {}

  /** Whether text is being left out. */
  get drops(): boolean {
    return this.kind !== null
  }

  /** Text that follows is left out until `act` is done; where it is left out already, it stays of the kind that it is. */
  dropping(kind: Dropped, act: () => void): void {
    const before = this.kind
    this.kind ??= kind
    act()
    this.kind = before
  }

  /** Text that follows is left out, or read again where no kind is given. */
  drop(kind: Dropped | null): void {
    this.kind = kind
  }

  /** Whether nothing was written in the paragraph, or a space last. */
  get endsOpen(): boolean {
    return this.raised === '' && (this.builder.length === 0 || this.gap !== 'none' || /\s/u.test(this.last))
  }

  /** Appends text. */
  write(text: string, look: TextLook): void {
    if (text === '') return
    if (this.kind !== null) {
      if (this.kind === 'moved') return
      const parts = this.lost.get(this.kind)
      if (parts === undefined) this.lost.set(this.kind, [text])
      else parts.push(text)
      return
    }
    if (look.language !== null)
      this.languages.set(look.language, (this.languages.get(look.language) ?? 0) + text.length)
    if (look.raised) {
      // Runs cut a figure anywhere; other marks that touch are two.
      if (look.isMark === true && this.raisedMark && !/^\d+$/u.test(this.raised + text)) this.endRaised()
      this.raisedMark = look.isMark === true && (this.raisedMark || this.raised === '')
      this.raised += text
      return
    }
    this.endRaised()
    this.put(text, look.italic, look.bold)
  }

  /** A tab: one space, whatever stands around it, unless it is the text's own. */
  tab(look: Pick<TextLook, 'italic' | 'bold'> = { italic: false }): void {
    this.endRaised()
    if (this.kind !== null) return
    if (this.exact) this.put('\t', look.italic, look.bold)
    else this.gap = 'tab'
  }

  /** A line ends inside a paragraph that stays one: a space, or nothing between Chinese characters. */
  joinLine(): void {
    this.endRaised()
    if (this.kind === null && this.gap === 'none') this.gap = 'line'
  }

  /** Puts the mark of a note. */
  mark(mark: string): void {
    if (this.kind !== null) return
    this.endRaised()
    this.fillGap('')
    this.builder.mark(mark)
  }

  /** What is collected so far, trimmed; italics that are open go on. */
  take(): BuiltInline {
    this.endRaised()
    this.last = ''
    this.gap = 'none'
    const built = this.builder.take()
    return this.exact ? built : { ...built, italics: tidySpans(built.text, built.italics) }
  }

  /** The paragraph is over: what it lost goes to the removed. */
  end(): void {
    if (this.italic) this.builder.close()
    this.italic = false
    for (const [kind, parts] of this.lost) {
      const text = parts.join('').trim()
      if (text !== '') this.removed.push({ kind, text })
    }
    this.lost.clear()
  }

  private put(text: string, italic: boolean, bold = false): void {
    const rest = this.gap === 'none' ? text : text.trimStart()
    if (rest === '') return
    this.fillGap(rest)
    if (italic !== this.italic) {
      if (italic) this.builder.open()
      else this.builder.close()
      this.italic = italic
    }
    this.builder.write(rest, bold && this.exact)
    this.last = rest.slice(-1)
  }

  private fillGap(next: string): void {
    const { gap } = this
    this.gap = 'none'
    if (gap === 'none' || this.builder.length === 0 || /\s/u.test(this.last)) return
    if (gap === 'line' && HAN.test(this.last) && HAN.test(next.charAt(0))) return
    this.builder.write(' ')
    this.last = ' '
  }

  /** Raised figures and asterisks are marks of notes that somebody typed; what else is raised is text, as are units and powers. */
  private endRaised(): void {
    const { raised, raisedMark } = this
    if (raised === '') return
    this.raised = ''
    this.raisedMark = false
    const own = raisedMark ? OWN_MARK.exec(raised)?.[1] : undefined
    const mark = own ?? printedMark(raised)
    const isPower = own === undefined && mark !== null && isExponent(this.builder.tail.slice(-8), mark)
    if (mark === null || isPower) this.put(raised, this.italic)
    else {
      this.fillGap('')
      this.builder.mark(mark)
    }
  }
}

/** Whether a text has Chinese characters or their signs. */
export function hasHan(text: string): boolean {
  return HAN.test(text)
}

/** The language in which most characters are marked, where it is more than half of them: its base alone, `fr` for `fr-CH`. */
export function commonLanguage(languages: ReadonlyMap<string, number>): string | null {
  const sums = new Map<string, number>()
  let total = 0
  for (const [language, count] of languages) {
    const base = (language.split('-')[0] ?? '').toLowerCase()
    sums.set(base, (sums.get(base) ?? 0) + count)
    total += count
  }
  const [most] = [...sums].sort((a, b) => b[1] - a[1])
  return most !== undefined && most[1] * 2 > total && /^[a-z]{2,3}$/u.test(most[0]) ? most[0] : null
}
