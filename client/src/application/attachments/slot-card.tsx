/** One slot of the plan: what it asks for, what was uploaded into it, and the place to upload more. */
import type { Attachment } from '@yejibu/shared/application/filing'
import type { AskedSlot } from '@yejibu/shared/application/filing-problems'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useText } from '../../language/language.tsx'
import type { EvidenceStore } from '../../platform/evidence-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import type { Draft } from '../create-draft.ts'
import { slotAnchor } from '../problem-line.ts'
import { type AddRefusal, addFiledFile, formatsText, MEDIA, maxMegabytes } from './add-filed-file.ts'
import { FiledFiles } from './filed-files-list.tsx'
import { type AskedPaper, hasPaper } from './slot-paper.ts'
import '../application.css'
import '../steps/steps.css'

export interface SlotCardProps {
  readonly asked: AskedSlot
  readonly files: readonly Attachment[]
  readonly owner: AccountId
  readonly store: EvidenceStore
  readonly draft: Pick<Draft, 'attach' | 'detach'>
  readonly now: Date
  readonly isLocked: boolean
  readonly error: string | undefined
  /** The way to print what goes into it, where it is a paper to be signed. */
  readonly paperOf?: ((slot: () => AskedPaper['slot']) => JSX.Element) | undefined
}

type Refused = { readonly name: string; readonly kind: AddRefusal | 'duplicate' | 'tooMany' }

export function SlotCard(props: SlotCardProps): JSX.Element {
  const t = useText(filingWords)
  const [refused, setRefused] = createSignal<readonly Refused[]>([])
  const slot = () => props.asked.slot
  const slotWithPaper = () => {
    const known = slot()
    return hasPaper(known) ? known : undefined
  }
  const isFull = () => props.files.length >= slot().maxCount
  const limits = () =>
    t('files.limits', { formats: formatsText(slot()), maxM: maxMegabytes(slot()), max: slot().maxCount })
  const add = async (files: readonly File[]) => {
    setRefused([])
    for (const [index, file] of files.entries()) {
      const kind = await addOne(file, index)
      if (kind) setRefused((all) => [...all, { name: file.name, kind }])
    }
  }
  const addOne = async (file: File, index: number): Promise<Refused['kind'] | null> => {
    if (isFull()) return 'tooMany'
    const added = await addFiledFile(props.store, props.owner, file, slot())
    if ('refused' in added) return added.refused
    if (props.files.some(({ sha256 }) => sha256 === added.file.sha256)) return 'duplicate'
    // Files of one choice stand in their order.
    props.draft.attach({ slot: slot().code, ...added.file }, new Date(props.now.getTime() + index))
    return null
  }
  return (
    <section id={slotAnchor(slot().code)} class="slot" aria-label={slot().title}>
      <div class="slot__head">
        <h2 class="apply__heading">{slot().title}</h2>
        <span class="row">
          <Badge tone={props.asked.isRequired && props.files.length === 0 ? 'warn' : 'plain'}>
            {t(props.asked.isRequired ? 'files.required' : 'files.optional')}
          </Badge>
          <span class="small muted">{t('files.count', { n: props.files.length, max: slot().maxCount })}</span>
        </span>
      </div>
      <Show when={slot().note !== ''}>
        <p class="small">{slot().note}</p>
      </Show>
      <Show when={!props.isLocked && slotWithPaper()}>{(known) => props.paperOf?.(known)}</Show>
      <FiledFiles
        files={props.files}
        owner={props.owner}
        store={props.store}
        isLocked={props.isLocked}
        onRemove={(file) => props.draft.detach(file)}
        onReturn={(file) => props.draft.attach(file, props.now)}
      />
      <Show when={!isFull() && !props.isLocked}>
        <FileDrop
          label={t('files.add', { title: slot().title })}
          isLabelHidden
          hint={limits()}
          accept={slot()
            .formats.map((format) => MEDIA[format])
            .join(',')}
          error={props.error}
          onFiles={(files) => void add(files)}
        />
      </Show>
      <For each={refused()}>
        {(one) => (
          <Banner kind="warning">
            {t(`files.refused.${one.kind}`, {
              name: one.name,
              maxM: maxMegabytes(slot()),
              formats: formatsText(slot()),
              max: slot().maxCount,
            })}
          </Banner>
        )}
      </For>
    </section>
  )
}
