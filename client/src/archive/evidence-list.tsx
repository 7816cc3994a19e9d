/**
 * The evidence of one entry: added by drag, choice, paste or a phone's camera, shown in its order with where each file is,
 * viewed in a dialog. A file is in this browser's store before the entry names it; removing one offers the way back.
 */

import type { EvidenceHolder } from '@yejibu/shared/archive/evidence-holder'
import { EVIDENCE_LIMITS, EVIDENCE_TYPES } from '@yejibu/shared/archive/field-rules'
import type { Evidence, Item } from '@yejibu/shared/archive/item'
import { EVIDENCE_FIELD } from '@yejibu/shared/archive/revision'
import { EVIDENCE_KINDS, type EvidenceKind } from '@yejibu/shared/archive/section'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { fieldsWords } from '../language/fields.ts'
import { useText } from '../language/language.tsx'
import type { EvidenceStore, FileRefusal } from '../platform/evidence-store.ts'
import type { ArchiveEdits } from '../sync/create-archive.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { takePastedFiles } from '../ui/take-pasted-files.ts'
import { useToasts } from '../ui/toasts.tsx'
import { EvidencePreview } from './evidence-preview.tsx'
import { EvidenceRow, type EvidenceRowProps, sizeText } from './evidence-row.tsx'
import { fieldAnchor } from './item-form.tsx'
import { mayShrink, shrinkPhoto } from './shrink-photo.ts'
import './evidence.css'

export interface EvidenceListProps {
  readonly archive: EvidenceHolder
  readonly item: Item
  readonly store: EvidenceStore
  readonly edits: Pick<ArchiveEdits, 'addEvidence' | 'removeEvidence' | 'setEvidenceKind'>
  /** The kind that new files most likely are, from the section's rules. */
  readonly usualKind: EvidenceKind
  /** Other entries that name the same file. */
  readonly alsoUnder?: ((sha256: string) => readonly { readonly title: string; readonly href: string }[]) | undefined
  readonly error?: string | undefined
  readonly warning?: string | undefined
  /** The employer's reason, where it points at the files. */
  readonly remark?: string | undefined
  /** Files whose originals the employer has seen. */
  readonly attestedBy?: ((sha256: string) => EvidenceRowProps['attested']) | undefined
}

type Refused = {
  readonly name: string
  readonly kind: FileRefusal['kind'] | 'failed' | 'duplicate' | 'tooMany' | 'notShrunk'
}

