import type { Knowledge, Language, Paragraph, ParagraphKind, Readings, Term, Version } from '../../core/model'
import { bareVersion } from '../../core/segment/bare-version'
import { findMentions } from '../../core/text/find-mentions'
import { findOpening } from '../../core/text/find-opening'

const KINDS: Readonly<Record<string, ParagraphKind>> = {
  op: 'operative',
  pp: 'preambular',
  fn: 'footnote',
  art: 'article',
}

/** A paragraph from `op1: text with a mark[1]`; a mark `[n]` points at `fnn`. */
export function paragraph(notation: string): Paragraph {
  const colon = notation.indexOf(': ')
  const address = notation.slice(0, colon)
  const marks: { at: number; mark: string; note: string }[] = []
  let text = ''
  let rest = notation.slice(colon + 2)
  for (let hit = /\[(\d+)\]/u.exec(rest); hit !== null; hit = /\[(\d+)\]/u.exec(rest)) {
    text += rest.slice(0, hit.index)
    marks.push({ at: text.length, mark: hit[1]!, note: `fn${hit[1]!}` })
    rest = rest.slice(hit.index + hit[0].length)
  }
  return {
    address,
    kind: KINDS[/^[a-z]+/u.exec(address)![0]] ?? 'body',
    label: address.startsWith('op') ? `${address.slice(2)}.` : null,
    text: text + rest,
    marks,
    italics: [],
  }
}

/** A version from paragraphs in the notation of `paragraph`. */
export function version(language: Language, paragraphs: readonly string[]): Version {
  return bareVersion(language, 'unknown', paragraphs.map(paragraph))
}

/** Readings with real mentions and openings, and hits for wordings that stand literally in the text: `{fr: {paix: 'peace'}}`, wording to concept. */
export function readLiterally(
  versions: readonly Version[],
  terms: Readonly<Record<Language, Readonly<Record<string, string>>>>,
): Readings {
  return Object.fromEntries(
    versions.map(({ language, paragraphs }) => [
      language,
      Object.fromEntries(
        paragraphs.map(({ address, kind, text }) => [
          address,
          {
            mentions: findMentions(text, language),
            opening: kind === 'preambular' || kind === 'operative' ? findOpening(text, language, []) : null,
            hits: Object.entries(terms[language] ?? {})
              .flatMap(([wording, concept]) =>
                [...text.matchAll(new RegExp(wording, 'gu'))].map(({ index }) => ({
                  from: index,
                  to: index + wording.length,
                  concepts: [concept],
                  wording,
                  status: 'preferred' as const,
                })),
              )
              .sort((a, b) => a.from - b.from),
          },
        ]),
      ),
    ]),
  )
}

/** Knowledge whose term base holds the wordings of `readLiterally`, all in one field, and nothing else. */
export function knowLiterally(
  terms: Readonly<Record<Language, Readonly<Record<string, string>>>>,
): Knowledge {
  const concepts = new Map<string, Record<Language, Term[]>>()
  for (const [language, wordings] of Object.entries(terms))
    for (const [wording, id] of Object.entries(wordings)) {
      const own = concepts.get(id) ?? {}
      concepts.set(id, own)
      own[language] = [...(own[language] ?? []), { wording, status: 'preferred', match: 'inflected' }]
    }
  return {
    terms: [...concepts].map(([id, own]) => ({ id, field: 'field', terms: own })),
    lexicon: [],
    names: [],
  }
}
