/** One entry of the archive. */
import { Navigate, useBeforeLeave, useNavigate, useParams } from '@solidjs/router'
import type { Item } from '@yejibu/shared/archive/item'
import type { EvidenceKind, Section } from '@yejibu/shared/archive/section'
import { whenHolds } from '@yejibu/shared/archive/when'
import { itemIdSchema } from '@yejibu/shared/kernel/ids'
import { createMemo, type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Shortcut } from '../ui/shortcut.tsx'
import { useToasts } from '../ui/toasts.tsx'
import { EntryEditor } from './entry-editor.tsx'
import { problemsInSection } from './entry-problems.ts'
import type { FormGroup } from './item-form.tsx'
import { isBlank, pathOf, titleOf } from './item-line.ts'
import { type OwnArchive, WithOwnArchive, whereIs } from './own-archive.tsx'
import { PrivateMark } from './private-mark.tsx'
import { SavedLine } from './saved-line.tsx'
import { sectionInPath } from './section-in-path.ts'
import { StandingBadge } from './standing-badge.tsx'

export default function Page(): JSX.Element {
  const t = useText(archiveWords)
  const params = useParams()
  const section = () => sectionInPath(params.section)
  return (
    <Show
      when={section()}
      keyed
      fallback={
        <div class="page">
          <PageHeader title={t('noSection.title')} back={{ href: '/archive', label: t('title') }} />
          <p>{t('noSection.body')}</p>
        </div>
      }
    >
      {(known) => (
        <Show when={params.item} keyed>
          {(id) => <WithOwnArchive>{(archive) => <Entry archive={archive} section={known} id={id} />}</WithOwnArchive>}
        </Show>
      )}
    </Show>
  )
}

function Entry(props: { readonly archive: OwnArchive; readonly section: Section; readonly id: string }): JSX.Element {
  const t = useText(archiveWords)
  const { say } = useLanguage()
  const back = () => ({ href: `/archive/${props.section.key}`, label: say(props.section.label) })
  const item = createMemo(() => {
    const id = itemIdSchema.safeParse(props.id)
    const found = id.success ? props.archive.view.item(id.data) : undefined
    return found?.part === props.section.key ? found : undefined
  })
  /** An address from before the entry was made private, or shown. */
  const movedTo = createMemo(() => {
    const id = itemIdSchema.safeParse(props.id)
    return item() === undefined && id.success ? props.archive.privacy.whereNow(id.data) : undefined
  })
  return (
    <Show
      when={item()}
      fallback={
        <Show
          when={movedTo()}
          fallback={
            <>
              <PageHeader title={t('gone.title')} back={back()} />
              <EmptyState
                title={t('gone.heading')}
                action={<LinkButton href={back().href}>{t('gone.back', { section: back().label })}</LinkButton>}
              >
                {t('gone.body')}
              </EmptyState>
            </>
          }
        >
          {(next) => <Navigate href={pathOf({ part: props.section.key, id: next() })} state={{ keepsFocus: true }} />}
        </Show>
      }
    >
      {(known) => <Known archive={props.archive} section={props.section} item={known()} back={back()} />}
    </Show>
  )
}

interface KnownProps {
  readonly archive: OwnArchive
  readonly section: Section
  readonly item: Item
  readonly back: { readonly href: string; readonly label: string }
}

function Known(props: KnownProps): JSX.Element {
  const t = useText(archiveWords)
  const { say } = useLanguage()
  const navigate = useNavigate()
  const toasts = useToasts()
  const { edits, view } = props.archive
  const id = props.item.id
  let wasDeleted = false
  const problems = createMemo(() => problemsInSection(props.item, view.itemsIn(props.section.key), props.archive.today))
  /** No register feeds this office (domain §3.4-1): a mark that only a feed sets is shown where it is set. */
  const isUnfed = (name: string) => name === 'autoExtracted' && (props.item.fields[name] ?? null) === null
  const groups = createMemo(
    (): readonly FormGroup[] => [
      { key: props.section.key, label: null, fields: props.section.fields.filter((field) => !isUnfed(field.name)) },
    ],
    undefined,
    // The same fields make the same form: a new one would take the focus away while one types.
    { equals: (a, b) => a[0]?.fields.length === b[0]?.fields.length },
  )
  const remove = () =>
    props.archive.brake.attempt(1, () => {
      const title = say(titleOf(props.item))
      wasDeleted = true
      edits.deleteItem(id)
      toasts.offerUndo(t('deleted', { title }), () => edits.restoreItem(id))
      navigate(props.back.href)
    })
  /** The words alone: evidence proves the one achievement that it belongs to. */
  const duplicate = () => {
    const isPrivate = props.archive.privacy.isPrivate(id)
    const copy = edits.addItem(props.section.key, props.item.fields, { isPrivate })
    navigate(pathOf({ part: props.section.key, id: copy }))
    toasts.show(t('duplicated'))
  }
  // Before leaving and not at the end of the page's life: by then the document has been given back.
  useBeforeLeave((event) => {
    // An entry that was begun and left without a word is no entry.
    const left = wasDeleted || event.defaultPrevented ? undefined : view.item(id)
    if (left && isBlank(left) && view.standing(id).kind === 'draft') edits.deleteItem(id)
  })
  return (
    <>
      <PageHeader
        title={say(titleOf(props.item))}
        back={props.back}
        aside={
          <>
            <StandingBadge kind={view.standing(id).kind} />
            <Show when={props.archive.privacy.isPrivate(id)}>
              <PrivateMark />
            </Show>
          </>
        }
        about={
          <SavedLine
            isPrivate={props.archive.privacy.isPrivate(id)}
            where={whereIs(props.archive, props.item)}
            isAway={props.archive.document.connection().kind !== 'live'}
          />
        }
        actions={
          <>
            <span class="muted small no-print entry__keys">
              <Shortcut keys={['Ctrl', 'Z']} /> {t('undo.hint')}
            </span>
            <Button onPress={duplicate}>{t('duplicate')}</Button>
            <Button look="danger" onPress={remove}>
              {t('delete')}
            </Button>
          </>
        }
      />
      <EntryEditor
        archive={props.archive}
        item={props.item}
        title={say(props.section.label)}
        hint={say(props.section.hint)}
        groups={groups()}
        problems={problems()}
        usualKind={usualKindOf(props.section, props.item)}
      />
    </>
  )
}

/** The kind of proof that the section still asks for, else plain evidence. */
function usualKindOf(section: Section, item: Item): EvidenceKind {
  for (const rule of section.rules) {
    if (rule.code !== 'V-EVIDENCE-REQ' || rule.kind === 'any') continue
    if (rule.when !== undefined && !whenHolds(rule.when, item.fields)) continue
    if (!item.evidence.some(({ kind }) => kind === rule.kind)) return rule.kind
  }
  return 'evidence'
}
