/**
 * The shared shapes of Concordance. Everything is readonly data: no classes, no behaviour, no imports.
 * Offsets are UTF-16 code units, half-open, into the `text` of the paragraph or block they belong to.
 * Confidences lie between 0 and 1.
 */

/** A BCP 47 language code; a second version of one language carries a suffix, `fr-2`. */
export type Language = string

/** The six official languages, in the order in which the United Nations lists them in English. */
export const UN_LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const

/** One of the six official languages: the ones with full linguistic support. */
export type UnLanguage = (typeof UN_LANGUAGES)[number]

/** A half-open range of UTF-16 code units in the text that carries it. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Where a version's text comes from: an official publication, a working translation, or unknown. */
export type Status = 'official' | 'unofficial' | 'unknown'

// ---------------------------------------------------------------- read

/** What separates a block from the block before it. */
export type Break = 'none' | 'line' | 'paragraph' | 'page'

/** What the file format itself says about a block; plain text says nothing and yields `paragraph`. */
export type BlockShape = 'paragraph' | 'heading' | 'item' | 'cell'

/** A footnote mark as it stands in a block: `mark` is what is printed (`1`), `at` the offset it stands at. */
export interface BlockMark {
  readonly at: number
  readonly mark: string
}

/**
 * A piece of text that the file sets apart: a line of a plain text file, or a paragraph element of HTML.
 * `text` is what a reader reads, with footnote marks, markup and link targets taken out of it.
 */
