/**
 * Rows under headings. On a narrow screen each row becomes a small card of its own, every value with its heading, so that
 * nothing must be scrolled sideways. The first column names the row.
 *
 * Always true: where rows have keys, a row stays while its key is there, and the focus in it, whatever else of the rows comes anew. Of very many rows the
 * first are drawn, and further ones when they are asked for; a printer gets them all.
 */
import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import { Button } from './button.tsx'
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
  /** How many rows are drawn at once. */
  readonly atOnce?: number
}

const AT_ONCE = 300

export function Table<Row>(props: TableProps<Row>): JSX.Element {
  const t = useText(uiWords)
  const { rowKey } = props
  const [drawn, setDrawn] = createSignal(props.atOnce ?? AT_ONCE)
  const rest = () => props.rows.length - drawn()
  const drawAll = () => setDrawn(Number.POSITIVE_INFINITY)
  onMount(() => window.addEventListener('beforeprint', drawAll))
  onCleanup(() => window.removeEventListener('beforeprint', drawAll))
  let body: HTMLTableSectionElement | undefined
  /** The button may go with it: the focus goes to the first row that came. */
  const drawMore = () => {
    const before = drawn()
    setDrawn(before + (props.atOnce ?? AT_ONCE))
    const row = body?.rows[before]
    const first = row?.querySelector<HTMLElement>('a, button, input, select') ?? row?.cells[0]
    if (first?.tagName === 'TH') first.tabIndex = -1
    first?.focus()
  }
  const first = () => props.rows.slice(0, drawn())
  const rows = rowKey ? createKeptRows(first, rowKey) : first
  return (
    <>
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
        <tbody ref={body}>
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
      <Show when={rest() > 0}>
        <div data-more-rows>
          <Button look="quiet" isWide onPress={drawMore}>
            {t('table.more', { n: Math.min(props.atOnce ?? AT_ONCE, rest()), rest: rest() })}
          </Button>
        </div>
      </Show>
    </>
  )
}
