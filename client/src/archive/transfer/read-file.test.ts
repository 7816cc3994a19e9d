import { constants, deflateRawSync } from 'node:zlib'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import { draftOf } from '@yejibu/shared/archive/transfer/draft'
import { hostileStrings } from '@yejibu/shared/archive/transfer/testing/hostile-strings'
import { canonicalText } from '@yejibu/shared/kernel/canonical'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readBibtex } from './read-bibtex.ts'
import { type ReadRows, readImport } from './read-file.ts'
import { sectionWorkbook } from './sheet-file.ts'
import { readDirectory, readEntry } from './zip-directory.ts'

const SAMPLES = import.meta.glob<string>('./samples/*', { query: '?url&inline', import: 'default', eager: true })

/** A zip of one entry whose packed bytes are these. */
function zipWith(path: string, packed: Uint8Array): Blob {
  const name = new TextEncoder().encode(path)
  const local = new DataView(new ArrayBuffer(30))
  const entry = new DataView(new ArrayBuffer(46))
  const end = new DataView(new ArrayBuffer(22))
  for (const [view, mark, at] of [
    [local, 0x04034b50, 8],
    [entry, 0x02014b50, 10],
  ] as const) {
    view.setUint32(0, mark, true)
    view.setUint16(at, 8, true)
    view.setUint32(at + 10, packed.length, true)
    view.setUint16(at + 18, name.length, true)
  }
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(10, 1, true)
  end.setUint32(12, 46 + name.length, true)
  end.setUint32(16, 30 + name.length + packed.length, true)
  return new Blob([local, name, new Uint8Array(packed), entry, name, end])
}

/** A sample file, byte for byte. */
function sample(name: string): Blob {
  const url = SAMPLES[`./samples/${name}`] ?? ''
  const base64 = url.slice(url.indexOf(',') + 1)
  return new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))])
}

async function rowsOf(file: Blob): Promise<ReadRows> {
  const read = await readImport(file, '许明川')
  if (!read.ok || read.value.kind !== 'rows') throw new Error(JSON.stringify(read))
  return read.value
}

/** What came of each row: its section and some of its fields, or the reason. */
function outcomes(read: ReadRows, ...names: readonly string[]): unknown[] {
  return read.rows.map((row) =>
    'draft' in row ? [row.draft.part, ...names.map((name) => row.draft.fields[name] ?? null)] : row.refusal.kind,
  )
}

