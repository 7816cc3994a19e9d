/** Sheets as Excel files, by libraries that only this part of the program loads. */

import type { Item } from '@yejibu/shared/archive/item'
import type { Section } from '@yejibu/shared/archive/section'
import {
  type Cell,
  type CutValue,
  choicesSheet,
  type Language,
  type ReadSheets,
  readSheets,
  type Sheet,
  sectionSheet,
} from '@yejibu/shared/archive/transfer/section-sheet'
import readXlsxFile from 'read-excel-file/universal'
import writeXlsxFile, { type SheetData } from 'write-excel-file/universal'
import { choiceListsXml } from './choice-lists.ts'

/** Null when the file is no workbook. */
export async function readSheetRows(file: Blob): Promise<ReadSheets | null> {
  try {
    // Untrimmed, and text as text: what was typed is brought to its spelling by the field, not by the reader.
    const sheets = await readXlsxFile(file, { trim: false })
    return readSheets(
      sheets.map(({ sheet, data }): Sheet => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })),
    )
  } catch {
    return null
  }
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value instanceof Date ? value : String(value)
}

/** @returns the workbook, and the values of which a cell holds the beginning only */
export async function sectionWorkbook(
  section: Section,
  entries: readonly Pick<Item, 'fields'>[],
  language: Language,
): Promise<{ readonly blob: Blob; readonly cut: readonly CutValue[] }> {
  const { sheet, cut } = sectionSheet(section, entries, language)
  const choices = choicesSheet(section, language)
  const sheets = choices.rows.length > 0 ? [sheet, choices] : [sheet]
  const lists = choiceListsXml(section, language)
  const blob = await writeXlsxFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: asData(rows, name === sheet.name),
      columns: rows[0]?.map(() => ({ width: 24 })) ?? [],
      stickyRowsCount: name === sheet.name ? 2 : 1,
    })),
    {
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                transform: (xml, _options, { sheetIndex }) =>
                  sheetIndex === 0 ? xml.replace('</sheetData>', () => `</sheetData>${lists}`) : xml,
              },
            },
          },
        },
      ],
    },
  ).toBlob()
  return { blob, cut }
}

/** Every cell is declared text: nothing in it is taken for a number, a date or a formula. */
function asData(rows: readonly (readonly Cell[])[], hasNotes: boolean): SheetData {
  return rows.map((row, at) =>
    row.map((value) => {
      if (value === null) return null
      const cell = { value: String(value), type: String, format: '@' }
      if (at === 0) return { ...cell, fontWeight: 'bold' as const, backgroundColor: '#e7efed' }
      return at === 1 && hasNotes ? { ...cell, wrap: true, textColor: '#5b6663', alignVertical: 'top' as const } : cell
    }),
  )
}
