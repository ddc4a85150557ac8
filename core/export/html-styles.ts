/** How many columns still fit on an upright page. */
const UPRIGHT = 3

/** Fonts by their names, those of common systems behind those that the page brings: a file that is read without a server has none of its own. */
const FONTS = `
  --serif: 'Noto Serif', 'Source Serif 4', 'Charter', 'Cambria', 'Georgia', 'Times New Roman', 'Liberation Serif', 'DejaVu Serif', serif;
  --naskh: 'Noto Naskh Arabic', 'Amiri', 'Scheherazade New', 'Geeza Pro', 'Noto Serif', 'Traditional Arabic', 'Sakkal Majalla', 'Noto Sans Arabic', 'DejaVu Sans', serif;
  --han: 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Zen Hei', sans-serif;
  --ui: 'Noto Sans', 'Segoe UI', 'Helvetica Neue', 'Roboto', 'Liberation Sans', 'DejaVu Sans', 'Noto Naskh Arabic', 'Noto Sans SC', sans-serif;`

const SCREEN = `
:root {${FONTS}
  --paper: #fcfbf7; --ink: #26231f; --ink-2: #635d54; --rule: #d9d3c6; --rule-soft: #e9e5db; --band: #f3f0e8;
  --error: #9f2218; --warning: #a54c40; --hatch: #eae5d9; --gutter: 4.75rem; --measure: 27rem; --base: 1.0625rem;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #211f1c; --ink: #ebe5da; --ink-2: #b0a89b; --rule: #47423b; --rule-soft: #35312c; --band: #2a2724;
    --error: #ff9a88; --warning: #d99b8f; --hatch: #2e2a26;
  }
}
* { box-sizing: border-box; }
html { text-size-adjust: 100%; scroll-padding-block: 5rem 2rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 0.9375rem/1.5 var(--ui); }
a { color: inherit; text-underline-offset: 0.2em; text-decoration-color: var(--ink-2); }
header, footer { max-inline-size: 60rem; margin-inline: auto; padding: 1.5rem 1rem; }
header p { margin: 0.15rem 0; color: var(--ink-2); font-size: 0.875rem; }
header .unofficial { margin-block-start: 0.6rem; padding: 0.4rem 0.75rem; border-inline-start: 3px solid var(--warning); background: var(--band); color: var(--ink); }
h1 { margin: 0.25rem 0 0.5rem; font: 650 1.5rem/1.35 var(--serif); text-wrap: balance; }
h2 { margin: 0 0 0.5rem; font-size: 1rem; font-weight: 600; }
table { inline-size: 100%; max-inline-size: calc(var(--gutter) + var(--columns) * var(--measure)); margin-inline: auto; table-layout: fixed; border-collapse: separate; border-spacing: 0; }
th, td { padding: 0.5rem 0.9rem; vertical-align: top; text-align: start; }
thead th { position: sticky; inset-block-start: 0; z-index: 1; background: var(--paper); border-block-end: 1px solid var(--rule); font-size: 0.875rem; font-weight: 600; }
thead small { display: block; color: var(--ink-2); font-weight: 400; }
td, thead th:not(:first-child) { border-left: 1px solid var(--rule-soft); }
html[dir='rtl'] :is(td, thead th:not(:first-child)) { border-right: 1px solid var(--rule-soft); border-left: 0; }
thead th:first-child span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.gutter { inline-size: var(--gutter); padding-inline: 0.75rem 0.4rem; color: var(--ink-2); font-size: 0.75rem; font-weight: 400; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.gutter a { text-decoration: none; }
.gutter a:hover { text-decoration: underline; }
.notes { display: block; }
.notes a { margin-inline-end: 0.3em; color: var(--warning); text-decoration: underline dotted; }
.notes a.error { color: var(--error); font-weight: 650; text-decoration: underline; }
.part { padding-block: 0.3rem; background: var(--band); color: var(--ink-2); font-size: 0.75rem; font-weight: 500; }
.text { margin: 0; font: calc(var(--base) * var(--scale, 1))/1.6 var(--serif); font-variant-numeric: lining-nums; white-space: pre-line; hyphens: auto; overflow-wrap: break-word; }
.text + .text { margin-block-start: 0.5em; }
.text:lang(ar) { --scale: 1.15; font-family: var(--naskh); line-height: 1.8; }
.text i:lang(ar), .text i:lang(zh) { font-style: normal; font-weight: 650; }
.text[dir='ltr']:lang(ar) { --scale: 1; font-family: var(--serif); line-height: 1.6; text-align: right; }
.text:lang(zh) { --scale: 0.95; font-family: var(--han); line-height: 1.85; line-break: strict; }
.text sup { font-size: 0.7em; line-height: 1; }
.text sup a { padding: 0.3em 0.1em; text-decoration: none; }
[data-kind='heading'] .text, [data-kind='footnote'] .text { --base: 0.9375rem; }
[data-kind='heading'] .text { color: var(--ink-2); }
[data-kind='heading'] :is(th, td) { padding-block: 0.2rem; }
[data-kind='title'] .text { --base: 1.2rem; font-weight: 650; line-height: 1.4; }
[data-kind='section'] .text, [data-kind='annex'] .text { font-weight: 650; }
.finding { text-decoration: underline dotted var(--warning) 2px; text-underline-offset: 0.24em; }
.finding.error { text-decoration: underline solid var(--error) 2px; }
.finding:lang(ar) { text-underline-offset: 0.4em; }
.gap { background: repeating-linear-gradient(-45deg, var(--hatch) 0 1px, transparent 1px 7px); text-align: center; vertical-align: middle; }
.gap span { padding: 0.1rem 0.5rem; background: var(--paper); color: var(--ink-2); font-size: 0.8125rem; }
footer ol { margin: 0; padding-inline-start: 2.25rem; }
footer li { padding-block: 0.2rem; }
footer li::marker { color: var(--ink-2); font-variant-numeric: tabular-nums; }
footer li a { color: var(--ink-2); text-decoration: none; }
:target { background: var(--band); }
table[data-columns='3'] { --measure: 25rem; --base: 1rem; }
table[data-columns='4'] { --measure: 22rem; --base: 0.9375rem; }
table[data-columns='5'], table[data-columns='6'] { --measure: 20rem; --base: 0.875rem; }
table[data-columns='5'] :is(th, td), table[data-columns='6'] :is(th, td) { padding-inline: 0.6rem; }`

