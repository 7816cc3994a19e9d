/**
 * One section of the archive: its entries, newest first unless their owner put them elsewhere, and the way to add, copy, move, delete
 * and send them. Keys: list-keys.ts; Ctrl+Z takes back what was done on this page.
 */
import { useNavigate, useParams } from '@solidjs/router'
import type { Item } from '@yejibu/shared/archive/item'
import { inPlaces } from '@yejibu/shared/archive/place'
import type { Section } from '@yejibu/shared/archive/section'
import type { ItemId } from '@yejibu/shared/kernel/ids'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { listWords } from '../language/archive-list.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { createListOrder } from './create-list-order.ts'
import { createSteps } from './create-steps.ts'
import { pathOf, titleOf } from './item-line.ts'
import { focusRow, ItemList } from './item-list.tsx'
import { useListKeys } from './list-keys.ts'
import { type OwnArchive, WithOwnArchive } from './own-archive.tsx'
import { sectionInPath } from './section-in-path.ts'
import { SectionKeys } from './section-keys.tsx'
import { SendSection } from './send-section.tsx'

export default function Page(): JSX.Element {
  const t = useText(archiveWords)
  const params = useParams()
  return (
    <Show
      when={sectionInPath(params.section)}
      keyed
      fallback={
        <div class="page">
          <PageHeader title={t('noSection.title')} back={{ href: '/archive', label: t('title') }} />
          <p>{t('noSection.body')}</p>
        </div>
      }
    >
      {(section) => <WithOwnArchive>{(archive) => <SectionView archive={archive} section={section} />}</WithOwnArchive>}
    </Show>
  )
}

export function SectionView(props: { readonly archive: OwnArchive; readonly section: Section }): JSX.Element {
  const t = useText(archiveWords)
  const list = useText(listWords)
  const { say } = useLanguage()
  const navigate = useNavigate()
  const toasts = useToasts()
  const items = createMemo(() => inPlaces(props.archive.view.itemsIn(props.section.key)))
  const steps = createSteps()
  const order = createListOrder({ archive: props.archive, items, steps, onMoved: focusRow })
  const add = (isPrivate = false) => {
    const id = props.archive.edits.addItem(props.section.key, {}, { isPrivate })
    navigate(pathOf({ part: props.section.key, id }))
  }
  /** The words alone: evidence proves the one achievement that it belongs to. */
  const duplicate = (item: Item) => {
    const isPrivate = props.archive.privacy.isPrivate(item.id)
    const copy = props.archive.edits.addItem(props.section.key, item.fields, { isPrivate })
    navigate(pathOf({ part: props.section.key, id: copy }))
    toasts.show(t('duplicated'))
  }
  const remove = (item: Item) =>
    props.archive.brake.attempt(1, () => {
      const at = items().indexOf(item)
      const { undo } = props.archive.documentOf(item.id)
      steps.perform([undo], () => props.archive.edits.deleteItem(item.id))
      toasts.offerUndo(t('deleted', { title: say(titleOf(item)) }), () => {
        steps.perform([undo], () => props.archive.edits.restoreItem(item.id))
        focusRow(item.id)
      })
      // The keyboard stays where it was: on what follows, or on the last.
      const next = items()[Math.min(at, items().length - 1)]
      if (next) focusRow(next.id)
    })
  const withRow = (work: (item: Item, at: number) => void) => (row: string) => {
    const at = items().findIndex(({ id }) => id === row)
    const item = items()[at]
    if (item) work(item, at)
  }
  useListKeys({
    rowSelector: '[data-row]',
    onAdd: () => add(),
    onMove: (row, step) => withRow(({ id }, at) => order.moveTo(id, at + step))(row),
    onDelete: withRow(remove),
    onDuplicate: withRow(duplicate),
  })
  return (
    <>
      <PageHeader
        title={say(props.section.label)}
        about={say(props.section.hint)}
        back={{ href: '/archive', label: t('title') }}
        aside={
          <Show when={props.section.isMandatory}>
            <Badge tone="info" title={t('section.mandatoryAbout')}>
              {t('section.mandatory')}
            </Badge>
          </Show>
        }
        actions={
          <>
            <Show when={items().length > 0}>
              <SendSection archive={props.archive} section={props.section} items={items()} />
            </Show>
            <Button onPress={() => add(true)}>{t('section.addPrivate')}</Button>
            <Button look="primary" onPress={() => add()}>
              <Plus size={16} aria-hidden="true" />
              {t('section.add')}
            </Button>
          </>
        }
      />
      <Show
        when={items().length > 0}
        fallback={
          <EmptyState title={t('section.empty')}>
            {props.section.isMandatory ? t('section.mandatoryAbout') : say(props.section.hint)}
          </EmptyState>
        }
      >
        <Show when={order.isPlaced()}>
          <p class="list-order no-print">
            {list('placed')}{' '}
            <Button size="small" look="quiet" onPress={order.byDate}>
              {list('byDate')}
            </Button>
          </p>
        </Show>
        <ItemList
          archive={props.archive}
          label={say(props.section.label)}
          items={items()}
          onDelete={remove}
          onDuplicate={duplicate}
          onMoveTo={(id: ItemId, to: number) => order.moveTo(id, to)}
        />
        <SectionKeys />
      </Show>
    </>
  )
}
