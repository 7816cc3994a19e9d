/** Every view of an entry's fields with text that breaks other programs in every text field of every section: shown as the text it is. */
import { cleanup } from '@solidjs/testing-library'
import type { Item } from '@yejibu/shared/archive/item'
import { contentOf, fieldsOf } from '@yejibu/shared/archive/revision'
import { SECTION_KEYS } from '@yejibu/shared/archive/section'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { EvidenceList } from './archive/evidence-list.tsx'
import { ItemForm } from './archive/item-form.tsx'
import { titleOf } from './archive/item-line.ts'
import { ItemList } from './archive/item-list.tsx'
import { OtherVersionNote } from './archive/other-version.tsx'
import { type ArchiveStage, archiveStage, renderPage, TODAY } from './archive/testing/archive-stage.tsx'
import {
  aliveIn,
  entriesWith,
  flat,
  HUGE,
  PARTS,
  SHORT,
  sentOf,
  shownIn,
  textsOf,
} from './archive/testing/hostile-entries.ts'
import { FieldsOf } from './archive/transfer/fields-of.tsx'
import { RevisionFields } from './review/revision-fields.tsx'
import { UnsyncedCard } from './storage/unsynced-card.tsx'

interface View {
  readonly name: string
  /** The fields whose text it shows. */
  readonly shows: (item: Item) => readonly string[]
  readonly render: (item: () => Item, stage: ArchiveStage) => JSX.Element
}

const blank = (item: Item): Item => ({ ...item, fields: {}, evidence: [] })

const VIEWS: readonly View[] = [
  {
    name: 'the form',
    shows: textsOf,
    render: (item, { view }) => (
      <ItemForm
        item={item()}
        groups={[{ key: item().part, label: null, fields: fieldsOf(item().part) }]}
        edits={view}
        problems={[]}
        today={TODAY}
        showsAll={true}
      />
    ),
  },
  {
    name: 'the reviewer’s reading',
    shows: sentOf,
    render: (item) => <RevisionFields content={contentOf(item())} base={null} onlyChanged={false} />,
  },
  {
    name: 'the reviewer’s comparing',
    shows: sentOf,
    render: (item) => <RevisionFields content={contentOf(item())} base={contentOf(blank(item()))} onlyChanged={true} />,
  },
  {
    name: 'the import’s preview',
    shows: () => [],
    render: (item) => {
      const section = () => SECTION_KEYS.find((key) => key === item().part)
      return <Show when={section()}>{(part) => <FieldsOf part={part()} fields={item().fields} />}</Show>
    },
  },
  {
    name: 'the list of files',
    shows: (item) => item.evidence.map(({ name }) => name),
    render: (item, { archive, view }) => (
      <EvidenceList archive={archive.id} item={item()} store={archive.evidence} edits={view} usualKind="evidence" />
    ),
  },
  {
    name: 'the list of entries',
    shows: (item) => [titleOf(item).zh],
    render: (item, { archive }) => (
      <ItemList
        archive={archive}
        label="条目"
        items={[item()]}
        onDelete={() => undefined}
        onDuplicate={() => undefined}
        onMoveTo={() => undefined}
      />
    ),
  },
  {
    name: 'what waits on this device',
    shows: (item) => [titleOf(item).zh, ...item.evidence.map(({ name }) => name)],
    render: (item, { archive }) => (
      <UnsyncedCard
        account={archive.id}
        overview={{
          documents: [{ name: `archive/${archive.id}`, isUnsent: true, edits: 1, durableAt: null }],
          commands: [],
          files: item().evidence.map(({ sha256, type, name }) => ({
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
        waitingIn={() => [item()]}
        entryOf={item}
      />
    ),
  },
  {
    name: '另一版本',
    shows: textsOf,
    render: (item) => (
      <For each={fieldsOf(item().part)}>
        {(field) => (
          <OtherVersionNote
            field={field}
            other={{ key: `o:${field.name}|1-1`, field: field.name, value: item().fields[field.name] ?? null }}
            onTake={() => undefined}
            onDismiss={() => undefined}
          />
        )}
      </For>
    ),
  },
]

/** Each section has its share of the strings, another one each: over the seventeen parts every string is shown in every view. */
const shareOf = (part: (typeof PARTS)[number]) => SHORT.filter((_text, at) => at % 17 === PARTS.indexOf(part))

describe.each(PARTS)('in every text field of %s', (part) => {
  it.each(VIEWS)('[CLIENT-186] $name shows it as the text it is', ({ shows, render }) => {
    const [first, ...others] = entriesWith(part, shareOf(part))
    if (!first) throw new Error('there are strings')
    const [item, setItem] = createSignal(first)
    const stage = archiveStage()
    renderPage(() => render(item, stage))
    for (const next of [first, ...others]) {
      setItem(next)
      expect(aliveIn(document.body)).toEqual([])
      const shown = shownIn(document.body)
      for (const text of shows(next)) expect(shown.includes(flat(text)), JSON.stringify(text)).toBe(true)
    }
  })
})

describe('a megabyte in a field', () => {
  it.each(VIEWS)('[CLIENT-186] $name shows it, or says that there is more', ({ render }) => {
    for (const text of HUGE) {
      const [first] = entriesWith('paper', [text])
      if (!first) throw new Error('there is an entry')
      renderPage(() => render(() => first, archiveStage()))
      expect(aliveIn(document.body)).toEqual([])
      cleanup()
    }
  })
})
