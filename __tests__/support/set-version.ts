import type { Paragraph, Version } from '../../core/model'

const SUPERSCRIPTS = [...'⁰¹²³⁴⁵⁶⁷⁸⁹']
const HAN = /[\u4e00-\u9fff]/u

/** A paragraph's words with its marks written by `mark`, its italics by `italic`, and its label before it. */
function words(
  { text, marks, italics, label }: Paragraph,
  mark: (mark: string) => string,
  italic: (text: string) => string = (each) => each,
  escape: (text: string) => string = (each) => each,
): string {
  const cuts = [...new Set([0, text.length, ...marks.map(({ at }) => at), ...italics.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
  const at = (place: number) => marks.filter((each) => each.at === place).map((each) => mark(each.mark)).join('')
  const body = cuts.map((from, i) => {
    const part = escape(text.slice(from, cuts[i + 1]))
    const slanted = part !== '' && italics.some((span) => span.from <= from && from < span.to)
    return at(from) + (i + 1 === cuts.length ? '' : slanted ? italic(part) : part)
  })
  return (label === null ? '' : label + (HAN.test(text) ? '' : ' ')) + body.join('')
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&rsquo;'.replace('rsquo', '#39'))
const superscript = (mark: string) => [...mark].map((digit) => SUPERSCRIPTS[Number(digit)] ?? digit).join('')
const isNote = ({ kind }: Paragraph) => kind === 'footnote'
const rtl = (version: Version) => (version.language === 'ar' ? ' dir="rtl"' : '')
const bare = (note: Paragraph): Paragraph => ({ ...note, label: null })

/** A page of a web site: navigation, cookie notice, language switcher and footer around the text. */
export function asSitePage(version: Version): string {
  const mark = (each: string) => `<sup><a href="#fn${each}" id="ref${each}">[${each}]</a></sup>`
  const paragraphs = version.paragraphs
    .filter((each) => !isNote(each))
    .map((each) => {
      const inner = words(each, mark, (text) => `<em>${text}</em>`, escapeHtml)
      return each.kind === 'title' ? `<h1 class="page-title">${inner}</h1>` : `<p>${inner}</p>`
    })
  const notes = version.paragraphs.filter(isNote).map((note) => `<li id="fn${note.label}">${words(bare(note), mark, undefined, escapeHtml)} <a href="#ref${note.label}">↩</a></li>`)
  return `<!DOCTYPE html><html lang="${version.language}"${rtl(version)}><head><meta charset="utf-8"><title>${version.title ?? ''} | United Nations</title><style>p{margin:0}</style></head>
<body class="html not-front"><a href="#main" class="skip-link visually-hidden">Skip to main content</a>
<div id="cookie-notice" role="dialog">This site uses cookies. <button>Accept</button></div>
<header class="site-header"><div class="brand">United Nations</div><nav><ul><li><a href="/ar">العربية</a><li><a href="/zh">中文</a><li><a href="/en">English</a></ul></nav></header>
<div class="breadcrumb"><a href="/">Home</a> / Documents</div>
<main id="main"><article>${paragraphs.join('\n')}<section class="footnotes"><hr><ol>${notes.join('')}</ol></section></article></main>
<aside class="sidebar"><h2>Related</h2><p>Another text</p></aside>
<footer id="footer"><p>Copyright | Terms of Use | Privacy Notice</p></footer><script>var a = "<p>x</p>"</script></body></html>`
}

/** A page of a wiki's library: links to edit, page numbers, references, categories. */
export function asWikiPage(version: Version): string {
  const mark = (each: string) => `<sup id="cite_ref-${each}" class="reference"><a href="#cite_note-${each}"><span class="cite-bracket">[</span>${each}<span class="cite-bracket">]</span></a></sup>`
  const paragraphs = version.paragraphs.filter((each) => !isNote(each)).map((each) => {
    const inner = words(each, mark, (text) => `<i>${text}</i>`, escapeHtml)
    return each.kind === 'title'
      ? `<div class="mw-heading mw-heading2"><h2 id="t">${inner}</h2><span class="mw-editsection"><span>[</span><a href="/w/index.php?action=edit">edit</a><span>]</span></span></div>`
      : `<p>${inner}\n</p>`
  })
  const notes = version.paragraphs.filter(isNote).map((note) => `<li id="cite_note-${note.label}"><span class="mw-cite-backlink"><a href="#cite_ref-${note.label}">↑</a></span> <span class="reference-text">${words(bare(note), mark, undefined, escapeHtml)}</span></li>`)
  return `<!DOCTYPE html><html class="client-js" lang="${version.language}"${rtl(version)}><head><title>Wikisource</title></head><body class="skin-vector mediawiki">
<div class="vector-header-container"><header class="vector-header mw-header"><input type="search"></header></div>
<div class="mw-page-container"><main id="content" class="mw-body"><header class="mw-body-header vector-page-titlebar"><h1 id="firstHeading">A/RES</h1></header>
<div id="bodyContent"><div id="siteSub">From Wikisource</div><div id="mw-content-text"><div class="mw-parser-output"><div class="ws-noexport" id="headerContainer">← previous | next →</div>
<div id="toc" class="toc"><h2>Contents</h2><ul><li><a href="#t">1 A</a></ul></div>${paragraphs.join('\n')}
<div class="mw-references-wrap"><ol class="references">${notes.join('\n')}</ol></div><div class="licenseContainer">This work is in the public domain.</div></div></div>
<div id="catlinks">Categories: Resolutions</div><div class="printfooter">Retrieved from "x"</div></div></main></div>
<footer id="footer" class="mw-footer"><ul><li>Privacy policy</ul></footer></body></html>`
}

/** A page that Word saves: its own styles, conditional comments, smart tags and footnotes. */
export function asWordPage(version: Version): string {
  const mark = (each: string) =>
    `<a style='mso-footnote-id:ftn${each}' href="#_ftn${each}" name="_ftnref${each}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span lang=FR style='font-size:10.0pt'>[${each}]</span></span><![endif]></span></span></a>`
  const paragraphs = version.paragraphs.filter((each) => !isNote(each)).map((each) => {
    const inner = words({ ...each, label: null }, mark, (text) => `<i style='mso-bidi-font-style:normal'>${text}</i>`, escapeHtml)
    const label = each.label === null ? '' : `<![if !supportLists]><span style='mso-list:Ignore'>${each.label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>`
    return `<p class=${label === '' ? 'MsoNormal' : 'MsoListParagraph'} style='text-align:justify;mso-list:l0 level1 lfo1'>${label}<span lang=FR\nstyle='font-size:10.0pt'>${inner.replace(/ /gu, '\n').replace(/\n([^\n]*)\n/gu, '\n$1 ')}<o:p></o:p></span></p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>`
  })
  const notes = version.paragraphs.filter(isNote).map((note) => `<div style='mso-element:footnote' id=ftn${note.label}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn${note.label}' href="#_ftnref${note.label}" name="_ftn${note.label}"><span class=MsoFootnoteReference><![if !supportFootnotes]>[${note.label}]<![endif]></span></a><span lang=FR> ${words(bare(note), mark, undefined, escapeHtml)}</span></p></div>`)
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm;} --></style></head>
<body lang=FR style='tab-interval:36.0pt'><div class=WordSection1${rtl(version)}>${paragraphs.join('\n')}</div>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>${notes.join('\n')}</div></body></html>`
}

/** A page whose paragraphs are lines of one element. */
export function asLinesPage(version: Version): string {
  const mark = (each: string) => `<sup>${each}</sup>`
  const text = version.paragraphs.map((each) => (isNote(each) ? `<sup>${each.label}</sup> ${words(bare(each), mark, undefined, escapeHtml)}` : words(each, mark, (part) => `<span style="font-style:italic">${part}</span>`, escapeHtml)))
  return `<html><body><div${rtl(version)}>${text.join('<br><br>\n')}</div></body></html>`
}

/** Markdown with footnotes. */
export function asMarkdown(version: Version): string {
  const mark = (each: string) => `[^${each}]`
  const text = version.paragraphs.map((each) => {
    if (isNote(each)) return `[^${each.label}]: ${words(bare(each), mark)}`
    const inner = words(each, mark, (part) => `*${part}*`)
    // Brackets that hold no link are text, and a label needs its space.
    return each.kind === 'title' ? `# ${inner}` : inner.replace(/^(\d+[.)])(?=\S)/u, '$1 ')
  })
  return `${text.join('\n\n')}\n`
}

/** Lines of at most so many columns; Chinese characters take two and may be parted. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let size = 0
  for (const word of text.match(/[\u4e00-\u9fff][，。；：、）」》〉]*|[^\s\u4e00-\u9fff]+|\s+/gu) ?? []) {
    const columns = [...word].reduce((sum, each) => sum + (/[\u3000-\u9fff\uff00-\uff60]/u.test(each) ? 2 : 1), 0)
    if (size + columns > width && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = word.trimStart()
      size = line === '' ? 0 : columns
    } else {
      line += word
      size += columns
    }
  }
  return [...lines, line.trimEnd()].filter((each) => each.trim() !== '')
}

/** Plain text, a blank line between paragraphs, each wrapped to a width; `quote` stands before every line. */
export function asMail(version: Version, quote: string, width = 72): string {
  return version.paragraphs
    .map((each) => wrapped((isNote(each) ? `${superscript(each.label ?? '')} ` : '') + words(isNote(each) ? bare(each) : each, superscript), width))
    .map((lines) => lines.map((line) => `${quote}${line}`).join('\n'))
    .join(`\n${quote.trimEnd()}\n`)
}

const LETTERS: Readonly<Record<string, string>> = { ar: 'A', zh: 'C', en: 'E', fr: 'F', ru: 'R', es: 'S' }

/**
 * The text that a program takes out of the PDF: pages with their heads and feet, a paragraph cut by each page's end with the notes between its halves. `layout` keeps the places on the page by spaces;
 * `lump`: the notes' figures stand behind them.
 */
export function asPdfText(version: Version, { layout, lump }: { readonly layout: boolean; readonly lump: boolean }): string {
  const indent = layout ? ' '.repeat(9) : ''
  const job = `22-11873 (${LETTERS[version.language] ?? 'E'})`
  const main = version.paragraphs.filter((each) => !isNote(each))
  const notes = version.paragraphs.filter(isNote)
  const symbol = version.symbol ?? ''
  const title = version.title ?? ''
  const total = 3
  let page = 1
  let waiting: Paragraph[] = []
  const out: string[] = []
  const foot = () => {
    const shown = waiting.map((note) => wrapped(`${lump ? '' : `${note.label} `}${note.text}`, 90).map((line) => indent + line).join('\n'))
    const figures = lump ? waiting.map(({ label }) => `${label}\n`).join('') : ''
    waiting = []
    const number = `${page}/${total}`
    return `\n${shown.join('\n\n')}${shown.length > 0 ? '\n' : ''}${figures}\n${layout ? `${number}${' '.repeat(80)}${job}` : page === 1 ? `${job}\n050822\n080822\n\n*2211873*\n` : `${job}\n\n${number}`}\n\f`
  }
  const head = () => (layout ? `${title}${' '.repeat(12)}${symbol}\n\n` : `${symbol}\n\n${title}\n\n`)
  const cutAt = (text: string) => {
    const places = [...text.matchAll(/(?<=\p{L})\s(?=[\p{Ll}\p{Lo}])|(?<=[\u4e00-\u9fff]{3})(?=[\u4e00-\u9fff]{3})/gu)].map(({ index }) => index)
    return places.find((place) => place > text.length * 0.45) ?? -1
  }
  main.forEach((each, i) => {
    const text = words(each, superscript)
    for (const { mark } of each.marks) waiting.push(...notes.filter(({ label }) => label === mark))
    const ends = page < total && i >= (main.length * page) / total && text.length > 160 && cutAt(text) > 0
    if (!ends) {
      out.push(`${wrapped(text, 90).map((line) => indent + line).join('\n')}\n\n`)
      return
    }
    const at = cutAt(text)
    out.push(wrapped(text.slice(0, at), 90).map((line) => indent + line).join('\n') + '\n' + foot() + head())
    page += 1
    out.push(`${wrapped(text.slice(at).trim(), 90).map((line) => indent + line).join('\n')}\n\n`)
  })
  return out.join('') + foot()
}
