import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../kernel/canonical.ts'
import { sections, valuesFor } from '../../testing/arbitraries.ts'
import { normaliseInput } from '../field-input.ts'
import { SECTIONS, sectionByKey } from '../sections.ts'
import { MOST_CHARS } from './draft.ts'
import { type Cell, choicesSheet, readSheets, type Sheet, sectionSheet, sheetName } from './section-sheet.ts'
import { fromCell, MOST_CELL_CHARS, toCell } from './sheet-text.ts'
import { hostileStrings } from './testing/hostile-strings.ts'

/** What a reader of the file does with Excel's escapes. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function carried(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? unescaped(cell) : cell)))
  return { ...sheet, rows }
}

describe('a cell of a sheet', () => {
  it('[ARC-42] of 500 hostile strings none begins like a formula, and each is read back as it was', () => {
    expect(hostileStrings().length).toBeGreaterThanOrEqual(500)
    for (const text of hostileStrings()) {
      const cell = toCell(text)
      expect(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell), JSON.stringify(text.slice(0, 60))).toBe(false)
      expect(fromCell(unescaped(cell)) === text, JSON.stringify(text.slice(0, 60))).toBe(true)
    }
  })

  it('[ARC-42] any text is read back as it was, apostrophes and escapes included', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[ '=+@_x0-9A-F\t\n-]{0,12}$/)),
        (text) => {
          expect(fromCell(unescaped(toCell(text)))).toBe(text)
        },
      ),
    )
  })
})

describe('a section as a sheet', () => {
  it('[ARC-42] what was exported comes in again as it was, in either language', () => {
    fc.assert(
      fc.property(
        sections.chain((part) => fc.record({ part: fc.constant(part), fields: valuesFor(part) })),
        fc.constantFrom('zh' as const, 'en' as const),
        ({ part, fields }, language) => {
          const { sheet, cut } = sectionSheet(sectionByKey(part), [{ fields }], language)
          expect(cut).toEqual([])
          const { rows, ignoredColumns } = readSheets([carried(sheet)])
          const isEmpty = Object.values(fields).every((value) => value === null)
          expect(ignoredColumns).toEqual([])
          expect(rows).toEqual(isEmpty ? [] : [{ row: 1, draft: { part, fields, identifiers: [] } }])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('[ARC-42] hostile text in a field stays that text through a sheet; what no cell holds is named', () => {
    const paper = sectionByKey('paper')
    const title = paper.fields.find(({ name }) => name === 'title')
    if (!title) throw new Error('papers have titles')
    for (const text of hostileStrings()) {
      const kept = normaliseInput(title, canonicalText(text))
      const { sheet, cut } = sectionSheet(paper, [{ fields: { title: kept, journal: '环境监测' } }], 'zh')
      const [row] = readSheets([carried(sheet)]).rows
      if (!row) throw new Error('the row is lost')
      if ((kept?.length ?? 0) > MOST_CELL_CHARS) expect(cut.map(({ field }) => field.name)).toEqual(['title'])
      else expect(cut).toEqual([])
      if ('draft' in row) expect(row.draft.fields.title === kept, JSON.stringify(text.slice(0, 60))).toBe(true)
      else expect(row.refusal).toMatchObject({ kind: 'row-too-long', field: 'title', maxChars: MOST_CHARS })
    }
  })

  it('[ARC-42] the template of every section names each field, lists its choices, and holds no entry', () => {
    for (const section of SECTIONS) {
      const { sheet } = sectionSheet(section, [], 'zh')
      expect(sheet.rows).toHaveLength(2)
      expect(sheet.rows[0]).toHaveLength(section.fields.length)
      expect(readSheets([sheet, choicesSheet(section, 'zh')])).toEqual({
        rows: [],
        ignoredColumns: [],
        ignoredSheets: [],
      })
      expect(sheetName(section, 'zh')).toMatch(/^[^[\]:*?/\\]{1,31}$/)
    }
    const names = new Set(SECTIONS.map((section) => sheetName(section, 'zh')))
    expect(names.size).toBe(16)
  })

  it('[ARC-42] columns are known by their headings in any order; numbers, dates and truth values are read as the field means them', () => {
    const cells: Cell[][] = [
      ['发表时间 *', '刊物名称', '论文题目 *', '备注', '本人排名', '是否代表论文', '影响因子', '论文类别'],
      [new Date('2021-05-01T00:00:00Z'), '环境科学', '总磷通量估算', '自用', 1, true, 0.1 + 0.2, '期刊'],
      ['2020年7月3日', null, '氨氮', null, '２', '否', null, '不在列表'],
      [null, null, null, '只有备注', null, null, null, null],
    ]
    const read = readSheets([
      { name: 'Sheet1', rows: cells },
      { name: '其他', rows: [['甲', '乙']] },
    ])
    expect(read.ignoredColumns).toEqual(['备注'])
    expect(read.ignoredSheets).toEqual(['其他'])
    const drafts = read.rows.flatMap((row) => ('draft' in row ? [row.draft] : []))
    expect(drafts.map(({ part }) => part)).toEqual(['paper', 'paper'])
    expect(drafts[0]?.fields).toMatchObject({
      publishYm: '202105',
      rank: '1',
      isRepresentative: 'yes',
      impactFactor: '0.3',
      paperType: 'journal',
    })
    expect(drafts[1]?.fields).toMatchObject({
      publishYm: '202007',
      rank: '2',
      isRepresentative: 'no',
      paperType: '不在列表',
    })
  })

  it('[ARC-42] an open end that says 至今 is an empty one', () => {
    const read = readSheets([
      {
        name: '工作经历',
        rows: [
          ['开始时间', '结束时间', '工作单位'],
          ['201407', '至今', '监测中心'],
        ],
      },
    ])
    expect(read.rows).toMatchObject([{ draft: { part: 'work', fields: { beginYm: '201407', endYm: null } } }])
  })
})