describe('files of other programs', () => {
  it('[ARC-40] BibTeX: TeX letters are read, a broken entry is named, the others come in', async () => {
    const read = await rowsOf(sample('zotero.bib'))
    expect(read.format).toBe('bibtex')
    expect(outcomes(read, 'title', 'publishYm', 'rank')).toEqual([
      ['paper', "Total phosphorus flux in the Cao'e River: pH < 7 and Hülsenberg's δ¹⁵N", '202105', null],
      ['paper', '鉴湖水系氨氮来源解析', '201908', '1'],
      ['book', '地表水自动监测实务', null, null],
      'row-unreadable',
      ['patent', null, null, '1'],
      'row-without-section',
    ])
    const [first, , book, , patent] = read.rows
    expect(first).toMatchObject({
      draft: { fields: { journal: 'Environmental Science & Pollution', participantCount: '3', paperType: 'journal' } },
    })
    expect(first).toMatchObject({ draft: { identifiers: ['doi:10.1000/esp.2021.042'] } })
    expect(book).toMatchObject({ draft: { fields: { isbn: '978-7-5111-4321-0', pressYm: '202007', authorRank: '1' } } })
    expect(patent).toMatchObject({ draft: { fields: { patentNo: 'ZL202110345678.9', inventors: '许明川；王晓' } } })
  })

  it('[ARC-40] RIS: journal, book, standard; a value goes on in the next line; a blog has no section', async () => {
    const read = await rowsOf(sample('endnote.ris'))
    expect([read.format, read.encoding]).toEqual(['ris', 'UTF-8'])
    expect(outcomes(read, 'title')).toEqual([
      ['paper', '绍兴市区PM2.5组分特征及来源解析'],
      ['book', 'Wastewater Engineering'],
      ['standard', null],
      'row-without-section',
    ])
    expect(read.rows[0]).toMatchObject({
      draft: {
        fields: {
          publishYm: '202010',
          rank: '1',
          abstract: '为掌握绍兴市区细颗粒物的组分特征，\n于2019年采集四季样品分析。',
        },
        identifiers: ['doi:10.19501/j.cnki.1006-2009.2020.05.005'],
      },
    })
    expect(read.rows[2]).toMatchObject({ draft: { fields: { standardNo: 'DB33/T 1234-2022', publishedYm: '202206' } } })
  })

  it('[ARC-40] EndNote: papers, proceedings and patents, authors in their order', async () => {
    const read = await rowsOf(sample('endnote.enw'))
    expect(read.format).toBe('endnote')
    expect(outcomes(read, 'title', 'journal', 'publishYm', 'rank', 'paperType')).toEqual([
      ['paper', '曹娥江流域重金属沉积物风险评价', '中国环境监测', '201806', '2', 'journal'],
      [
        'paper',
        'Low-cost sensors in county networks',
        'Proceedings of the Asian Air Quality Conference',
        '2017',
        null,
        'conference',
      ],
      ['patent', null, null, null, '1', null],
      'row-without-section',
    ])
    expect(read.rows[2]).toMatchObject({ draft: { fields: { patentNo: 'CN210123456U', approvedYm: '202002' } } })
  })

  it('[ARC-40] [CLIENT-100] NoteExpress as CNKI writes it, in GBK', async () => {
    const read = await rowsOf(sample('cnki-noteexpress.net'))
    expect([read.format, read.encoding]).toEqual(['noteexpress', 'GBK'])
    expect(outcomes(read, 'title', 'journal', 'publishYm', 'participantCount')).toEqual([
      ['paper', '基于在线监测的鉴湖总磷预警模型', '环境科学与技术', '2021', '3'],
      ['patent', null, null, null, '2'],
      'row-without-section',
    ])
    expect(read.rows[1]).toMatchObject({ draft: { fields: { patentNo: 'CN202020345678.6', approvedYm: '202012' } } })
  })

  it('[ARC-40] [CLIENT-100] RefWorks as CNKI writes it, in UTF-16; a line that begins like a tag goes on with the abstract', async () => {
    const read = await rowsOf(sample('cnki-refworks.txt'))
    expect([read.format, read.encoding]).toEqual(['refworks', 'UTF-16LE'])
    expect(outcomes(read, 'title', 'paperType', 'publishYm')).toEqual([
      ['paper', '印染园区挥发性有机物走航监测应用', 'journal', '202202'],
      ['paper', '让监测数据说话', 'other', '202111'],
    ])
    expect(read.rows[0]).toMatchObject({
      draft: { fields: { abstract: '利用走航监测车对柯桥印染园区\nAI 方法识别高值点位，溯源结果与企业台账一致。' } },
    })
  })

  it('[ARC-40] [CLIENT-100] CNKI’s own list, in GB18030 without a mark', async () => {
    const read = await rowsOf(sample('cnki-estudy.txt'))
    expect([read.format, read.encoding]).toEqual(['cnki', 'GBK'])
    expect(outcomes(read, 'title', 'journal', 'publishYm', 'rank')).toEqual([
      ['paper', '越城区噪声自动监测点位优化', '噪声与振动控制', '201912', '2'],
      'row-without-section',
    ])
  })

  it('[CLIENT-100] the same text is read in every encoding, with a byte order mark and without', async () => {
    const text = 'TY  - JOUR\r\nTI  - 水质与pH值研究\r\nER  - \r\n'
    const utf16 = (isLittle: boolean, mark: boolean) => {
      const view = new DataView(new ArrayBuffer(text.length * 2 + (mark ? 2 : 0)))
      const all = mark ? `\ufeff${text}` : text
      for (let i = 0; i < all.length; i++) view.setUint16(i * 2, all.charCodeAt(i), isLittle)
      return view
    }
    const files: BlobPart[] = [
      text,
      `\ufeff${text}`,
      utf16(true, true),
      utf16(false, true),
      utf16(true, false),
      utf16(false, false),
    ]
    for (const [at, part] of files.entries()) {
      const read = await rowsOf(new Blob([part]))
      expect(outcomes(read, 'title'), String(at)).toEqual([['paper', '水质与pH值研究']])
    }
  })

  it('[ARC-40] what is no bibliography, no sheet or nothing at all is refused by name', async () => {
    const kindOf = async (file: Blob) => {
      const read = await readImport(file, null)
      return read.ok ? read.value.kind : read.refusal.kind
    }
    expect(await kindOf(new Blob([]))).toBe('file-empty')
    expect(await kindOf(new Blob(['你好，这不是文献。']))).toBe('format-unknown')
    expect(await kindOf(new Blob([Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)]))).toBe('sheet-unreadable')
    expect(await kindOf(new Blob([new Uint8Array(17 * 1024 * 1024)]))).toBe('file-too-large')
    expect(await kindOf(new Blob(['TY  - JOUR\nTI  - 题\nER  - \n'.repeat(3_001)]))).toBe('too-many-rows')
  })

  it('[CLIENT-472] a workbook that is a bomb is refused before its reader sees it: by its word, in fact, in many entries or inside another zip', async () => {
    const sheet = 'xl/worksheets/sheet1.xml'
    const one = zipSync({ [sheet]: new Uint8Array(70_000_000) })
    const many = zipSync(
      Object.fromEntries(
        Array.from({ length: 80 }, (_, n) => [`xl/worksheets/sheet${n}.xml`, new Uint8Array(1_000_000)]),
      ),
    )
    const inner = zipSync({ [sheet]: new Uint8Array(3_000_000) })
    const liar = zipSync({ [sheet]: new Uint8Array(70_000_000) })
    // Its directory, the second to last record, claims ten bytes.
    new DataView(liar.buffer).setUint32(liar.length - 22 - 46 - sheet.length + 24, 10, true)
    const boaster = zipSync({ [sheet]: new Uint8Array(10) })
    new DataView(boaster.buffer).setUint32(boaster.length - 22 - 46 - sheet.length + 24, 2 ** 32 - 1, true)
    for (const bytes of [one, many, liar, boaster]) {
      expect(bytes.length).toBeLessThan(200_000)
      expect(await readImport(new Blob([new Uint8Array(bytes)]), null)).toEqual({
        ok: false,
        refusal: { kind: 'unpacks-too-large', maxBytes: 64 * 1024 * 1024 },
      })
    }
    expect(await readImport(new Blob([new Uint8Array(zipSync({ 'inner.zip': inner }))]), null)).toMatchObject({
      ok: false,
      refusal: { kind: 'sheet-unreadable' },
    })
  })

  it('[CLIENT-472] what is unpacked piece by piece never is far over what was asked for, however well it was packed', async () => {
    // A million bytes in about a thousand, four hundred times over: one deflate stream.
    const block = deflateRawSync(Buffer.alloc(1_000_000), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
    const stream = Buffer.concat([...Array.from({ length: 400 }, () => block), deflateRawSync('')])
    expect(stream.length).toBeLessThan(1_000_000)
    const zip = zipWith('archive.json', stream)
    const before = process.resourceUsage().maxRSS
    const [entry] = (await readDirectory(zip)) ?? []
    if (!entry) throw new Error('the zip has a directory')
    expect(await readEntry(zip, entry, 1_000_000)).toBe(null)
    // Kilobytes; unpacked at once it would be four hundred thousand.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(200_000)
  })

  it('[ARC-40] hostile text in BibTeX comes in as text; the entry after it is always there', async () => {
    const texts = hostileStrings().filter((text) => text.length < 5_000 && !/[\\{}%$&#_^~@"'`\r\n\u2028]/.test(text))
    expect(texts.length).toBeGreaterThan(150)
    const file = texts.map((text, at) => `@article{a${at}, title={题${text}目}, year=2020}\n`).join('')
    const rows = await readBibtex(file)
    expect(rows).toHaveLength(texts.length)
    const bare = (text: string) => text.replace(/[^\p{L}\p{N}<>=]/gu, '')
    rows.forEach((row, at) => {
      const title = 'record' in row ? (row.record.title ?? '') : ''
      expect(bare(title), JSON.stringify(texts[at])).toBe(bare(`题${texts[at]}目`))
    })
  })
})

describe('a workbook', () => {
  it('[ARC-42] what a section exports is read back from the file, hostile text included, and holds no formula', async () => {
    const paper = sectionByKey('paper')
    const texts = hostileStrings().filter((text) => text.length < 30_000)
    // As an archive holds text: well-formed.
    const fields = texts.map((text) => ({
      fields: { title: '题', abstract: canonicalText(`x${text}x`), journal: canonicalText(text) },
    }))
    const { blob, cut } = await sectionWorkbook(paper, fields, 'zh')
    expect(cut).toEqual([])
    const read = await rowsOf(blob)
    expect(read.format).toBe('sheet')
    expect(read.rows).toHaveLength(texts.length)
    read.rows.forEach((row, at) => {
      const expected = draftOf('paper', fields[at]?.fields ?? {})
      expect('draft' in row ? row.draft.fields : row.refusal).toEqual(
        'draft' in expected ? expected.draft.fields : expected.refusal,
      )
    })
    for (const entry of (await readDirectory(blob)) ?? []) {
      const bytes = await readEntry(blob, entry, 64 * 1024 * 1024)
      expect(new TextDecoder().decode(bytes ?? new Uint8Array()), entry.path).not.toMatch(/<f[ >]/)
    }
  })
})
