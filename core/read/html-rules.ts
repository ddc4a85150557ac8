/** An element's attribute by name, or the empty string. */
export type Attribute = (name: string) => string

/** Roles (WAI-ARIA) of the parts of a page around its text. */
const ROLES =
  /^(?:navigation|banner|contentinfo|search|complementary|dialog|alertdialog|menu|menubar|toolbar|tablist|alert|status)$/iu

/** Classes and ids, whole, of what stands around a text: on the sites of the United Nations, in Drupal, MediaWiki and their like. */
const AROUND = new RegExp(
  `^(?:${[
    'nav(?:bar|igation|-?menu|-?links|_menu)?',
    '(?:main|top|side|site|global|local|primary|secondary|utility|lang(?:uage)?)-?(?:nav|navigation|menu|bar|switcher|links)',
    'menu(?:-.*)?',
    'breadcrumbs?(?:-.*)?',
    'sidebars?(?:-.*)?',
    '(?:site|page|global|main|region)-(?:header|footer|banner)(?:-.*)?',
    'footer(?:-.*)?',
    'header-(?:nav|menu|top|search|brand.*)',
    'skip(?:-.*|nav|link)?',
    '(?:social|share|sharing|addtoany|addthis)(?:[-_].*)?',
    'pager|pagination',
    'search(?:-?(?:box|form|bar|block).*)?',
    'newsletter(?:-.*)?|related(?:-.*)?|comments|comment-respond',
    'visually-hidden|sr-only|screen-reader-text|element-invisible|hidden|noprint',
    'mw-editsection.*|mw-jump-link|mw-navigation|mw-head|mw-panel|mw-indicators?|mw-cite-backlink|mw-portlet.*|mw-footer.*|mw-hidden-catlinks',
    'vector-.*|catlinks|printfooter|siteSub|contentSub2?|jump-to-nav|toc|toctitle|ws-noexport|headertemplate|header_.*|headerContainer|footertemplate|footerContainer|licenseContainer|navigation-not-searchable',
    'msocomanchor|msocomtxt',
    'ad|ads|advert(?:isement)?',
  ].join('|')})$`,
  'iu',
)

/** Notices on cookies and consent, wherever the word stands in a class or id. */
const CONSENT = /cookie|consent|gdpr|onetrust|cybot/iu

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu

function tokens(attribute: Attribute): readonly string[] {
  return `${attribute('class')} ${attribute('id')}`.split(/\s+/u).filter((token) => token !== '')
}

/** Whether an element is no part of a page's text: navigation, search, notices on cookies, links to edit. */
export function isAround(tag: string, attribute: Attribute): boolean {
  if (tag === 'body' || tag === 'html') return false
  return (
    ROLES.test(attribute('role')) ||
    tokens(attribute).some((token) => AROUND.test(token) || CONSENT.test(token))
  )
}

/** Whether a browser shows nothing of an element. */
export function isHidden(attribute: Attribute, has: (name: string) => boolean): boolean {
  return (
    has('hidden') ||
    attribute('aria-hidden').toLowerCase() === 'true' ||
    HIDDEN_STYLE.test(attribute('style'))
  )
}

/** Ids and roles of the element that holds a page's text, the surest first. */
const MAIN: readonly ((tag: string, attribute: Attribute) => boolean)[] = [
  (tag, attribute) => tag === 'main' || attribute('role').toLowerCase() === 'main',
  (_tag, attribute) =>
    /^(?:content|main-content|maincontent|bodyContent|mw-content-text)$/u.test(attribute('id')),
  (tag) => tag === 'article',
]

/** How surely an element holds the page's text: 0 is the surest sign, -1 none. */
export function mainSign(tag: string, attribute: Attribute): number {
  return MAIN.findIndex((sign) => sign(tag, attribute))
}

/** Whether an element is a list of footnotes: of Word, of pandoc, of MediaWiki. */
export function isNoteList(tag: string, attribute: Attribute): boolean {
  const signs = [...tokens(attribute), attribute('role')]
  const named = /^(?:footnotes|endnotes|doc-endnotes|references|reflist|mw-references-wrap)$/u
  return (
    tag !== 'li' &&
    (signs.some((sign) => named.test(sign)) ||
      /mso-element\s*:\s*(?:foot|end)note-list/iu.test(attribute('style')))
  )
}

/** Targets of links to a footnote and back from it. */
const TO_NOTE =
  /#_?(?:ftn|edn|fn|en|footnote|endnote|note|cite_note|cite-note|sdfootnote|sdendnote)[-_:.\p{L}\p{N}]*$/iu
const FROM_NOTE =
  /#_?(?:ftnref|ednref|fnref|footnoteref|noteref|cite_ref|cite-ref|ref|sdfootnote\d+anc|sdendnote\d+anc)[-_:.\p{L}\p{N}]*$/iu

/** Whether a link leads to a footnote, or back to its mark in the text. */
export function isNoteLink(href: string): boolean {
  return href.length < 200 && (TO_NOTE.test(href) || FROM_NOTE.test(href))
}

/** The footnote mark that a raised or linked text is, without its brackets, or null. */
export function noteMark(text: string): string | null {
  return /^[[(（]?([0-9٠-٩]{1,4}|\*{1,3}|[†‡])[\])）]?\.?$/u.exec(text.trim())?.[1] ?? null
}

/** `<ol type>` and its style: letters are what a second list level has, Roman figures a third, whatever the depth in the file. */
const TYPE_LEVELS: Readonly<Record<string, number>> = { '1': 1, a: 2, A: 2, i: 3, I: 3 }

/** The level of labels that a list's own attributes ask for, or 1. */
export function listLevel(attribute: Attribute): number {
  const style =
    /list-style(?:-type)?\s*:[^;]*?\b(lower-alpha|upper-alpha|lower-latin|upper-latin|lower-roman|upper-roman)/iu.exec(
      attribute('style'),
    )?.[1]
  if (style !== undefined) return /roman/iu.test(style) ? 3 : 2
  return TYPE_LEVELS[attribute('type')] ?? 1
}
