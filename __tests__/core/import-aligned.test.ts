import { compareAlignment, importFile } from '../../core/pipeline'
import { encodeText } from '../support/encode-text'

const read = (text: string, name: string) =>
  importFile(encodeText(text, 'utf-8'), { name, status: 'official' })

/** Rows in small notation: id, kind, and the addresses a version. */
async function notation(text: string, name: string): Promise<readonly string[]> {
  const { alignment } = await read(text, name)
  return alignment!.rows.map(
    ({ id, kind, cells }) =>
      `${id} ${kind} ${Object.entries(cells)
        .map(([language, own]) => `${language}:${own.join('+')}`)
        .join(' ')}`,
  )
}

describe('importFile: files that are aligned already', () => {
  it.each([
    [
      'addresses of ours',
      'en,fr,address\na,b,pp1\nc,,op1\n"d\ne",f,op2',
      ['r1 preambular en:pp1 fr:pp1', 'r2 operative en:op1 fr:', 'r3 operative en:op2+op2.2 fr:op2'],
    ],
    [
      'ids that are such addresses',
      'id,en,fr\ntitle,a,b\nart12.2,c,d\nannex1.p1,e,f\nfn1,g,h',
      [
        'r1 title en:title fr:title',
        'r2 article en:art12.2 fr:art12.2',
        'r3 body en:annex1.p1 fr:annex1.p1',
        'r4 footnote en:fn1 fr:fn1',
      ],
    ],
    [
      'an address that stands twice',
      'address,en,fr\nop1,a,b\nop1,c,d',
      ['r1 operative en:op1 fr:op1', 'r2 operative en:op1-2 fr:op1-2'],
    ],
    [
      'addresses that are not all ours',
      'address,en,fr\nop1,a,b\nfoo,c,d\nop3,e,',
      ['r1 body en:p1 fr:p1', 'r2 body en:p2 fr:p2', 'r3 body en:p3 fr:'],
    ],
    [
      'kinds beside no address',
      'kind,en,fr\noperative,a,b\n,c,d',
      ['r1 operative en:p1 fr:p1', 'r2 body en:p2 fr:p2'],
    ],
    ['a column without a text', 'en,fr,ru\na,b,\nc,d,', ['r1 body en:p1 fr:p1', 'r2 body en:p2 fr:p2']],
  ])('%s', async (_what, text, expected) => {
    expect(await notation(text, 'a.csv')).toEqual(expected)
  })

  it('takes labels and footnote marks out of the texts, in six languages', async () => {
    const rows = [
      'ar\tzh\ten\tfr\tru\tes\taddress',
      '1 - تقرر¹\t1.决定¹，\t1. Decides¹;\t1. Décide¹ ;\t1. постановляет¹;\t1. Decide¹;\top1',
      '(أ) تدعو\t（a）吁请\t(a) Calls\ta) Demande\ta) призывает\ta) Exhorta\top1.a',
      '1 القرار\t1 决议\t1 Resolution\t1 Résolution\t1 Резолюция\t1 Resolución\tfn1',
    ]
    const { versions } = await read(rows.join('\n'), 'a.tsv')
    expect(
      versions.map(({ version }) =>
        version.paragraphs.map(
          ({ label, text, marks }) =>
            `${label}|${text}|${marks.map(({ at, mark, note }) => `${mark}@${at}${note}`).join()}`,
        ),
      ),
    ).toEqual([
      ['1 -|تقرر|1@4fn1', '(أ)|تدعو|', '1|القرار|'],
      ['1.|决定，|1@2fn1', '（a）|吁请|', '1|决议|'],
      ['1.|Decides;|1@7fn1', '(a)|Calls|', '1|Resolution|'],
      ['1.|Décide ;|1@6fn1', 'a)|Demande|', '1|Résolution|'],
      ['1.|постановляет;|1@12fn1', 'a)|призывает|', '1|Резолюция|'],
      ['1.|Decide;|1@6fn1', 'a)|Exhorta|', '1|Resolución|'],
    ])
  })

  it('has French as the pivot, else the source language, and rows that the checks run over', async () => {
    const tmx = (languages: readonly string[]) =>
      `<tmx version="1.4"><header srclang="${languages[0]}"/><body><tu tuid="op1">${languages.map((language, i) => `<tuv xml:lang="${language}"><seg>1. 202${i}</seg></tuv>`).join('')}</tu></body></tmx>`
    expect((await read(tmx(['es', 'fr']), 'a.tmx')).alignment?.pivot).toBe('fr')
    const { alignment, versions } = await read(tmx(['es', 'ru']), 'a.tmx')
    expect(alignment?.pivot).toBe('es')
    expect(
      versions.map(({ version, report }) => [
        version.status,
        report.format,
        report.encoding,
        report.languageFrom,
        report.counts,
      ]),
    ).toEqual([
      ['official', 'tmx', 'utf-8', 'file', { operative: 1 }],
      ['official', 'tmx', 'utf-8', 'file', { operative: 1 }],
    ])
    const { findings } = compareAlignment(alignment!, { terms: [], lexicon: [], names: [] })
    expect(findings.map(({ code }) => code)).toEqual(['number'])
  })

  it('says whose language was told from its texts', async () => {
    const text =
      'Demande à tous les États Membres de renforcer leur coopération pour la protection des océans et des forêts'
    const { versions } = await read(
      `<tmx><body><tu><tuv><seg>${text}</seg></tuv><tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>`,
      'a.tmx',
    )
    expect(
      versions.map(({ version, report }) => [version.language, report.languageFrom, report.notices.length]),
    ).toEqual([
      ['fr', 'text', 1],
      ['en', 'file', 0],
    ])
  })
})
