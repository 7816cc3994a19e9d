/** Lists, notices, search, dealings and submissions with all the text that breaks other programs at once: each shown as the text it is. */
import { fireEvent, screen } from '@solidjs/testing-library'
import type { Item } from '@yejibu/shared/archive/item'
import { contentOf } from '@yejibu/shared/archive/revision'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import { reviewOf } from '@yejibu/shared/review/review'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { createSignal, For, type JSX } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { SubmissionContent } from './application/submission-content.tsx'
import { EvidenceList } from './archive/evidence-list.tsx'
import { HistoryList } from './archive/history-list.tsx'
import { ItemList } from './archive/item-list.tsx'
import { ItemSearch } from './archive/item-search.tsx'
import { OtherVersionNote } from './archive/other-version.tsx'
import { plain } from './archive/plain-text.ts'
import { type ArchiveStage, archiveStage, renderPage } from './archive/testing/archive-stage.tsx'
import { aliveIn, entriesWith, flat, PARTS, SHORT, sentOf, shownIn } from './archive/testing/hostile-entries.ts'
import { UnsyncedCard } from './storage/unsynced-card.tsx'

const FILES = SHORT.map((name, at) => ({
  sha256: at.toString(16).padStart(64, '0'),
  bytes: 4,
  type: 'application/pdf' as const,
  kind: 'evidence' as const,
  name,
}))

/** One entry of the section for each string, which is its title. */
const TITLED: readonly Item[] = SHORT.map((text, at) => ({
  id: `entry-${at}` as ItemId,
  part: 'honor',
  fields: { name: text },
  evidence: [],
  salt: 'cd'.repeat(32),
  otherVersions: [],
  order: `${at}`,
}))
const NAME = sectionByKey('honor').fields.find(({ name }) => name === 'name')
const ALL = PARTS.flatMap((part) =>
  entriesWith(
    part,
    SHORT.filter((_text, at) => at % 17 === PARTS.indexOf(part)),
  ),
)
const nothing = () => undefined

interface View {
  readonly name: string
  readonly shows: readonly string[]
  readonly render: (stage: ArchiveStage) => JSX.Element
}

const VIEWS: readonly View[] = [
  {
    name: 'the list of files',
    shows: SHORT,
    render: ({ archive, view }) => (
      <EvidenceList
        archive={archive.id}
        item={{ ...entry(0), evidence: FILES }}
        store={archive.evidence}
        edits={view}
        usualKind="evidence"
      />
    ),
  },
  {
    name: 'the list of entries',
    shows: SHORT.slice(0, 190),
    render: ({ archive }) => (
      <ItemList
        archive={archive}
        label="条目"
        items={TITLED.slice(0, 190)}
        onDelete={nothing}
        onDuplicate={nothing}
        onMoveTo={nothing}
      />
    ),
  },
  {
    name: 'what waits on this device',
    shows: SHORT,
    render: ({ archive }) => (
      <UnsyncedCard
        account={archive.id}
        overview={{
          documents: [{ name: `archive/${archive.id}`, isUnsent: true, edits: 1, durableAt: null }],
          commands: [],
          files: FILES.map(({ sha256, type, name }) => ({
            sha256,
            archive: archive.id,
            order: 1,
            size: 4,
            sent: 0,
            type,
            name,
            state: 'waiting' as const,
            refusal: null,
          })),
          lastAt: null,
        }}
        isAway={false}
        waitingIn={() => TITLED}
        entryOf={() => entry(0)}
      />
    ),
  },
  {
    name: '另一版本',
    shows: SHORT,
    render: () => (
      <For each={SHORT}>
        {(value) =>
          NAME && (
            <OtherVersionNote
              field={NAME}
              other={{ key: 'o:name|1-1', field: 'name', value }}
              onTake={nothing}
              onDismiss={nothing}
            />
          )
        }
      </For>
    ),
  },
  {
    name: 'the dealings about an entry',
    shows: SHORT,
    render: () => {
      const history = new ReviewHistory('xumingchuan')
      const paper = history.revision('paper-1', 'paper', { title: '论文一' })
      const review = reviewOf(history.send(paper).returned(paper).review(), paper.item)
      const [said] = review.said.slice(-1)
      return (
        <HistoryList
          review={{ ...review, said: said ? SHORT.map((reason) => ({ ...said, reason })) : [] }}
          nameOf={() => SHORT[0]}
        />
      )
    },
  },
  {
    name: 'a submission, as previewed and as received',
    shows: [...ALL.flatMap(sentOf), ...SHORT],
    render: ({ archive }) => (
      <SubmissionContent
        plan={undefined}
        form={{
          type: SHORT[0] ?? '',
          ticks: SHORT.slice(0, 40),
          category: '',
          acceptancePoint: '',
          statement: SHORT.join(' '),
        }}
        profile={null}
        items={ALL.filter(({ part }) => part !== 'profile').map((item, at) => ({
          item: `${item.part}-${at}` as ItemId,
          content: contentOf(item),
          note: SHORT[at % SHORT.length] ?? null,
          employer: SHORT[(at * 7) % SHORT.length] ?? '',
          approvedAt: '2022-06-30T00:00:00.000Z',
        }))}
        filing={undefined}
        owner={archive.id}
        files={archive.evidence}
        isOpen
      />
    ),
  },
]

function entry(at: number): Item {
  const item = TITLED[at]
  if (!item) throw new Error('there are strings')
  return item
}

describe('text that breaks other programs, all of it in one list', () => {
  it.each(VIEWS)('[CLIENT-186] $name shows it as the text it is', ({ shows, render }) => {
    renderPage(() => render(archiveStage()))
    expect(aliveIn(document.body)).toEqual([])
    const shown = shownIn(document.body)
    for (const text of shows) expect(shown.includes(flat(text)), JSON.stringify(text)).toBe(true)
  })

  it('[CLIENT-186] the search finds entries by it and says what it did not find', () => {
    const [items, setItems] = createSignal<readonly Item[]>([])
    renderPage(() => <ItemSearch items={items()} />)
    const box = screen.getByRole('searchbox')
    const said = () => document.querySelector('p[role="status"]')
    for (const item of TITLED) {
      const text = item.fields.name ?? ''
      // A box of one line takes no line breaks, and what is only blank looks for nothing.
      if (plain(text) === '' || flat(text) !== text) continue
      setItems([item])
      fireEvent.input(box, { target: { value: text } })
      expect(said()?.nextElementSibling?.textContent, JSON.stringify(text)).toContain(text)
      setItems([])
      expect(said()?.textContent, JSON.stringify(text)).toContain(text.trim())
      expect(aliveIn(document.body)).toEqual([])
    }
  })
})
