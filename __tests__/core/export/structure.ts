import type { Element } from './parse-xml'

/** What a standard allows in an element: the names of its children (`#text` for words) and the attributes that it must have. */
export type Structure = Readonly<Record<string, readonly [children: string, required: string]>>

/** XLIFF 1.2 (OASIS, 1 February 2008), as far as we write it. */
export const XLIFF_12: Structure = {
  xliff: ['file', 'version'],
  file: ['header body', 'original source-language datatype'],
  header: ['note tool', ''],
  tool: ['', 'tool-id tool-name'],
  body: ['trans-unit', ''],
  'trans-unit': ['source target context-group note', 'id'],
  source: ['#text g x', ''],
  target: ['#text g x', ''],
  g: ['#text g x', 'id'],
  x: ['', 'id'],
  'context-group': ['context', ''],
  context: ['#text', 'context-type'],
  note: ['#text', ''],
}

/** XLIFF 2.1 (OASIS, 13 February 2018) with its metadata module, as far as we write it. */
export const XLIFF_21: Structure = {
  xliff: ['file', 'version srcLang'],
  file: ['mda:metadata notes unit', 'id'],
  notes: ['note', ''],
  note: ['#text', ''],
  unit: ['mda:metadata notes originalData segment', 'id'],
  'mda:metadata': ['mda:metaGroup', ''],
  'mda:metaGroup': ['mda:meta', ''],
  'mda:meta': ['#text', 'type'],
  segment: ['source target', ''],
  source: ['#text cp pc ph', ''],
  target: ['#text cp pc ph', ''],
  pc: ['#text cp pc ph', 'id'],
  ph: ['', 'id'],
  cp: ['', 'hex'],
}

const INLINE = '#text i sup noteRef authorialNote'
const LEVEL = ['num heading intro content article paragraph subparagraph point indent level section hcontainer', 'eId'] as const // prettier-ignore

/** Akoma Ntoso 3.0 (OASIS LegalDocML, 30 March 2017), as far as we write it. */
export const AKOMA_NTOSO: Structure = {
  akomaNtoso: ['statement', ''],
  statement: ['meta preface preamble mainBody conclusions', 'name'],
  meta: ['identification references', ''],
  identification: ['FRBRWork FRBRExpression FRBRManifestation', 'source'],
  FRBRWork: ['FRBRthis FRBRuri FRBRalias FRBRdate FRBRauthor FRBRcountry FRBRnumber FRBRname', ''],
  FRBRExpression: ['FRBRthis FRBRuri FRBRdate FRBRauthor FRBRauthoritative FRBRlanguage FRBRtranslation', ''],
  FRBRManifestation: ['FRBRthis FRBRuri FRBRdate FRBRauthor FRBRformat', ''],
  ...Object.fromEntries(['FRBRthis', 'FRBRuri', 'FRBRcountry', 'FRBRnumber', 'FRBRname', 'FRBRauthoritative', 'FRBRformat'].map((name) => [name, ['', 'value'] as const])),
  FRBRalias: ['', 'value name'],
  FRBRdate: ['', 'date name'],
  FRBRauthor: ['', 'href'],
  FRBRlanguage: ['', 'language'],
  FRBRtranslation: ['', 'href fromLanguage'],
  references: ['TLCOrganization', 'source'],
  TLCOrganization: ['', 'eId href showAs'],
  preface: ['container p longTitle', ''],
  longTitle: ['p', ''],
  preamble: ['formula recitals container', ''],
  container: ['p', 'name'],
  formula: ['p', 'name'],
  recitals: ['recital', ''],
  recital: ['num p', 'eId'],
  mainBody: ['p article paragraph section hcontainer level', ''],
  ...Object.fromEntries(['article', 'paragraph', 'subparagraph', 'point', 'indent', 'level', 'section'].map((name) => [name, LEVEL])),
  hcontainer: [LEVEL[0], 'eId name'],
  num: ['#text', ''],
  heading: [INLINE, ''],
  intro: ['p', ''],
  content: ['p', ''],
  p: [`${INLINE} docNumber docTitle inline`, ''],
  inline: ['#text', ''],
  docNumber: ['#text', ''],
  docTitle: [INLINE, ''],
  i: ['#text', ''],
  sup: ['#text', ''],
  authorialNote: ['p', 'marker'],
  noteRef: ['', 'href'],
  conclusions: ['p', ''],
} // prettier-ignore

const words = (list: string) => list.split(' ').filter(Boolean)

/** What of an element and all in it the structure does not allow, a line each; the order of children counts for the names that `ordered` lists. */
export function departures(
  element: Element,
  structure: Structure,
  ordered: readonly string[] = [],
): readonly string[] {
  const rule = structure[element.name]
  if (rule === undefined) return [`<${element.name}> is unknown`]
  const allowed = words(rule[0])
  const names = element.children
    .map((child) => (typeof child === 'string' ? (child.trim() === '' ? '' : '#text') : child.name))
    .filter(Boolean)
  const places = names.map((name) => allowed.indexOf(name))
  return [
    ...words(rule[1])
      .filter((name) => element.attributes[name] === undefined)
      .map((name) => `<${element.name}> without ${name}`),
    ...names.filter((name) => !allowed.includes(name)).map((name) => `<${element.name}> holds ${name}`),
    ...(ordered.includes(element.name) && places.some((place, k) => k > 0 && place < places[k - 1]!)
      ? [`<${element.name}> in another order: ${names.join(' ')}`]
      : []),
    ...element.children.flatMap((child) =>
      typeof child === 'string' ? [] : departures(child, structure, ordered),
    ),
  ]
}