/** The cells of a row one below the other, each under the name of its version. */
const NARROW = `
@media screen and (width <= 45rem) {
  table, tbody, tr, td, tbody th { display: block; inline-size: auto; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { padding-block: 0.4rem; border-block-end: 1px solid var(--rule-soft); }
  tbody tr:has(> .part) { padding: 0; }
  .part { padding-inline: 1rem; }
  .gutter { inline-size: auto; padding: 0.2rem 1rem 0; }
  .gutter .notes { display: inline; margin-inline-start: 0.75rem; }
  td { padding: 0.25rem 1rem; border: 0; }
  td::before { content: attr(data-name); display: block; color: var(--ink-2); font: 0.6875rem/1.5 var(--ui); }
  table[data-columns] { --base: 1.0625rem; }
}
@media screen and (45rem < width) { main { overflow-x: clip; } table { min-inline-size: calc(var(--columns) * 9rem); } }`

const PRINT = `
@media print {
  :root { --paper: #fff; --ink: #000; --ink-2: #444; --rule: #999; --rule-soft: #ccc; --band: #fff; --error: #8a1a12; --warning: #8a1a12; --hatch: #e4e4e4; --gutter: 16mm; color-scheme: light; }
  body { font-size: 9pt; }
  header, footer { max-inline-size: none; padding: 0 0 4mm; }
  footer { padding-block: 5mm 0; }
  h1 { font-size: 14pt; }
  header .unofficial { padding: 0 0 0 2mm; }
  table { max-inline-size: none; --base: 9.5pt; }
  table[data-columns='3'] { --base: 8.5pt; }
  table[data-columns='4'], table[data-columns='5'], table[data-columns='6'] { --base: 7.5pt; }
  thead { display: table-header-group; }
  thead th { position: static; font-size: 8.5pt; }
  th, td { padding: 1mm 2mm; }
  .gutter { padding-inline: 0 1mm; font-size: 7pt; }
  [data-kind='heading'] :is(th, td) { padding-block: 0.4mm; }
  .part { break-after: avoid; border-block: 1px solid var(--rule); font-size: 7.5pt; }
  .text { line-height: 1.45; }
  .text:lang(ar) { line-height: 1.6; }
  [data-kind='heading'] .text, [data-kind='footnote'] .text { --base: inherit; font-size: 0.9em; }
  [data-kind='title'] .text { font-size: 1.1em; }
  [data-kind='title'], [data-kind='section'], [data-kind='enacting'] { break-after: avoid; }
  table:not([data-columns='4'], [data-columns='5'], [data-columns='6']) tr { break-inside: avoid; }
  .text { orphans: 3; widows: 3; }
  a { text-decoration: none; }
  .finding { text-decoration: underline dotted var(--warning) 1px; }
  .finding.error { text-decoration: underline solid var(--error) 1px; }
  footer li { break-inside: avoid; }
}`

/**
 * The style sheet of a file of HTML: like the page on the screen in light and dark, one version below the other where it is narrow, and on A4 with the symbol, a short title and the page's number on
 * every page.
 */
export function htmlStyles(columns: number, symbol: string, title: string): string {
  const page = `
@page {
  size: A4${columns > UPRIGHT ? ' landscape' : ''}; margin: 16mm 13mm 15mm;
  @top-left { content: ${cssString(symbol)}; font: 8pt 'Noto Sans', sans-serif; color: #444; }
  @top-right { content: ${cssString(title)}; font: 8pt 'Noto Sans', 'Noto Naskh Arabic', 'Noto Sans SC', sans-serif; color: #444; }
  @bottom-right { content: counter(page) '/' counter(pages); font: 8pt 'Noto Sans', sans-serif; color: #444; }
}`
  return `${SCREEN}${NARROW}${page}${PRINT}\n`
}

/** Longest title at the head of a printed page, in UTF-16 code units. */
const LONGEST = 70

/** A string of CSS that no text can end, nor the element around it. */
function cssString(text: string): string {
  const short =
    text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/u, '')}…` : text
  return `"${short.replace(/[\\"<>&\p{Cc}\p{Cs}]/gu, (one) => `\\${one.codePointAt(0)!.toString(16)} `)}"`
}
