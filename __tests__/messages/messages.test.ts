import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { UN_LANGUAGES, type UnLanguage } from '../../core/model'
import { FINDING_CODES } from '../../components/ReadingView/view-query'
import { loadMessages } from '../../i18n/load-messages'

const root = process.cwd()

/** Every message of a tree with its full key. */
function flatten(tree: object, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value]]
        : [...flatten(value as object, `${prefix}${key}.`)],
    ),
  )
}

/** The arguments of a message: `count:plural`, `state:select:extra|missing|other`, `name`. Plurals and ordinals are one kind, their forms differ by language. */
function argumentsOf(elements: readonly MessageFormatElement[]): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (list: readonly MessageFormatElement[]) => {
    for (const element of list) {
      if (element.type === TYPE.select) {
        found.add(`${element.value}:select:${Object.keys(element.options).sort().join('|')}`)
      } else if (
        element.type !== TYPE.literal &&
        element.type !== TYPE.pound &&
        element.type !== TYPE.plural
      ) {
        found.add(element.value)
      }
      if (element.type === TYPE.plural) found.add(element.value)
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) walk(option.value)
      }
    }
  }
  walk(elements)
  return found
}

function pluralsOf(elements: readonly MessageFormatElement[]): { ordinal: boolean; forms: string[] }[] {
  return elements.flatMap((element) =>
    element.type === TYPE.plural
      ? [
          {
            ordinal: element.pluralType === 'ordinal',
            forms: Object.keys(element.options).filter((form) => !form.startsWith('=')),
          },
        ]
      : [],
  )
}

/** The source files that may use messages. */
function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

/** Patterns of all keys that the sources ask for; `${…}` in a key stands for one step of it. */
function usedKeys(): readonly RegExp[] {
  const calls = ['app', 'components', 'i18n', 'cli', 'jobs']
    .flatMap(sources)
    .flatMap((text) => [...text.matchAll(/\bt\(\s*(['`])([^'`]+)\1/gu)].map((match) => match[2] ?? ''))
  return [...new Set(calls)].map(
    (key) =>
      new RegExp(
        `^${key
          .split(/\$\{[^}]*\}/u)
          .map((part) => part.replaceAll('.', '\\.'))
          .join('[^.]+')}$`,
        'u',
      ),
  )
}

const english = flatten(loadMessages('en'))
const locales = UN_LANGUAGES.map((locale): [UnLanguage, ReadonlyMap<string, string>] => [
  locale,
  flatten(loadMessages(locale)),
])

describe.each(locales)('messages in %s', (locale, messages) => {
  it('have the same keys as English', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('have no empty message', () => {
    expect([...messages].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('take the same arguments as English', () => {
    const take = (texts: ReadonlyMap<string, string>) =>
      Object.fromEntries(
        [...english.keys()].map((key) => [
          key,
          [...argumentsOf(parse(texts.get(key) ?? ''))].sort().join(' '),
        ]),
      )
    expect(take(messages)).toEqual(take(english))
  })

  it('have a plural form for every plural category of the language', () => {
    const wrong = [...messages].flatMap(([key, text]) =>
      pluralsOf(parse(text)).flatMap(({ ordinal, forms }) => {
        const rules = new Intl.PluralRules(locale, { type: ordinal ? 'ordinal' : 'cardinal' })
        const wanted = [...rules.resolvedOptions().pluralCategories].sort()
        return JSON.stringify(wanted) === JSON.stringify([...forms].sort()) ? [] : [{ key, forms, wanted }]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('are the words of that language, not copied from English', () => {
    // Words that French writes as English does.
    const shared = new Set([
      'findings.name.obligation',
      'findings.name.omission',
      'findings.short.obligation',
      'findings.short.omission',
      'site.name',
      'errors.detail',
      'findings.only',
      'view.pivot',
      'meta.source',
    ])
    const copied = [...messages].filter(
      ([key, text]) =>
        locale !== 'en' &&
        /\p{L}{4}/u.test(text.replace(/\{[^}]*\}/gu, '')) &&
        english.get(key) === text &&
        !shared.has(key),
    )
    // Words that French and Spanish share with English letter for letter.
    const cognates = [
      'Versions',
      'versions',
      'pivot',
      'section',
      'article',
      'Articles',
      'Date',
      'dates',
      'Source: {source}',
      'Error',
      'Pages',
      'Documents',
      'Exports',
      'Akoma Ntoso',
      'Version',
    ]
    expect(copied.filter(([, text]) => !cognates.includes(text))).toEqual([])
  })
})

describe('keys', () => {
  const used = usedKeys()

  it('are all used by the sources', () => {
    expect([...english.keys()].filter((key) => !used.some((pattern) => pattern.test(key)))).toEqual([])
  })

  it('that the sources ask for all exist', () => {
    expect(used.filter((pattern) => ![...english.keys()].some((key) => pattern.test(key)))).toEqual([])
  })

  it('of families hold exactly the codes of the model', () => {
    const kinds =
      'heading title enacting preambular operative section article annex table footnote closing body'.split(
        ' ',
      )
    const codes: readonly string[] = FINDING_CODES
    const errors =
      'empty binary encoding language-unsure no-text encrypted damaged scan too-large unsafe timeout missing-file detail'.split(
        ' ',
      )
    const { findings, kinds: ownKinds, errors: ownErrors } = loadMessages('en')
    expect(Object.keys(ownKinds).sort()).toEqual(kinds.sort())
    expect(Object.keys(ownErrors).sort()).toEqual(errors.sort())
    for (const family of ['name', 'short', 'sentence', 'rule', 'advice'] as const) {
      expect(Object.keys(findings[family]).sort()).toEqual([...codes].sort())
    }
  })
})