export interface Block {
  readonly text: string
  readonly shape: BlockShape
  /** What stands between this block and the one before it. */
  readonly before: Break
  /** Heading level 1–6, or list depth from 1; 0 where the format says nothing. */
  readonly level: number
  /** Place in its ordered list, from 1, where the label is drawn by the format and not in the text. */
  readonly ordinal: number | null
  readonly italics: readonly Span[]
  readonly marks: readonly BlockMark[]
  /** What is set in bold; only where a table of ours is read, in which it may stand for italics. */
  readonly bolds?: readonly Span[]
  /** Of a table's cell: which table of the file, row and column, each from 0. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
}

/** Why a stretch of the file is not in any block. `deleted` is text that a tracked change takes away, `hidden` what the file does not show, `navigation` what stands around the text of a web page. */
export type RemovedKind =
  | 'link-target'
  | 'page-number'
  | 'job-number'
  | 'barcode'
  | 'running-head'
  | 'file-head'
  | 'deleted'
  | 'hidden'
  | 'navigation'

/** A stretch of the file that is page furniture or markup: kept so that nothing disappears unseen. */
export interface Removed {
  readonly kind: RemovedKind
  readonly text: string
}

/** The types of file that hold one text. */
export type DocumentFormat = 'text' | 'html' | 'markdown' | 'docx' | 'odt' | 'doc' | 'pdf' | 'akn'

/** The types of file that hold several versions, already laid side by side. */
export type AlignedFormat = 'tmx' | 'xliff' | 'csv' | 'tsv' | 'xlsx' | 'docx' | 'json' | 'html' | 'markdown'

/**
 * What a reader or the segmenter mended: a space inside a word, a word cut at a line's end, a paragraph cut by a page, letters in the order of the eye, a ligature, brackets that faced the wrong way, a footnote's figure
 * that stood among the words, a label that stood apart from its paragraph.
 */
export type RepairKind =
  'space' | 'hyphen' | 'page-break' | 'order' | 'ligature' | 'brackets' | 'note' | 'label'

/** One repair, so that it can be checked against the original: what stood there, what stands there now, on which page (from 1; null where the format has none). */
export interface Repair {
  readonly kind: RepairKind
  readonly before: string
  readonly after: string
  readonly page: number | null
}

/**
 * Something about a file that a person should know although it was read: tracked changes and how they were taken, an encoding that was guessed, invisible signs of direction that were kept, halves of
 * characters and NUL that were replaced, comments, pictures and text boxes that are no text of the document, a shape that is unknown.
 */
export type NoticeCode =
  | 'tracked-changes'
  | 'encoding-guessed'
  | 'bidi-controls'
  | 'lone-surrogates'
  | 'null-characters'
  | 'comments'
  | 'pictures'
  | 'text-boxes'
  | 'unknown-shape'
  | 'language-guessed'
  | 'mixed-languages'
  /** The file ends too early; what it holds was read. */
  | 'cut-short'
  /** Beside a table of versions stands what was not taken: paragraphs and other tables, footnotes that say something else than their row. */
  | 'beside-table'

/** A notice: how often it applies, and a detail (the encoding, a language) or the empty string. */
export interface Notice {
  readonly code: NoticeCode
  readonly detail: string
  readonly count: number
}

/** A file as read: blocks in reading order, what was taken out, and what the file says of itself. */
export interface PlainDocument {
  readonly format: DocumentFormat
  readonly blocks: readonly Block[]
  readonly removed: readonly Removed[]
  /** The language the file declares (`<html lang>`) or its job number's letter tells, or null. */
  readonly language: Language | null
  /** Footnotes and endnotes that the format keeps apart, in order, each with its mark at offset 0; absent where it keeps them among the blocks. */
  readonly notes?: readonly Block[]
  /** What was mended, and what a person should know; absent: nothing. */
  readonly repairs?: readonly Repair[]
  readonly notices?: readonly Notice[]
  /** The encoding of its characters where the format leaves that open (`utf-8`, `windows-1251`), as the WHATWG names it. */
  readonly encoding?: string
}

/**
 * A paragraph of a file that keeps label, marks and text apart. `label` absent: the file has it in front of the text, as plain lines do. Absent `address` and `kind`: those of the unit. `place` is the paragraph's
 * own in the reading order of its version, from 0, where the rows do not tell it. A mark without `note` calls whichever note has its figure. `raised`: marks stand in the text too, as raised figures (`¹²`).
 */
export interface AlignedParagraph {
  readonly label?: string | null
  readonly text: string
  readonly marks: readonly (Omit<FootnoteMark, 'note'> & { readonly note?: string | null })[]
  readonly italics: readonly Span[]
  readonly address?: string
  readonly kind?: ParagraphKind
  readonly place?: number
  readonly raised?: true
}

/** One unit of an aligned file: a text a language (absent: none), the unit's own id, and what the file says of it beside (`address`, `symbol`, a note). */
export interface AlignedUnit {
  readonly id: string | null
  readonly texts: Readonly<Record<Language, string>>
  readonly properties: Readonly<Record<string, string>>
  /** The paragraphs of each text, where the file keeps more than lines; `texts` says the same as lines. */
  readonly paragraphs?: Readonly<Record<Language, readonly AlignedParagraph[]>>
  /** The versions that stand out of order here, where the file says so. */
  readonly moved?: readonly Language[]
}

/** What a file says of a version; absent: nothing, null: that there is none. */
export interface AlignedHead {
  readonly symbol?: string | null
  readonly title?: string | null
  readonly status?: Status
}

/** A file with versions that are aligned already; `languages` in the order of the file, its source language first. */
export interface AlignedDocument {
  readonly format: AlignedFormat
  readonly languages: readonly Language[]
  readonly units: readonly AlignedUnit[]
  readonly notices?: readonly Notice[]
  /** As in PlainDocument. */
  readonly encoding?: string
  /** The version that the file's rows follow, where it says so. */
  readonly pivot?: Language
  readonly heads?: Readonly<Record<Language, AlignedHead>>
}

/** One version whose paragraphs the file itself names, by addresses of ours (empty where it has none); notes behind the text. What the file does not say is null. */
export interface AddressedDocument {
  readonly format: DocumentFormat
  readonly language: Language
  readonly status: Status
  readonly symbol: string | null
  /** ISO 8601. */
  readonly adopted: string | null
  readonly paragraphs: readonly Omit<Paragraph, 'kind'>[]
  readonly notices?: readonly Notice[]
  /** As in PlainDocument. */
  readonly encoding?: string
}

/** What a file turned out to hold. */
export type ReadFile =
  | { readonly kind: 'addressed'; readonly addressed: AddressedDocument }
  | { readonly kind: 'document'; readonly document: PlainDocument }
  | { readonly kind: 'aligned'; readonly aligned: AlignedDocument }

// ---------------------------------------------------------------- segment

/** What a paragraph is in the resolution. */
export type ParagraphKind =
  | 'heading'
  | 'title'
  | 'enacting'
  | 'preambular'
  | 'operative'
  | 'section'
  | 'article'
  | 'annex'
  | 'table'
  | 'footnote'
  | 'closing'
  | 'body'

/** A footnote mark in a paragraph: offset, what is printed there, and the address of its note (`fn2`), if there is one. */
export interface FootnoteMark {
  readonly at: number
  readonly mark: string
  readonly note: string | null
}

/**
 * One paragraph of a version. `address` is stable, citable and the same in every language: `pp3`, `op7`, `op7.b`, `art12`,
 * `art12.2`, `fn2`, `h1`, `title`, `enacting`, `closing`, `s1`, `p4`, `l0`. `label` is the printed label (`7.`, `b)`, `(أ)`,
 * `Article 12`), which is not part of `text`, or null.
 */
export interface Paragraph {
  readonly address: string
  readonly kind: ParagraphKind
  readonly label: string | null
  readonly text: string
  readonly marks: readonly FootnoteMark[]
  readonly italics: readonly Span[]
}

/** What the lines above the title say, each null where the version does not say it. Dates are ISO 8601. */
export interface HeadingData {
  readonly organ: string | null
  readonly distributed: string | null
  readonly adopted: string | null
  readonly session: number | null
  readonly agendaItem: { readonly number: string; readonly title: string | null } | null
  /** Symbols of the drafts that the resolution comes from, canonical: `A/76/L.74`. */
  readonly origin: readonly string[]
  /** Number of the resolution as printed before the title: `76/299`. */
  readonly number: string | null
  /** Plenary meeting of the closing line. */
  readonly meeting: number | null
}

/** What kind of text a document is: decided from its parts; `unknown` where none was recognised, so that its paragraphs are `p1`, `p2`, … */
export type DocumentShape = 'resolution' | 'decision' | 'treaty' | 'report' | 'unknown'

/** What was recognised, repaired and removed when a file was read, so that a person can check it against the original. */
export interface ReadingReport {
  readonly format: DocumentFormat | AlignedFormat
  readonly encoding: string | null
  /** Where the language is known from: given by the person, told by the text, or declared by the file. */
  readonly languageFrom: 'given' | 'text' | 'file'
  readonly shape: DocumentShape
  /** Paragraphs by kind; kinds that do not occur are absent. */
  readonly counts: Readonly<Partial<Record<ParagraphKind, number>>>
  readonly repairs: readonly Repair[]
  readonly removed: readonly Removed[]
  readonly notices: readonly Notice[]
}

/** One language's text of a resolution. */
export interface Version {
  readonly language: Language
  readonly symbol: string | null
  readonly title: string | null
  readonly status: Status
  readonly heading: HeadingData
  /** In reading order; footnotes after the paragraphs of the text. */
  readonly paragraphs: readonly Paragraph[]
  readonly removed: readonly Removed[]
}

// ---------------------------------------------------------------- text

/** Something that both sides of a pair carry and that translation does not change. */
export type MentionKind = 'symbol' | 'date' | 'number'

/**
 * A symbol, date or number found in a text. `value` is canonical and language-free, so that equal meaning is equal string:
 * symbols `A/76/L.74`, resolutions `res:73/338` and `res:217(III)A` whether the text gives their symbol or their number; dates `2019-09-12`, `2019-09`; numbers in plain decimal notation `2030`,
 * `1500000`, `0.7`. `written` tells a figure from a number word: `5` or `cinq`.
 */
export interface Mention extends Span {
  readonly kind: MentionKind
  readonly value: string
  readonly written: 'figures' | 'words'
}

/** The opening words of a paragraph: where they stand and the key of their wording, equal for equal wording whatever the inflection. */
export interface Opening extends Span {
  /** Normalised wording within its language, `note avec satisfaction`; "also" and "further" are not part of it. */
  readonly key: string
  /** Ids of the opening-verb concepts that this wording can express; empty where it is not in the table. */
  readonly concepts: readonly string[]
}

// ---------------------------------------------------------------- terms

/** What a terminologist has ruled on a wording: use it, may be used, use another instead, never use it. */
export type TermStatus = 'preferred' | 'admitted' | 'deprecated' | 'forbidden'

/** How a wording is looked for: that very form and case; any inflection of its words; any word that its last word begins. */
export type TermMatch = 'exact' | 'inflected' | 'begins'

/** What kind of wording a term is, after ISO 30042 and ISO 12620. */
export type PartOfSpeech = 'noun' | 'proper-noun' | 'verb' | 'adjective' | 'adverb' | 'phrase' | 'other'

/**
 * One wording of a concept in a language. `gap`: one word of the text may stand between any two of its words. `weak`: it means other things as well (`Organization` for the United
 * Nations), so it answers where another version names the concept, and asks for nothing itself.
 */
export interface Term {
  readonly wording: string
  readonly status: TermStatus
  readonly match: TermMatch
  readonly weak?: boolean
  readonly gap?: boolean
  readonly partOfSpeech?: PartOfSpeech
  readonly note?: string
}

/** A unit of meaning with its wordings by language; `field` is its subject field, `source` where it is taken from. */
export interface Concept {
  readonly id: string
  readonly field: string
  readonly definition?: string
  readonly source?: string
  readonly note?: string
  readonly terms: Readonly<Record<Language, readonly Term[]>>
}

/** Concepts, in order of priority. */
export type TermBase = readonly Concept[]

/** Two words that keep answering each other in aligned texts, as stems (in Chinese two neighbouring characters); `trust` (0–1) is how far. */
export interface WordPair {
  readonly left: string
  readonly right: string
  readonly trust: number
}

/** Pairs of words learned from aligned texts, by pair of languages in either order: `fr-ru` or `ru-fr`, the left words those of the first. */
export type Lexicon = Readonly<Record<string, readonly WordPair[]>>

/** Vectors of what paragraphs say, by version (its language key), one a paragraph in order, all of one size: what says the same lies close together. */
export type Vectors = Readonly<Record<Language, readonly Float32Array[]>>

/**
 * A model of sentences: gives each text a vector. One model for all languages, or their vectors cannot be compared; a language that it does not know may
 * get vectors that say little. Rejects where the model fails.
 */
export type Embed = (texts: readonly string[], language: Language) => Promise<readonly Float32Array[]>

/**
 * What the program knows of words: `terms`, whose presence in one version asks for their presence in the others, and `lexicon`, plain words by meaning, and
 * `names` of countries, places and bodies, which only help to align.
 */
export interface Knowledge {
  readonly terms: TermBase
  readonly lexicon: TermBase
  readonly names: TermBase
  /** What was learned from texts aligned before; absent where nothing was. */
  readonly learned?: Lexicon
}

/**
 * A term found in a paragraph, whatever its inflection. Where one wording belongs to several concepts, `concepts` holds them all. `wording` is the base's form that
 * matched, `status` what the base says of it; for several concepts the best that any says.
 */
export interface TermHit extends Span {
  readonly concepts: readonly string[]
  readonly wording: string
  readonly status: TermStatus
  /** The wording only answers (see Term). */
  readonly weak?: boolean
  /** Concepts of shorter wordings that stand inside this one: named by it too, but not asked for. */
  readonly inside?: readonly string[]
}

/** Hits by version (its language key), then by paragraph address, in order of offset and never overlapping. */
export type TermHits = Readonly<Record<Language, Readonly<Record<string, readonly TermHit[]>>>>

/** What a cue says: that something is not so, that it must, should or may be done, or must not. */
export type CueValue = 'not' | 'must' | 'should' | 'may' | 'must-not'

/** A word or two that turn a sentence's commitment: `ne … pas`, `shall`, `может`, `لا يجوز`, `应`. The range covers the words from first to last. */
export interface Cue extends Span {
  readonly kind: 'negation' | 'obligation'
  readonly value: CueValue
}

/**
 * What was found in one paragraph: everything that aligning and comparing look at besides its text. `names` are countries, places and bodies of the tables of names, `words` the
 * meanings of the lexicon; what is absent was not looked for.
 */
export interface Reading {
  readonly mentions: readonly Mention[]
  /** Null where the paragraph opens with no verb, or is of a kind that does not. */
  readonly opening: Opening | null
  readonly hits: readonly TermHit[]
  readonly cues?: readonly Cue[]
  readonly names?: readonly TermHit[]
  readonly words?: readonly TermHit[]
}

/** Readings by version (its language key), then by paragraph address. */
export type Readings = Readonly<Record<Language, Readonly<Record<string, Reading>>>>

// ---------------------------------------------------------------- align

/** What an anchor is: something that both sides carry and that translation does not change. */
export type AnchorKind = 'symbol' | 'date' | 'number' | 'concept' | 'meaning' | 'name' | 'opening' | 'note'

/** An anchor of a paragraph, in a form that is equal on both sides when the meaning is: `res:73/338`, `central-asia`. */
export interface Anchor {
  readonly kind: AnchorKind
  readonly value: string
}

/** Anchors by version (its language key), then by paragraph address. */
export type Anchors = Readonly<Record<Language, Readonly<Record<string, readonly Anchor[]>>>>

/**
 * One reason for putting paragraphs into one row: `{kind: 'label', value: 'op7', weight: 9.2}`. `weight` is what the reason adds to the
 * log-likelihood ratio of the row, in nats: positive speaks for it, negative against it. `file`: the file that was read has the row so (its format is the value), and nothing was weighed.
 */
export interface Evidence {
  readonly kind: AnchorKind | 'label' | 'words' | 'learned' | 'length' | 'version' | 'vectors' | 'file'
  readonly value: string
  readonly weight: number
}

/** The smallest aligned unit of a pair: indices into each side's units; either may be empty. */
export interface Bead {
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

/**
 * One line of the grid. `cells` has every version's key; a missing side is an empty list. `moved` lists the versions whose cell
 * stands out of order.
 */
export interface Row {
  readonly id: string
  readonly kind: ParagraphKind
  readonly cells: Readonly<Record<Language, readonly string[]>>
  readonly confidence: number
  readonly evidence: readonly Evidence[]
  readonly moved: readonly Language[]
}

/** Versions laid against a pivot. `rows` follow the pivot's order. */
export interface Alignment {
  readonly pivot: Language
  readonly versions: readonly Version[]
  readonly rows: readonly Row[]
}

// ---------------------------------------------------------------- compare

/** What kind of difference a finding is. */
export type FindingCode =
  | 'number'
  | 'date'
  | 'symbol'
  | 'opening-verb'
  | 'footnote'
  | 'gap'
  | 'term-missing'
  | 'term-added'
  | 'term-variant'
  | 'term-deprecated'
  | 'term-order'
  | 'term-inconsistent'
  | 'name'
  | 'country-name'
  | 'negation'
  | 'obligation'
  | 'list-length'
  | 'quotation'
  | 'brackets'
  | 'untranslated'
  | 'omission'
  | 'length'

/** How much a finding matters: errors stop a concordance check, warnings want a look. */
export type Severity = 'error' | 'warning' | 'info'

/** A place in a version: a range of one paragraph's text. An empty range says "somewhere in this paragraph". */
export interface Place extends Span {
  readonly address: string
}

/**
 * A difference worth a person's look, between the pivot and one other version. `places` has exactly those two versions' keys;
 * a side where nothing was found has the paragraph's whole range, or an empty list where the paragraph itself is absent.
 * `found` is what stands in the other version (null: nothing), `expected` what the pivot leads one to expect (null: nothing).
 */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly row: string
  readonly places: Readonly<Record<Language, readonly Place[]>>
  readonly found: string | null
  readonly expected: string | null
  /** The rule that spoke, in kebab-case, unique within its code: `absent`, `other-concept`, `superseded`. */
  readonly rule: string
  /** What was looked for and not found, best first: wordings of the term base, a canonical value; empty where nothing in particular was. */
  readonly sought: readonly string[]
  /** The base's form that matched on the side that has one, which may differ from what stands in the text; null where the term base was not asked. */
  readonly matched: string | null
  /** The concept of the term base or of the names, or null. */
  readonly concept: string | null
  /** How sure it is that a person would call this a difference, 0–1. */
  readonly confidence: number
}

/** What a person settled: a true error; right as it is; not to be reported, because of `reason`. */
export type Verdict = 'error' | 'accepted' | 'ignored'

/**
 * A decision on findings, kept across runs. `scope` is how far it reaches: this very finding, this term in this text, or this term everywhere. `key` is made of
 * content alone (see findingKeys), so that it survives a new import and a new alignment.
 */
export interface Decision {
  readonly scope: 'finding' | 'text' | 'everywhere'
  readonly key: string
  readonly verdict: Verdict
  readonly reason: string | null
  /** Who and when (ISO 8601), where it is known. */
  readonly by: string | null
  readonly at: string | null
}

/** An alignment with its findings and the term hits that the reading view lights up. */
export interface Check extends Alignment {
  readonly findings: readonly Finding[]
  readonly hits: TermHits
}

// ---------------------------------------------------------------- export

/** A footnote's mark with the paragraph that it calls, where the version has it. */
export interface ExportMark extends FootnoteMark {
  readonly words?: Pick<Paragraph, 'label' | 'text' | 'italics'>
}

/** A paragraph as an export shows it. */
export interface ExportParagraph {
  readonly address: string
  readonly label: string | null
  readonly text: string
  readonly italics: readonly Span[]
  readonly marks: readonly ExportMark[]
  /** Ranges of findings, with the index of the sentence in the row's `notes`. */
  readonly highlights: readonly (Span & { readonly severity: Severity; readonly note: number })[]
}

/** One column of text: a version, its heading in the reader's language, and the line that says it is unofficial, or null. */
export interface ExportColumn {
  readonly language: Language
  readonly heading: string
  readonly direction: 'ltr' | 'rtl'
  /** Its status in a word or two, and with all that it means; null for an official version. */
  readonly statusName: string | null
  readonly statusNote: string | null
  /** What the text is; absent where it is not known. */
  readonly status?: Status
}

/** A finding with its key for each scope of a decision, the last revision of each that is known (0: none), and what holds of it. */
export interface SettledFinding {
  readonly finding: Finding
  readonly keys: Readonly<Record<Decision['scope'], string>>
  readonly revisions: Readonly<Record<Decision['scope'], number>>
  readonly decision: Decision | null
}

/** A finding as a sheet tells it, in the reader's words; settled ones too. */
export interface ExportFinding {
  readonly address: string
  readonly codeName: string
  readonly severity: Severity
  readonly severityName: string
  /** The name of the version that departs from the pivot. */
  readonly languageName: string
  readonly found: string
  readonly expected: string
  readonly sentence: string
  /** The verdict in the reader's words, and why; empty where nothing is settled. */
  readonly verdictName: string
  readonly reason: string
  /** By what it is known again (see writeFindingRef). */
  readonly ref: string
}

/** A concept of the term base that was found, with its wordings and their number in each column. */
export interface ExportTerm {
  readonly concept: string
  readonly wordings: readonly (readonly { readonly wording: string; readonly count: number }[])[]
  readonly count: number
}

/** What a workbook tells beyond the table, with the words that it needs, so that it can be edited and read back. */
export interface ExportReview {
  readonly pivot: Language
  readonly terms: readonly ExportTerm[]
  /** The words for the three verdicts, for a list to choose from. */
  readonly verdicts: readonly string[]
  readonly labels: Readonly<
    Record<
      | 'decision'
      | 'note'
      | 'row'
      | 'code'
      | 'severity'
      | 'language'
      | 'found'
      | 'expected'
      | 'sentence'
      | 'terms'
      | 'concept'
      | 'count'
      /** What stands for the decision of a row whose findings are settled differently. */
      | 'mixed',
      string
    >
  >
}

/** One row of an exported table; `cells` in the order of the columns. */
export interface ExportRow {
  readonly id: string
  readonly kind: ParagraphKind
  /** The kind's name in the reader's language. */
  readonly kindName: string
  readonly address: string
  readonly confidence: number
  readonly cells: readonly (readonly ExportParagraph[])[]
  /** Sentences on this row's findings, in the reader's language. */
  readonly notes: readonly string[]
  /** The two versions that each of the notes is about, and how grave it is; absent where that is not known. */
  readonly noteSides?: readonly { readonly languages: readonly Language[]; readonly severity: Severity }[]
  /** All its findings, what is settled included; absent where the table cannot be read back. */
  readonly findings?: readonly ExportFinding[]
  /** The name of the part that it stands in, in the reader's language. */
  readonly part?: string
  /** Whether a person has confirmed that its cells belong together. */
  readonly confirmed?: boolean
}

/** A table ready to be written to a file: all words are values, already in the reader's language. */
export interface ExportTable {
  /** The reader's language: direction and language of headings and notes. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly symbol: string | null
  readonly title: string
  /** Lines under the title: adoption, status, source. */
  readonly subtitle: readonly string[]
  /** When the resolution was adopted, ISO 8601; null or absent where it is not known. */
  readonly adopted?: string | null
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly ExportRow[]
  readonly labels: {
    readonly address: string
    readonly kind: string
    readonly confidence: string
    readonly findings: string
    /** What an absent paragraph's cell says where people read it; in data for other programs it is empty. */
    readonly gap: string
  }
  /** Absent where findings cannot be settled in a file. */
  readonly review?: ExportReview
}

/** A table whose rows may come one after the other, so that not all of them need to be in memory at once. */
export type ExportStream = Omit<ExportTable, 'rows'> & { readonly rows: Iterable<ExportRow> }

/**
 * What a file does not hold although the table has it: characters that the format forbids and halves of surrogate pairs, each written as U+FFFD; rows that lack one of the two sides; rows without a
 * source text; footnote marks and italics in plain text; texts that were cut at the format's limit; cells that a spreadsheet would run, which have an apostrophe in front; isolates of direction around
 * Arabic words, which are marks of direction instead.
 */
export type ExportLossCode =
  | 'control-characters'
  | 'lone-surrogates'
  | 'gaps'
  | 'no-source'
  | 'footnote-marks'
  | 'italics'
  | 'long-texts'
  | 'formula-cells'
  | 'isolates'

/** A loss and how often it occurred. */
export interface ExportLoss {
  readonly code: ExportLossCode
  readonly count: number
}

/** The contents of a file, piece by piece and in order; texts are to be encoded as UTF-8. What it returns at its end is what the file does not hold. */
export type ExportChunks = Generator<string | Uint8Array, readonly ExportLoss[], void>

/** One file of an export; `name` is a file name with its extension, which tells it from the others of the same export. */
export interface ExportFile {
  readonly name: string
  readonly mime: string
  readonly chunks: ExportChunks
}

// ---------------------------------------------------------------- reports

/** A stretch of a text file: `from` and `to` are UTF-16 code units of its decoded text (half-open, without a byte order mark), lines and columns count from 1, and the last column is the one behind its end. */
export interface FileRegion extends Span {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A place of a report: a paragraph of a version, the file that it was read from by its number in the report's list, and where it stands there; null where that is not known. */
export interface ReportPlace {
  readonly language: Language
  readonly address: string
  readonly file: number | null
  readonly region: FileRegion | null
}

/** A file of a report. `uri` is relative to the folder in which the check was made where the file is inside it (`inside`), else absolute. */
export interface ReportFile {
  readonly uri: string
  readonly inside: boolean
  /** As the WHATWG names it; null where the file is no text. */
  readonly encoding: string | null
}

/** What a code means, in the reader's language; `severity` is the most that its findings can have. */
export interface ReportRule {
  readonly code: FindingCode
  readonly severity: Severity
  readonly name: string
  readonly rule: string
  readonly advice: string
}

/** A finding of a report. `fails` says that it makes the check fail; `settled` is what was decided, in a line of the reader's language, and null where nothing was. */
export interface ReportFinding {
  readonly finding: Finding
  readonly keys: Readonly<Record<Decision['scope'], string>>
  readonly decision: Decision | null
  readonly settled: string | null
  readonly fails: boolean
  readonly sentence: string
  readonly severityName: string
  /** In the pivot and in the other version, each a paragraph or a stretch of it. */
  readonly places: readonly [pivot: readonly ReportPlace[], other: readonly ReportPlace[]]
}

/** A row of two versions, by the addresses of both, and what was found in it. */
export interface ReportRow {
  readonly name: string
  /** The file of the other version, else of the pivot. */
  readonly file: number | null
  readonly findings: readonly ReportFinding[]
}

/** A check as other programs that watch over texts are told of it: sentences in the reader's language, every row of every pair, and the findings in their order. */
export interface FindingReport {
  readonly locale: UnLanguage
  readonly program: { readonly name: string; readonly version: string }
  /** What the check is of: the symbol, else the pivot's file. */
  readonly subject: string
  readonly files: readonly ReportFile[]
  readonly rules: readonly ReportRule[]
  readonly pairs: readonly {
    readonly pivot: Language
    readonly other: Language
    readonly rows: readonly ReportRow[]
  }[]
  readonly findings: readonly ReportFinding[]
}

// ---------------------------------------------------------------- errors

/** Why a file or a request cannot be worked with; the interface and the command line translate the code. */
export type InputErrorCode =
  | 'empty'
  /** A format that is not read; the detail names it. */
  | 'binary'
  | 'encoding'
  | 'language-unsure'
  | 'no-text'
  /** A password is needed. */
  | 'encrypted'
  /** The file is cut short or broken; the detail says where or what. */
  | 'damaged'
  /** Pages that are pictures, without text. */
  | 'scan'
  /** More than the program takes: the detail is what and how much. */
  | 'too-large'
  /** Contents that would harm: a path that leads out of the archive, entities that unfold. */
  | 'unsafe'
  /** Reading took longer, or more memory, than it may. */
  | 'timeout'

/** An input that cannot be read, as a code and a detail (a language, a file type, a byte offset); never thrown for findings. */
export class InputError extends Error {
  readonly code: InputErrorCode
  readonly detail: string

  /** By name: a bundler gives one process several copies of this class, and files are read by one of them only. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'InputError'
  }

  constructor(code: InputErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.name = 'InputError'
    this.code = code
    this.detail = detail
  }
}
