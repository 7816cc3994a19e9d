/**
 * Rows under headings. On a narrow screen each row becomes a small card of its own, every value with its heading, so that
 * nothing must be scrolled sideways. The first column names the row.
 */
import { For, type JSX } from 'solid-js'
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
}

export function Table<Row>(props: TableProps<Row>): JSX.Element {
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
        <For each={props.rows}>
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
