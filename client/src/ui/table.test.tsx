import { fireEvent, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { type Column, Table } from './table.tsx'
import { show } from './testing/show.tsx'

interface Person {
  readonly id: string
  readonly name: string
  readonly waiting: number
}

const columns: readonly Column<Person>[] = [
  { key: 'name', label: '姓名', cell: (person) => <a href={`/${person.id}`}>{person.name}</a> },
  { key: 'waiting', label: '待审核', cell: (person) => (person.waiting === 0 ? '—' : `${person.waiting} 条`) },
]
const lu = { id: 'lu', name: '陆青禾', waiting: 2 }
const xu = { id: 'xu', name: '许明川', waiting: 1 }

function showPeople() {
  const [rows, setRows] = createSignal<readonly Person[]>([lu, xu])
  show(() => <Table caption="待审核人员" columns={columns} rows={rows()} rowKey={({ id }) => id} />)
  return { setRows, link: () => screen.getByRole('link', { name: '陆青禾' }) }
}

it('[CLIENT-527] keeps the row that has the focus when the same rows come anew, with other values and in another order', () => {
  const { setRows, link } = showPeople()
  const before = link()
  before.focus()
  setRows([{ ...lu }, { ...xu }])
  expect(link()).toBe(before)
  expect(before).toHaveFocus()
  setRows([{ ...lu, waiting: 1 }, { ...xu }])
  expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual(['姓名待审核', '陆青禾1 条', '许明川1 条'])
  expect(before).toHaveFocus()
  setRows([{ ...lu, waiting: 0 }])
  expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual(['姓名待审核', '陆青禾—'])
  expect(before).toHaveFocus()
  // What somebody else holds is not changed under them.
  expect(lu).toEqual({ id: 'lu', name: '陆青禾', waiting: 2 })
})

it('[CLIENT-527] shows another person where another one came', () => {
  const { setRows } = showPeople()
  setRows([{ id: 'sun', name: '孙立', waiting: 3 }, { ...xu }])
  expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual(['姓名待审核', '孙立3 条', '许明川1 条'])
  expect(screen.getByRole('link', { name: '孙立' })).toHaveAttribute('href', '/sun')
})

it('[CLIENT-540] keeps the focus in a row that moves among the others', () => {
  const { setRows, link } = showPeople()
  for (const rows of [
    [xu, lu],
    [{ id: 'sun', name: '孙立', waiting: 3 }, lu, xu],
    [xu, { ...lu, waiting: 9 }],
  ]) {
    link().focus()
    setRows(rows)
    expect(link()).toHaveFocus()
  }
  // Where the row with the focus has gone, the focus goes nowhere else.
  setRows([{ ...xu }])
  expect(document.body).toHaveFocus()
})

describe('a table of very many rows', () => {
  const many = Array.from({ length: 700 }, (_, n): Person => ({ id: `p${n}`, name: `第${n + 1}人`, waiting: 1 }))
  const showMany = (rows: readonly Person[] = many) =>
    show(() => <Table caption="待审核人员" columns={columns} rows={rows} rowKey={({ id }) => id} />)
  const people = () => screen.getAllByRole('rowheader').length

  it('[CLIENT-538] draws the first, and further ones when they are asked for, with the focus on the first that came', () => {
    showMany()
    expect(people()).toBe(300)
    fireEvent.click(screen.getByRole('button', { name: '再显示300行（还有400行）' }))
    expect(people()).toBe(600)
    expect(screen.getByRole('link', { name: '第301人' })).toHaveFocus()
    fireEvent.click(screen.getByRole('button', { name: '再显示100行（还有100行）' }))
    expect(people()).toBe(700)
    expect(screen.getByRole('link', { name: '第601人' })).toHaveFocus()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('[CLIENT-538] is printed whole', () => {
    showMany()
    window.dispatchEvent(new Event('beforeprint'))
    expect(people()).toBe(700)
  })

  it('[CLIENT-538] has no button where all rows are drawn', () => {
    showMany(many.slice(0, 300))
    expect(people()).toBe(300)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
