import { cleanup, render, screen } from '@solidjs/testing-library'
import { itemIdSchema } from '@yejibu/shared/kernel/ids'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it } from 'vitest'
import { LanguageProvider } from '../language/language.tsx'
import { EntryList } from './entry-list.tsx'
import type { ReviewEntry } from './review-entries.ts'

afterEach(cleanup)

const entry = (n: number): ReviewEntry => ({
  id: itemIdSchema.parse(`paper-${n}`),
  part: 'paper',
  title: { zh: `论文${n}`, en: `Paper ${n}` },
  group: n < 300 ? 'waiting' : 'dealt-with',
  standing: n < 300 ? 'waiting' : 'approved',
  waits: n < 300 ? 'a'.repeat(64) : null,
  since: null,
  isGone: false,
})

function shown(count: number) {
  const [entries, setEntries] = createSignal<readonly ReviewEntry[]>(Array.from({ length: count }, (_, n) => entry(n)))
  const [selected, setSelected] = createSignal(entries()[0]?.id ?? null)
  render(() => (
    <LanguageProvider initially="zh">
      <nav data-scrolls>
        <EntryList
          entries={entries()}
          selected={selected()}
          underWay={[]}
          presentAt={() => []}
          readingOf={() => null}
          assignedTo={() => null}
          onSelect={setSelected}
        />
      </nav>
    </LanguageProvider>
  ))
  return { setEntries, setSelected }
}

describe('the list of entries', () => {
  it('[CLIENT-126] hundreds of entries draw only what is in sight, each with its place in the whole', () => {
    shown(500)
    const rows = screen.queryAllByRole('listitem')
    expect(rows.length).toBeLessThan(100)
    for (const row of rows) expect(row).toHaveAttribute('aria-setsize', '500')
  })

  it('[CLIENT-541] the focus stays on an entry when a colleague’s ruling comes in, and on one that moves', () => {
    const { setEntries } = shown(3)
    const second = screen.getByRole('button', { name: /论文1/ })
    second.focus()
    setEntries([entry(0), entry(1), { ...entry(2), standing: 'returned', group: 'dealt-with' }])
    expect(screen.getByRole('heading', { name: '待审核（2）' })).toBeInTheDocument()
    expect(second).toHaveFocus()
    setEntries([entry(1), entry(0)])
    expect(second).toHaveFocus()
  })

  it('[CLIENT-126] a short list draws all of it, in its groups', () => {
    shown(30)
    expect(screen.getAllByRole('listitem')).toHaveLength(30)
    expect(screen.getByRole('heading', { name: '待审核（30）' })).toBeInTheDocument()
  })
})