export function EvidenceList(props: EvidenceListProps): JSX.Element {
  const t = useText(fieldsWords)
  const toasts = useToasts()
  const [chosenKind, setChosenKind] = createSignal<EvidenceKind | null>(null)
  const [refused, setRefused] = createSignal<readonly Refused[]>([])
  const [shown, setShown] = createSignal<Evidence | null>(null)
  const files = createKeptRows(
    () => props.item.evidence,
    ({ sha256 }) => sha256,
  )
  const kind = () => chosenKind() ?? props.usualKind
  const nameOf = (evidence: Evidence) => (evidence.name === '' ? t('evidence.unnamed') : evidence.name)

  const [shrinks, setShrinks] = createSignal(false)
  /** Among the files last chosen was a photo that could be made smaller. */
  const [large, setLarge] = createSignal(false)
  const [shrinking, setShrinking] = createSignal<File | null>(null)
  /** Photos over the limit: made smaller they may be taken, which is the owner's to say. */
  const [offered, setOffered] = createSignal<readonly File[]>([])
  const add = async (files: readonly File[]) => {
    setRefused([])
    setOffered([])
    setLarge(!shrinks() && files.some(mayShrink))
    for (const file of files) {
      const refusal = await addOne(shrinks() && mayShrink(file) ? ((await shrinkPhoto(file)) ?? file) : file)
      if (refusal === 'file-too-large' && mayShrink(file) && !shrinks()) setOffered((all) => [...all, file])
      else if (refusal) setRefused((all) => [...all, { name: file.name, kind: refusal }])
    }
  }
  const answer = (file: File) => setOffered((all) => all.filter((one) => one !== file))
  /** The smaller picture is checked like any other file. */
  const addShrunk = async (file: File) => {
    setShrinking(file)
    const smaller = await shrinkPhoto(file)
    const refusal = smaller ? await addOne(smaller) : 'notShrunk'
    setShrinking(null)
    answer(file)
    if (refusal) setRefused((all) => [...all, { name: file.name, kind: refusal }])
  }
  const addOne = async (file: File): Promise<Refused['kind'] | null> => {
    if (props.item.evidence.length >= EVIDENCE_LIMITS.files) return 'tooMany'
    const about = { archive: props.archive, kind: kind(), name: file.name }
    // The store may fail in ways that are no refusal (a browser that lost its database); the entry then names nothing.
    const added = await props.store.add(file, about).catch(() => null)
    if (added === null) return 'failed'
    if (!added.ok) return added.refusal.kind
    if (props.item.evidence.some(({ sha256 }) => sha256 === added.value.sha256)) return 'duplicate'
    props.edits.addEvidence(props.item.id, added.value)
    return null
  }
  takePastedFiles(add)
  const remove = (sha256: string) => {
    const { id } = props.item
    const at = props.item.evidence.findIndex((one) => one.sha256 === sha256)
    // The entry's own, not the row's copy: it is written into the document again when she takes it back.
    const evidence = props.item.evidence[at]
    if (!evidence) return
    props.edits.removeEvidence(id, sha256)
    toasts.offerUndo(t('evidence.removed', { name: nameOf(evidence) }), () => props.edits.addEvidence(id, evidence, at))
  }
  return (
    <div id={fieldAnchor(EVIDENCE_FIELD)} class="stack">
      <Show when={props.item.evidence.length > 0} fallback={<p class="muted">{t('evidence.none')}</p>}>
        <ul class="evidence">
          <For each={files()}>
            {(evidence) => (
              <EvidenceRow
                evidence={evidence}
                name={nameOf(evidence)}
                attested={props.attestedBy?.(evidence.sha256)}
                alsoUnder={props.alsoUnder?.(evidence.sha256) ?? []}
                upload={props.store.uploadOf(props.archive, evidence.sha256)}
                onShow={() => setShown(evidence)}
                onRemove={() => remove(evidence.sha256)}
                onKind={(next) => props.edits.setEvidenceKind(props.item.id, evidence.sha256, next)}
                onRetry={() => void props.store.retry(props.archive, evidence.sha256)}
              />
            )}
          </For>
        </ul>
      </Show>
      <div class="evidence__add no-print">
        <ChoiceField
          label={t('evidence.kindOfNew')}
          form="select"
          value={kind()}
          options={EVIDENCE_KINDS.map((one) => ({ value: one, label: t(`evidence.kinds.${one}`) }))}
          onChoose={(value) => setChosenKind(EVIDENCE_KINDS.find((one) => one === value) ?? null)}
        />
        <FileDrop
          label={t('evidence.drop')}
          hint={t('evidence.hint')}
          accept={EVIDENCE_TYPES.join(',')}
          error={props.error}
          warning={props.warning}
          remark={props.remark}
          onFiles={(files) => void add(files)}
        />
        <Checkbox
          label={t('evidence.shrink')}
          hint={t('evidence.shrinkHint')}
          isChecked={shrinks()}
          onChange={setShrinks}
        />
      </div>
      <Show when={large()}>
        <Banner kind="info">{t('evidence.large')}</Banner>
      </Show>
      <For each={offered()}>
        {(file) => (
          <Banner
            kind="warning"
            actions={
              <>
                <Button size="small" isBusy={shrinking() === file} onPress={() => void addShrunk(file)}>
                  {t('evidence.shrinkAndAdd')}
                </Button>
                <Button size="small" look="quiet" isDisabled={shrinking() === file} onPress={() => answer(file)}>
                  {t('evidence.leaveOut')}
                </Button>
              </>
            }
          >
            {t('evidence.offerShrink', { name: file.name, size: sizeText(file.size) })}
          </Banner>
        )}
      </For>
      <For each={refused()}>
        {(one) => <Banner kind="warning">{t(`evidence.refused.${one.kind}`, { name: one.name })}</Banner>}
      </For>
      <Show when={shown()}>
        {(evidence) => (
          <EvidencePreview
            archive={props.archive}
            evidence={evidence()}
            name={nameOf(evidence())}
            store={props.store}
            onClose={() => setShown(null)}
          />
        )}
      </Show>
    </div>
  )
}
