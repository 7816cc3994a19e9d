import { SECTIONS, sectionByKey } from '@yejibu/shared/archive/sections'
import { importOf, planImport, usualDecision } from '@yejibu/shared/archive/transfer/import-plan'
import { sectionSheet } from '@yejibu/shared/archive/transfer/section-sheet'
import { hostileStrings } from '@yejibu/shared/archive/transfer/testing/hostile-strings'
import { canonicalText } from '@yejibu/shared/kernel/canonical'
import { unparse } from 'papaparse'
import { describe, expect, it } from 'vitest'
import { choiceListsXml } from './choice-lists.ts'
import { type ReadRows, readImport } from './read-file.ts'
import ENDNOTE from './samples/endnote.xml?raw'
import { sectionWorkbook } from './sheet-file.ts'
import { readDirectory, readEntry } from './zip-directory.ts'

async function rowsOf(file: Blob): Promise<ReadRows> {
  const read = await readImport(file, '许明川')
  if (!read.ok || read.value.kind !== 'rows') throw new Error(JSON.stringify(read))
  return read.value
}

function outcomes(read: ReadRows, ...names: readonly string[]): unknown[] {
  return read.rows.map((row) =>
    'draft' in row ? [row.draft.part, ...names.map((name) => row.draft.fields[name] ?? null)] : row.refusal.kind,
  )
}

describe('EndNote XML', () => {
  it('[ARC-40] each record is a row: styled text whole, a broken record and one that asks for another file named', async () => {
    const read = await rowsOf(new Blob([ENDNOTE]))
    expect(read.format).toBe('endnote-xml')
    expect(outcomes(read, 'title', 'journal', 'publishYm', 'rank')).toEqual([
      ['paper', '曹娥江沉积物中Cd的风险评价', '中国环境监测', '201806', '2'],
      ['book', 'Wastewater Engineering', null, null, null],
      'row-unreadable',
      'row-unreadable',
      'row-without-section',
      ['patent', null, null, null, '1'],
    ])
    const [paper, book, , broken, , patent] = read.rows
    expect(paper).toMatchObject({
      draft: {
        fields: { abstract: '摘要第一段&第二段', participantCount: '2' },
        identifiers: ['doi:10.19316/j.issn.1002-6002.2018.03.01'],
      },
    })
    expect(book).toMatchObject({ draft: { fields: { isbn: '978-0-07-340118-8', authors: 'Metcalf, Eddy' } } })
    expect(broken).toMatchObject({ refusal: { text: '4 17 没有写完的一条' } })
    expect(patent).toMatchObject({ draft: { fields: { patentNo: 'CN210123456U', name: '一种采样装置' } } })
  })

  it('[ARC-40] hostile text in a record is text, and no row of the file gets lost', async () => {
    const texts = hostileStrings().filter((text) => text.length < 5_000 && !/[^\t\n\P{C}]/u.test(text))
    expect(texts.length).toBeGreaterThan(150)
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const file = texts.map(
      (text) =>
        `<record><ref-type name="Journal Article">17</ref-type><titles><title>题${escaped(text)}目</title></titles></record>`,
    )
    const read = await rowsOf(new Blob([`<xml><records>${file.join('')}</records></xml>`]))
    expect(read.rows).toHaveLength(texts.length)
    const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}<>=]/gu, '')
    read.rows.forEach((row, at) => {
      if (!('draft' in row)) throw new Error(JSON.stringify(texts[at]))
      expect(bare(row.draft.fields.title ?? ''), JSON.stringify(texts[at])).toBe(bare(`题${texts[at]}目`))
    })
  })
})

