import type { Language, Status } from '../../core/model'
import type { ImportAnswer, RefusalAnswer, SaveAnswer } from './import-answers'

/** How far a file is. What was read stays at hand while it is saved and where it is refused. */
export type ItemState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready' | 'saving'; readonly answer: ImportAnswer }
  | { readonly kind: 'refused'; readonly answer: ImportAnswer; readonly refusal: RefusalAnswer }
  | { readonly kind: 'saved'; readonly answer: ImportAnswer; readonly saved: SaveAnswer }
  | { readonly kind: 'failed'; readonly refusal: RefusalAnswer }

/** What a person may correct of a file before it is kept; `language` is empty while it is told from the text. */
export interface ItemFields {
  readonly symbol: string
  readonly title: string
  readonly language: Language | ''
  readonly status: Status
}

/** A file that was brought, numbered in order; `corrected` are the fields that a person has changed, which no answer changes any more. */
export interface Item {
  readonly id: number
  readonly name: string
  readonly file: Blob
  readonly fields: ItemFields
  readonly corrected: readonly (keyof ItemFields)[]
  readonly state: ItemState
}

/** What happens to the list of files. */
export type ItemAction =
  | { readonly kind: 'add'; readonly files: readonly { readonly name: string; readonly file: Blob }[] }
  | { readonly kind: 'remove'; readonly id: number }
  | { readonly kind: 'state'; readonly id: number; readonly state: ItemState }
  | { readonly kind: 'correct'; readonly id: number; readonly fields: Partial<ItemFields> }

/** The files and the number that the next one gets. */
export interface Items {
  readonly next: number
  readonly items: readonly Item[]
}

const UNKNOWN: ItemFields = { symbol: '', title: '', language: '', status: 'unknown' }

/** What was refused can be tried again once something is corrected. */
function unrefused(state: ItemState): ItemState {
  return state.kind === 'refused' ? { kind: 'ready', answer: state.answer } : state
}

/** The list after something has happened. Another language is another reading; what was read fills in the fields that nobody has corrected; what a removed file still answers is passed over. */
export function changeItems({ next, items }: Items, action: ItemAction): Items {
  if (action.kind === 'add') {
    const added = action.files.map(({ name, file }, k): Item => ({
      id: next + k,
      name,
      file,
      fields: UNKNOWN,
      corrected: [],
      state: { kind: 'waiting' },
    }))
    return { next: next + added.length, items: [...items, ...added] }
  }
  if (action.kind === 'remove') return { next, items: items.filter(({ id }) => id !== action.id) }
  const change = (item: Item): Item => {
    if (action.kind === 'correct') {
      const keys = Object.keys(action.fields) as (keyof ItemFields)[]
      const anew = action.fields.language !== undefined && action.fields.language !== item.fields.language
      return {
        ...item,
        fields: { ...item.fields, ...action.fields },
        corrected: [...new Set([...item.corrected, ...keys])],
        state: anew ? { kind: 'waiting' } : unrefused(item.state),
      }
    }
    const { state } = action
    return { ...item, state, fields: state.kind === 'ready' ? fill(item, state.answer) : item.fields }
  }
  return { next, items: items.map((item) => (item.id === action.id ? change(item) : item)) }
}

/** What the content proposes for the fields; of a file with several versions only the symbol, and that where all have one. */
function fill({ fields, corrected }: Item, { texts }: ImportAnswer): ItemFields {
  const [only] = texts
  if (only === undefined) return fields
  const symbols = new Set(texts.map(({ symbol }) => symbol ?? ''))
  const told: Partial<ItemFields> = {
    symbol: symbols.size === 1 ? [...symbols][0] : '',
    ...(texts.length === 1 ? { title: only.title ?? '', language: only.language, status: only.status } : {}),
  }
  const open = Object.entries(told).filter(([key]) => !corrected.includes(key as keyof ItemFields))
  return { ...fields, ...Object.fromEntries(open) }
}

/** Where what was saved can be read, a line a resolution: its slug, symbol and languages, French first. */
export function savedReadings(
  saved: readonly SaveAnswer[],
): readonly { readonly slug: string; readonly symbol: string; readonly languages: readonly Language[] }[] {
  const bySlug = new Map<string, { symbol: string; languages: Set<Language> }>()
  for (const { slug, symbol, texts } of saved) {
    const own = bySlug.get(slug) ?? { symbol, languages: new Set() }
    for (const { language } of texts) own.languages.add(language)
    bySlug.set(slug, own)
  }
  return [...bySlug].map(([slug, { symbol, languages }]) => ({
    slug,
    symbol,
    languages: [...languages].sort((a, b) => Number(b === 'fr') - Number(a === 'fr')),
  }))
}
