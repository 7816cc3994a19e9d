/**
 * Bringing entries in from a file: chosen, read, previewed, and only then written. One page for bibliographies, sheets and the archive's
 * own file, since people know what they have and not what it is called.
 */
import type { Import, PlannedRow } from '@yejibu/shared/archive/transfer/import-plan'
import { planImport } from '@yejibu/shared/archive/transfer/import-plan'
import { planRestore, type RestorePlan } from '@yejibu/shared/archive/transfer/restore-plan'
import { createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import { transferWords } from '../../language/archive-transfer.ts'
import { useText } from '../../language/language.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { type OwnArchive, WithOwnArchive } from '../own-archive.tsx'
import { applyImport, type Target } from './apply-import.ts'
import { applyRestore, type RestoreRefusal } from './apply-restore.ts'
import { ImportDone, type ImportDoneProps } from './import-done.tsx'
import { type OpenedFile, type OpenRefusal, openArchiveFile } from './read-archive-file.ts'
import { MOST_ROWS, type ReadRefusal, type ReadRows, readImport } from './read-file.ts'
import { RestorePreview } from './restore-preview.tsx'
import { situationOf } from './restore-situation.ts'
import { RowPreview } from './row-preview.tsx'
import { TemplatesCard } from './templates-card.tsx'
import './transfer.css'

export default function Page(): JSX.Element {
  return <WithOwnArchive>{(archive) => <ImportView archive={archive} />}</WithOwnArchive>
}

type RefusedKind = (ReadRefusal | OpenRefusal | RestoreRefusal)['kind'] | 'unread' | 'failed'

type Step =
  | { readonly kind: 'choose'; readonly refused: RefusedKind | null; readonly name: string }
  | {
      readonly kind: 'working'
      readonly name: string
      readonly isWriting: boolean
      readonly done: number
      readonly all: number
    }
  | { readonly kind: 'rows'; readonly name: string; readonly read: ReadRows; readonly plan: readonly PlannedRow[] }
  | {
      readonly kind: 'restore'
      readonly name: string
      readonly file: OpenedFile
      readonly plan: RestorePlan
      readonly isRelayRead: boolean
    }
  | { readonly kind: 'done'; readonly done: Omit<ImportDoneProps, 'onAgain'> }

export function ImportView(props: { readonly archive: OwnArchive }): JSX.Element {
  const t = useText(transferWords)
  const [step, setStep] = createSignal<Step>({ kind: 'choose', refused: null, name: '' })
  let stopping = new AbortController()
  onCleanup(() => stopping.abort())
  const on = <Kind extends Step['kind']>(kind: Kind): Extract<Step, { kind: Kind }> | undefined => {
    const now = step()
    return isKind(now, kind) ? now : undefined
  }
  const startAgain = () => setStep({ kind: 'choose', refused: null, name: '' })
  const refuse = (name: string, refused: RefusedKind) => setStep({ kind: 'choose', refused, name })
  const work = (name: string, isWriting: boolean) => {
    stopping = new AbortController()
    setStep({ kind: 'working', name, isWriting, done: 0, all: 0 })
    return {
      signal: stopping.signal,
      onProgress: (done: number, all: number) => setStep({ kind: 'working', name, isWriting, done, all }),
    }
  }
  const target = (): Target => ({
    doc: props.archive.document.undo.doc,
    undo: props.archive.document.undo,
    now: () => new Date(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  })

  const read = async (file: File) => {
    const opening = work(file.name, false)
    try {
      const { view } = props.archive
      const found = await readImport(file, view.profile().fields.fullName ?? null)
      if (!found.ok) return refuse(file.name, found.refusal.kind)
      if (found.value.kind === 'rows') {
        const plan = planImport(
          found.value.rows,
          view.items().filter(({ id }) => !props.archive.privacy.isPrivate(id)),
        )
        setStep({ kind: 'rows', name: file.name, read: found.value, plan })
        return
      }
      const opened = await openArchiveFile(file, opening)
      if (!opened.ok) return refuse(file.name, opened.refusal.kind)
      const situation = situationOf(props.archive)
      const plan = planRestore(opened.value.verified, situation)
      const { isRelayRead } = situation
      setStep({ kind: 'restore', name: file.name, file: opened.value, plan, isRelayRead })
    } catch {
      refuse(file.name, 'unread')
    }
  }
  const braked = (count: number, takeBack: () => void) => (done: () => void) =>
    props.archive.brake.attempt(count, () => {
      takeBack()
      done()
    })
  const write = (name: string, decided: Import) => {
    try {
      const { takeBack } = applyImport(target(), decided)
      const [added, merged] = [decided.added.length, decided.merged.length]
      const left = decided.skipped.length + decided.refused.length
      const lines = [t('done.body', { added, merged, left, rows: added + merged + left })]
      const bySection = countBy(decided.added.map(({ draft }) => draft.part))
      setStep({ kind: 'done', done: { lines, filesMissing: 0, bySection, takeBack: braked(added, takeBack) } })
    } catch {
      refuse(name, 'failed')
    }
  }
  const restore = async ({ name, file }: Extract<Step, { kind: 'restore' }>, chosen: ReadonlySet<number>) => {
    // Planned anew: the relay may have brought entries since the preview was made.
    const plan = planRestore(file.verified, situationOf(props.archive))
    const { id, evidence } = props.archive
    try {
      const restored = await applyRestore(target(), { file, plan, chosen, archive: id, evidence, ...work(name, true) })
      if (!restored.ok) return refuse(name, restored.refusal.kind)
      const { added, isProfileFilled, filesMissing, takeBack } = restored.value
      const lines = [
        t('done.restored', { added: added.length }),
        ...(isProfileFilled ? [t('done.restoredProfile')] : []),
      ]
      const bySection = countBy(added.flatMap((item) => props.archive.view.item(item)?.part ?? []))
      setStep({ kind: 'done', done: { lines, filesMissing, bySection, takeBack: braked(added.length, takeBack) } })
    } catch {
      refuse(name, 'failed')
    }
  }

  return (
    <>
      <PageHeader title={t('import.title')} about={t('import.about')} back={{ href: '/archive', label: t('back') }} />
      <Switch>
        <Match when={on('choose')}>
          {(now) => (
            <div class="stack">
              <Card>
                <Show when={now().refused}>
                  {(kind) => (
                    <Banner kind={kind() === 'stopped' ? 'info' : 'error'}>
                      {t(`refused.${kind()}`, { name: now().name, maxRows: MOST_ROWS })}
                    </Banner>
                  )}
                </Show>
                <div class="transfer__drop">
                  <FileDrop
                    label={t('import.choose')}
                    hint={t('import.hint')}
                    accept=".bib,.ris,.enw,.net,.txt,.ciw,.xml,.csv,.tsv,.xlsx,.zip"
                    isSingle
                    onFiles={(files) => files[0] && void read(files[0])}
                  />
                </div>
              </Card>
              <TemplatesCard />
            </div>
          )}
        </Match>
        <Match when={on('working')}>
          {(now) => (
            <Card
              foot={
                <Button onPress={() => stopping.abort()} isDisabled={now().all === 0}>
                  {t('stop')}
                </Button>
              }
            >
              <Progress
                label={now().isWriting ? t('restore.working') : t('import.reading', { name: now().name })}
                value={now().done}
                max={now().all || 1}
                valueLabel={now().all === 0 ? undefined : t('progress', { done: now().done, all: now().all })}
              />
            </Card>
          )}
        </Match>
        <Match when={on('rows')}>
          {(now) => (
            <RowPreview
              name={now().name}
              read={now().read}
              plan={now().plan}
              today={props.archive.today}
              onConfirm={(decided) => write(now().name, decided)}
              onCancel={startAgain}
            />
          )}
        </Match>
        <Match when={on('restore')}>
          {(now) => (
            <RestorePreview
              name={now().name}
              file={now().file}
              plan={now().plan}
              archive={props.archive.id}
              isRelayRead={now().isRelayRead}
              onConfirm={(chosen) => void restore(now(), chosen)}
              onCancel={startAgain}
            />
          )}
        </Match>
        <Match when={on('done')}>{(now) => <ImportDone {...now().done} onAgain={startAgain} />}</Match>
      </Switch>
    </>
  )
}

function isKind<Kind extends Step['kind']>(step: Step, kind: Kind): step is Extract<Step, { kind: Kind }> {
  return step.kind === kind
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
