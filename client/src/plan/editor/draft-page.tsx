/** A plan in preparation: its parts one by one, saved as they are written, previewed and published from here. */
import { useParams, useSearchParams } from '@solidjs/router'
import { documentName } from '@yejibu/shared/account/access'
import { orgIdSchema, planIdSchema } from '@yejibu/shared/kernel/ids'
import { planDifferences } from '@yejibu/shared/plan/plan-differences'
import { createMemo, createResource, createSignal, For, type JSX, onCleanup, Show } from 'solid-js'
import { ArchiveProblems } from '../../archive/archive-problems.tsx'
import { saveBlob } from '../../archive/transfer/save-blob.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { createKeptRows } from '../../ui/kept-rows.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import { createOfficePlans, newestOf } from './create-office-plans.ts'
import { EDITOR_SECTIONS, type EditorSection } from './editor-sections.ts'
import { planForm } from './form-node.ts'
import { FieldView } from './node-field.tsx'
import { createPlanEdit, type PlanEdit, PlanEditProvider } from './plan-edit.ts'
import { PlanPreview } from './plan-preview.tsx'
import { nameOf, trailOf } from './plan-problems.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { YearsOffer } from './years-offer.tsx'
import './editor.css'

export default function Page(): JSX.Element {
  const t = useText(planWords)
  const params = useParams<{ office: string; id: string }>()
  const office = orgIdSchema.safeParse(params.office)
  const id = planIdSchema.safeParse(params.id)
  return (
    <Show
      when={office.success && id.success ? { office: office.data, id: id.data } : undefined}
      keyed
      fallback={<Absent />}
    >
      {({ office: org, id: plan }) => {
        const workplace = useWorkplace()
        const { document, giveBack } = workplace.borrow(documentName({ kind: 'plan-drafts', office: org }))
        onCleanup(giveBack)
        const edit = createPlanEdit(document.doc, plan)
        const plans = createOfficePlans(workplace)
        const [isLoaded] = createResource(() => document.whenLoaded.then(() => true))
        const saved = () => {
          const { kind } = document.local()
          if (kind === 'broken') return t('edit.savedBroken')
          if (kind === 'saving') return t('edit.saving')
          return document.inRelay() ? t('edit.savedRelay') : t('edit.saved')
        }
        // A draft that only the relay holds is there a moment after the page.
        const isWaiting = () => !isLoaded() || (!edit.isThere() && document.connection().kind === 'connecting')
        return (
          <Show when={edit.isThere()} fallback={isWaiting() ? <Waiting /> : <Absent />}>
            <PlanEditProvider value={edit}>
              <ArchiveProblems document={document} />
              <Editor edit={edit} plans={plans} planId={plan} undo={document.undo} saved={saved()} />
            </PlanEditProvider>
          </Show>
        )
      }}
    </Show>
  )
}

function Waiting(): JSX.Element {
  return (
    <div class="page">
      <Skeleton lines={8} />
    </div>
  )
}

function Absent(): JSX.Element {
  const t = useText(planWords)
  return (
    <div class="page">
      <PageHeader title={t('edit.absent')} back={{ href: '/plans', label: t('edit.back') }} />
      <EmptyState title={t('edit.absent')}>{t('edit.absentBody')}</EmptyState>
    </div>
  )
}

interface EditorProps {
  readonly edit: PlanEdit
  readonly plans: ReturnType<typeof createOfficePlans>
  readonly planId: Parameters<ReturnType<typeof createOfficePlans>['of']>[0]
  readonly undo: { undo(): unknown; redo(): unknown; stopCapturing(): void }
  readonly saved: string
}

const FORM = planForm()