describe('comma separated files', () => {
  it('[ARC-42] every section saved as CSV comes in as it was, with commas, semicolons or tabs', async () => {
    for (const [at, section] of SECTIONS.entries()) {
      const fields = Object.fromEntries(section.fields.map((field) => [field.name, null]))
      const named = { ...fields, [section.titleField]: section.titleField === 'year' ? '2021' : '一，二"三";四\t五' }
      const { sheet } = sectionSheet(section, [{ fields: named }], 'zh')
      const delimiter = [',', ';', '\t'][at % 3] ?? ','
      const text = `\uFEFF${unparse(
        sheet.rows.map((row) => [...row]),
        { delimiter },
      )}`
      const read = await rowsOf(new File([text], `${sheet.name}.csv`))
      expect(read.format).toBe('csv')
      expect(read.rows).toHaveLength(1)
      expect(read.rows[0]).toMatchObject({ draft: { part: section.key } })
    }
  })

  it('[ARC-42] hostile text of a section comes through a CSV as that text', async () => {
    const texts = hostileStrings().filter((text) => text.length < 5_000 && canonicalText(text).trim() !== '')
    const entries = texts.map((text) => ({ fields: { title: '题', abstract: canonicalText(`x${text}x`) } }))
    const { sheet } = sectionSheet(sectionByKey('paper'), entries, 'zh')
    // What Excel's own escapes stand for is undone by whoever reads a workbook; a CSV has none.
    const cells = sheet.rows.map((row) =>
      row.map((cell) =>
        String(cell ?? '').replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        ),
      ),
    )
    const read = await rowsOf(new File([unparse(cells)], '论文.csv'))
    expect(read.rows).toHaveLength(texts.length)
    read.rows.forEach((row, at) => {
      expect('draft' in row ? row.draft.fields.abstract : row.refusal, String(at)).toBe(entries[at]?.fields.abstract)
    })
  })

  it('[ARC-40] a line whose quotes do not close is named, what stands before it comes in', async () => {
    const read = await rowsOf(new File(['论文题目,刊物名称\n一,甲\n"二,乙\n三,丙'], '论文.csv'))
    expect(outcomes(read, 'title', 'journal')).toEqual([['paper', '一', '甲'], 'row-unreadable'])
  })

  it('[ARC-40] the list that Zotero exports is read by its headings', async () => {
    const text = [
      '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","DOI","Date"',
      '"A","journalArticle","2021","许, 明川; 王, 晓","鉴湖水系氨氮","中国环境监测","","10.1000/zt","2021-03"',
      '"B","book","2019","许明川","地表水自动监测","","978-7-5111-4321-0","",""',
      '"C","webpage","2020","","网页","","","",""',
    ].join('\r\n')
    const read = await rowsOf(new File([text], '导出的条目.csv'))
    expect(outcomes(read, 'title', 'publishYm', 'rank')).toEqual([
      ['paper', '鉴湖水系氨氮', '202103', '1'],
      ['book', '地表水自动监测', null, null],
      'row-without-section',
    ])
  })

  it('[ARC-40] rows in are rows out, whatever the file', async () => {
    for (const file of [new Blob([ENDNOTE]), new File(['论文题目,刊物名称\n一,甲\n一,甲\n"二,乙'], '论文.csv')]) {
      const read = await rowsOf(file)
      const plan = planImport(read.rows, [])
      const decided = importOf(plan, new Map(plan.map((row) => [row.row, usualDecision(row)])))
      const out = [...decided.added, ...decided.merged, ...decided.refused]
        .map(({ row }) => row)
        .concat(decided.skipped)
      expect(out.sort((a, b) => a - b)).toEqual(read.rows.map((_, at) => at + 1))
      expect(decided.refused.length).toBeGreaterThan(0)
    }
  })
})

describe('the template', () => {
  it('[CLIENT-167] lets every field with options be chosen from a list, which names exactly its options', async () => {
    for (const section of SECTIONS) {
      const { blob } = await sectionWorkbook(section, [], 'zh')
      const directory = (await readDirectory(blob)) ?? []
      const text = async (path: string) => {
        const entry = directory.find((one) => one.path === path)
        const bytes = entry && (await readEntry(blob, entry, 1024 * 1024))
        return new TextDecoder().decode(bytes ?? new Uint8Array())
      }
      const xml = new DOMParser().parseFromString(await text('xl/worksheets/sheet1.xml'), 'application/xml')
      const lists = [...xml.getElementsByTagName('dataValidation')]
      const wanted = section.fields.flatMap((field, at) =>
        field.type.kind === 'choice' || field.type.kind === 'yes-no'
          ? [{ field, column: String.fromCharCode(65 + at) }]
          : [],
      )
      expect(lists.map((list) => list.getAttribute('sqref'))).toEqual(
        wanted.map(({ column }) => `${column}3:${column}3002`),
      )
      // After the cells and nowhere else, or Excel calls the file damaged.
      if (wanted.length > 0)
        expect(xml.getElementsByTagName('sheetData')[0]?.nextElementSibling?.localName).toBe('dataValidations')
      let choices = 0
      for (const [at, { field }] of wanted.entries()) {
        const formula = lists[at]?.textContent
        if (field.type.kind === 'yes-no') expect(formula).toBe('"是,否"')
        else if (field.type.kind === 'choice') {
          const column = String.fromCharCode(65 + choices++)
          expect(formula).toBe(`'选项'!$${column}$2:$${column}$${field.type.options.length + 1}`)
        }
      }
      expect(choiceListsXml(section, 'en')).not.toContain('选')
    }
  })
})
