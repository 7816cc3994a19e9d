/** Columns in a terminal, where a Chinese character is two cells wide. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u

export function cellsOf(text: string): number {
  let cells = 0
  for (const character of text) cells += WIDE.test(character) ? 2 : 1
  return cells
}

/** The first row is the heading. An empty table says so. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[], whenEmpty: string): string {
  if (rows.length === 0) return whenEmpty
  const all = [heading, ...rows]
  const widths = heading.map((_, column) => Math.max(...all.map((row) => cellsOf(row[column] ?? ''))))
  return all
    .map((row) =>
      row
        .map((cell, at) => padded(cell, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Names on the left, values on the right. */
export function sheet(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => cellsOf(name)))
  return rows.map(([name, value]) => `${padded(name, width)}  ${value}`).join('\n')
}

function padded(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - cellsOf(text)))
}
