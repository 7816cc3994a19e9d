/** Taking the archive out: whole as one open file, or a section as a sheet. */

import type { Evidence } from '@yejibu/shared/archive/item'
import type { Section } from '@yejibu/shared/archive/section'
import type { CutValue } from '@yejibu/shared/archive/transfer/section-sheet'
import { createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js'
import { transferWords } from '../../language/archive-transfer.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import type { Facts } from '../../sync/facts.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { type OwnArchive, WithOwnArchive } from '../own-archive.tsx'
import { saveBlob } from './save-blob.ts'
import { SectionChoice } from './section-choice.tsx'
import './transfer.css'

export default function Page(): JSX.Element {
  const { facts } = useWorkplace()
  return <WithOwnArchive>{(archive) => <ExportView archive={archive} facts={facts} />}</WithOwnArchive>
}

export function ExportView(props: {
  readonly archive: OwnArchive
  readonly facts: Pick<Facts, 'factsOf'>
}): JSX.Element {
  const t = useText(transferWords)
  return (
    <>
      <PageHeader title={t('export.title')} about={t('export.about')} back={{ href: '/archive', label: t('back') }} />
      <div class="stack">
        <WholeArchive archive={props.archive} facts={props.facts} />
        <SectionAsSheet archive={props.archive} />
        <p class="muted small">{t('import.fromArchive')}</p>
      </div>
    </>
  )
}

type Whole =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly done: number; readonly all: number }
  | { readonly kind: 'done'; readonly items: number; readonly files: number; readonly missing: readonly Evidence[] }
  | { readonly kind: 'archive-too-large' | 'stopped' | 'failed' }

function WholeArchive(props: { readonly archive: OwnArchive; readonly facts: Pick<Facts, 'factsOf'> }): JSX.Element {
  const t = useText(transferWords)
  const [state, setState] = createSignal<Whole>({ kind: 'idle' })
  let stopping = new AbortController()
  onCleanup(() => stopping.abort())
  // Asked for at once, so that they have been read when the export begins.
  const facts = createMemo(() => props.facts.factsOf(`archive/${props.archive.id}`))
  // What she keeps to herself stays out: a file that is restored goes where the employer reads.
  const items = createMemo(() => props.archive.view.items().filter(({ id }) => !props.archive.privacy.isPrivate(id)))
  const files = () =>
    new Set([props.archive.view.profile(), ...items()].flatMap((item) => item.evidence.map((e) => e.sha256))).size
  const working = () => {
    const now = state()
    return now.kind === 'working' ? now : undefined
  }
  const done = () => {
    const now = state()
    return now.kind === 'done' ? now : undefined
  }
  const ended = () => {
    const { kind } = state()
    return kind === 'archive-too-large' || kind === 'stopped' || kind === 'failed' ? kind : undefined
  }
  const start = async () => {
    stopping = new AbortController()
    const { id, view, evidence, today } = props.archive
    setState({ kind: 'working', done: 0, all: files() })
    try {
      const { writeArchiveFile } = await import('./write-archive-file.ts')
      const written = await writeArchiveFile({
        id,
        profile: view.profile(),
        items: items(),
        facts: facts(),
        evidence,
        now: new Date(),
        signal: stopping.signal,
        onProgress: (done, all) => setState({ kind: 'working', done, all }),
      })
      if (!written.ok) {
        setState({ kind: written.refusal.kind })
        return
      }
      saveBlob(written.value.blob, `${t('export.file')}-${id}-${today}.zip`)
      setState({ kind: 'done', ...written.value })
    } catch {
      setState({ kind: 'failed' })
    }
  }
  return (
    <Card title={t('export.whole')}>
      <p>{t('export.wholeAbout')}</p>
      <p class="muted small">{t('export.private')}</p>
      <p>{t('export.count', { items: items().length, files: files() })}</p>
      <Show when={working()}>
        {(now) => (
          <Progress
            label={t('export.working')}
            value={now().done}
            max={now().all}
            valueLabel={t('progress', { done: now().done, all: now().all })}
          />
        )}
      </Show>
      <Show when={done()}>
        {(now) => (
          <Banner kind={now().missing.length > 0 ? 'warning' : 'success'}>
            <p>{t('export.done', { items: now().items, files: now().files })}</p>
            <Show when={now().missing.length > 0}>
              <p>{t('export.missing', { n: now().missing.length })}</p>
              <ul class="transfer__names">
                <For each={now().missing}>{(file) => <li>{file.name || t('export.unnamed')}</li>}</For>
              </ul>
            </Show>
          </Banner>
        )}
      </Show>
      <Show when={ended()}>
        {(kind) => <Banner kind={kind() === 'stopped' ? 'info' : 'error'}>{t(`export.${kind()}`)}</Banner>}
      </Show>
      <div class="row">
        <Button look="primary" isBusy={working() !== undefined} onPress={() => void start()}>
          {t('export.start')}
        </Button>
        <Show when={working()}>
          <Button onPress={() => stopping.abort()}>{t('stop')}</Button>
        </Show>
      </div>
    </Card>
  )
}

function SectionAsSheet(props: { readonly archive: OwnArchive }): JSX.Element {
  const t = useText(transferWords)
  const { say, language } = useLanguage()
  const [section, setSection] = createSignal<Section>()
  const [isBusy, setBusy] = createSignal(false)
  const [done, setDone] = createSignal<{
    readonly section: Section
    readonly n: number
    readonly cut: readonly CutValue[]
  }>()
  const count = (one: Section) => props.archive.view.itemsIn(one.key).length
  const whyNot = () => {
    const chosen = section()
    if (!chosen) return t('templates.first')
    return count(chosen) === 0 ? t('export.sheetEmpty') : undefined
  }
  const start = async () => {
    const chosen = section()
    if (!chosen) return
    setBusy(true)
    setDone(undefined)
    try {
      const { sectionWorkbook } = await import('./sheet-file.ts')
      const items = props.archive.view.itemsIn(chosen.key)
      const { blob, cut } = await sectionWorkbook(chosen, items, language())
      saveBlob(blob, `${say(chosen.label)}-${props.archive.today}.xlsx`)
      setDone({ section: chosen, n: items.length, cut })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={t('export.sheet')}>
      <p>{t('export.sheetAbout')}</p>
      <div class="transfer__choice">
        <SectionChoice chosen={section()} onChoose={setSection} count={count} />
        <Button isBusy={isBusy()} whyNot={whyNot()} onPress={() => void start()}>
          {t('export.sheetStart')}
        </Button>
      </div>
      <Show when={done()}>
        {(now) => (
          <Banner kind={now().cut.length > 0 ? 'warning' : 'success'}>
            <p>{t('export.sheetDone', { section: say(now().section.label), n: now().n })}</p>
            <For each={now().cut}>
              {({ entry, field, chars }) => <p>{t('export.cut', { entry, field: say(field.label), chars })}</p>}
            </For>
          </Banner>
        )}
      </Show>
    </Card>
  )
}
