/** The tables as an Excel workbook, a sheet each, by a library that only this download loads. Words are text that nothing computes; counts are numbers. */
import { toCell } from '@yejibu/shared/archive/transfer/sheet-text'
import writeXlsxFile from 'write-excel-file/universal'
import type { DataTable } from './tables.ts'

export function statisticsWorkbook(tables: readonly DataTable[]): Promise<Blob> {
  return writeXlsxFile(
    tables.map(({ title, head, rows }) => ({
      // As long as a workbook lets a name be.
      sheet: title.slice(0, 31),
      data: [
        head.map((value) => ({ value: toCell(value), type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) =>
          row.map((value) =>
            typeof value === 'number' ? { value, type: Number } : { value: toCell(value), type: String, wrap: true },
          ),
        ),
      ],
      columns: head.map((_, at) => ({ width: at === 0 ? 32 : 18 })),
      stickyRowsCount: 1,
    })),
  ).toBlob()
}