function Editor(props: EditorProps): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const toasts = useToasts()
  const [search, setSearch] = useSearchParams<{ part: string }>()
  const [isPreviewing, setPreviewing] = createSignal(false)
  const [isPublishing, setPublishing] = createSignal(false)
  const { edit, plans, planId } = props
  const section = (): EditorSection =>
    EDITOR_SECTIONS.find(({ key }) => key === search.part) ?? (EDITOR_SECTIONS[0] as EditorSection)
  const newest = () => newestOf(plans.of(planId))
  const title = () => nameOf(edit.value()) ?? t('list.untitled')
  const troubles = (of: EditorSection) =>
    [...edit.problems().map(({ path }) => path), ...edit.toCheck()].filter(([key]) =>
      of.keys.some((one) => one === key),
    ).length
  const standing = createMemo(() => {
    const out = newest()
    if (!out) return t('edit.isNew')
    const isSame = planDifferences({ ...out }, edit.value()).length === 0
    return t(isSame ? 'edit.isPublished' : 'edit.isChanged', { n: out.version })
  })
  const sectionOf = (key: string | number | undefined) =>
    EDITOR_SECTIONS.find(({ keys }) => keys.some((one) => one === key))?.key ?? 'basics'
  const exported = () =>
    saveBlob(new Blob([JSON.stringify(edit.value(), null, 2)], { type: 'application/json' }), `${title()}.json`)
  return (
    <div class="page plan-editor">
      <PageHeader
        title={title()}
        back={{ href: '/plans', label: t('edit.back') }}
        aside={<Badge tone="plain">{standing()}</Badge>}
        actions={
          <>
            <Button onPress={() => props.undo.undo()}>{t('edit.undo')}</Button>
            <Button onPress={() => props.undo.redo()}>{t('edit.redo')}</Button>
            <Button onPress={exported}>{t('edit.export')}</Button>
            <Button onPress={() => setPreviewing(true)}>{t('edit.preview')}</Button>
            <Button look="primary" onPress={() => setPublishing(true)}>
              {t('edit.publish')}
            </Button>
          </>
        }
      />
      <p class="small muted" role="status">
        {props.saved}
      </p>
      <YearsOffer undo={props.undo} />
      <div class="plan-editor__body">
        <nav class="plan-editor__parts" aria-label={t('edit.parts')}>
          <For each={EDITOR_SECTIONS}>
            {(one) => (
              <button
                type="button"
                class="plan-editor__part"
                aria-current={one.key === section().key ? 'true' : undefined}
                onClick={() => setSearch({ part: one.key }, { replace: true })}
              >
                {t(`sections.${one.key}`)}
                <Show when={troubles(one) > 0}>
                  <Badge tone="warn">{String(troubles(one))}</Badge>
                </Show>
              </button>
            )}
          </For>
        </nav>
        <div class="stack plan-editor__form">
          <Trouble
            title={t('edit.whatIsLeft')}
            lines={edit.problems().map(({ path, text }) => ({
              part: sectionOf(path[0]),
              text: `${trailOf(path, edit.value(), say)}：${say(text)}`,
            }))}
            onGo={(part) => setSearch({ part }, { replace: true })}
          />
          <Trouble
            title={t('edit.whatIsMarked')}
            lines={edit.toCheck().map((path) => ({
              part: sectionOf(path[0]),
              text: trailOf(path, edit.value(), say),
            }))}
            onGo={(part) => setSearch({ part }, { replace: true })}
          />
          <Show when={section()} keyed>
            {(current) => (
              <Card title={t(`sections.${current.key}`)}>
                <div class="stack">
                  <For each={current.keys}>
                    {(key) => (
                      <For each={FORM.fields.filter((field) => field.key === key)}>
                        {(field) => <FieldView field={field} path={[]} />}
                      </For>
                    )}
                  </For>
                </div>
              </Card>
            )}
          </Show>
        </div>
      </div>
      <PlanPreview isOpen={isPreviewing()} now={plans.now()} onClose={() => setPreviewing(false)} />
      <PublishDialog
        isOpen={isPublishing()}
        newest={newest()}
        publish={(content) => plans.publish(planId, content)}
        onPublished={(version) => {
          setPublishing(false)
          toasts.show(t('publish.done', { n: version }))
        }}
        onClose={() => setPublishing(false)}
      />
    </div>
  )
}

interface TroubleProps {
  readonly title: string
  readonly lines: readonly { readonly part: string; readonly text: string }[]
  readonly onGo: (part: string) => void
}

/** Folded: the counts beside the parts say where to go; the list is for who wants them all. */
function Trouble(props: TroubleProps): JSX.Element {
  const lines = createKeptRows(
    () => props.lines,
    ({ part, text }) => `${part} ${text}`,
  )
  return (
    <Show when={props.lines.length > 0}>
      <Banner kind="warning">
        <details class="plan-fold">
          <summary>
            {props.title} · {props.lines.length}
          </summary>
          <ul class="plan-terms__list">
            <For each={lines()}>
              {(line) => (
                <li>
                  <button type="button" class="plan-link" onClick={() => props.onGo(line.part)}>
                    {line.text}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Banner>
    </Show>
  )
}
