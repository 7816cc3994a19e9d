/**
 * Rows under headings. On a narrow screen each row becomes a small card of its own, every value with its heading, so that
 * nothing must be scrolled sideways. The first column names the row.
 *
 * Always true: where rows have keys, a row stays while its key is there, and the focus in it, whatever else of the rows comes anew.
 */
import { For, type JSX } from 'solid-js'
import { createKeptRows } from './kept-rows.ts'
import './card.css'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => JSX.Element
  readonly isNumber?: boolean | undefined
}

export interface TableProps<Row> {
  /** Names the table for those who listen. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /**
   * For rows of plain data that hold something to press and are asked for again while they are shown: by the row's own identity, never by its place. A
   * cell's row is then a copy that follows (`kept-rows.ts`).
   */
  readonly rowKey?: (row: Row) => string
}

export function Table<Row>(props: TableProps<Row>): JSX.Element {
  const { rowKey } = props
  const rows = rowKey ? createKeptRows(() => props.rows, rowKey) : () => props.rows
  return (
    <table class="table table--stacks">
      <caption class="for-ears">{props.caption}</caption>
      <thead>
        <tr>
          <For each={props.columns}>
            {(column) => (
              <th scope="col" classList={{ number: column.isNumber === true }}>
                {column.label}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={rows()}>
          {(row) => (
            <tr>
              <For each={props.columns}>
                {(column, index) =>
                  index() === 0 ? (
                    <th scope="row">{column.cell(row)}</th>
                  ) : (
                    <td data-label={column.label} classList={{ number: column.isNumber === true }}>
                      {column.cell(row)}
                    </td>
                  )
                }
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
