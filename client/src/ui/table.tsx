/**
 * Rows under headings. On a narrow screen each row becomes a small card of its own, every value with its heading, so that
 * nothing must be scrolled sideways. The first column names the row.
 *
 * Always true: where rows have keys, a row stays while its key is there, and the focus in it, whatever else of the rows comes anew.
 */
import { createComputed, For, type JSX, on } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
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
   * For rows of plain data that are asked for again while they are shown. A cell's row is then a copy that follows, to be known by its key and not by being
   * the same object.
   */
  readonly rowKey?: (row: Row) => string
}

export function Table<Row>(props: TableProps<Row>): JSX.Element {
  const rows = keptRows(props)
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

/** The rows, each the same object for as long as its key is among them. */
function keptRows<Row>(props: TableProps<Row>): () => readonly Row[] {
  const { rowKey } = props
  if (!rowKey) return () => props.rows
  const [kept, setKept] = createStore<{ rows: { readonly key: string; readonly row: Row }[] }>({ rows: [] })
  createComputed(
    on(
      () => props.rows,
      (rows) => {
        // A copy: what is merged into would change under whoever else holds it.
        const copies = rows.map((row) => ({ key: rowKey(row), row: structuredClone(row) }))
        setKept('rows', reconcile(copies, { key: 'key', merge: true }))
      },
    ),
  )
  return () => kept.rows.map(({ row }) => row)
}
