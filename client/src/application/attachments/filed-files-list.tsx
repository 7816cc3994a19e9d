/** The files of one place in a filing: each with where it is, to be looked at and taken away, with the way back. */
import type { FiledFile } from '@yejibu/shared/application/filing'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useText } from '../../language/language.tsx'
import type { EvidenceStore } from '../../platform/evidence-store.ts'
import { useToasts } from '../../ui/toasts.tsx'
import { FiledFilePreview } from '../filed-file-preview.tsx'
import { FiledFileRow } from './filed-file-row.tsx'
import '../steps/steps.css'

export interface FiledFilesProps<Filed extends FiledFile> {
  readonly files: readonly Filed[]
  readonly owner: AccountId
  readonly store: EvidenceStore
  readonly isLocked: boolean
  readonly onRemove: (file: Filed) => void
  /** Taken away by mistake. */
  readonly onReturn: (file: Filed) => void
}

export function FiledFiles<Filed extends FiledFile>(props: FiledFilesProps<Filed>): JSX.Element {
  const t = useText(filingWords)
  const toasts = useToasts()
  const [shown, setShown] = createSignal<FiledFile | null>(null)
  const nameOf = (file: FiledFile) => (file.name === '' ? t('files.unnamed') : file.name)
  // The draft is read anew with every edit; a row stays as long as its file does.
  const hashes = createMemo(() => [...new Set(props.files.map(({ sha256 }) => sha256))], undefined, {
    equals: sameList,
  })
  const remove = (file: Filed) => {
    props.onRemove(file)
    toasts.offerUndo(t('files.removed', { name: nameOf(file) }), () => props.onReturn(file))
  }
  return (
    <Show when={hashes().length > 0}>
      <ul class="filed">
        <For each={hashes()}>
          {(sha256) => (
            <Show when={props.files.find((file) => file.sha256 === sha256)}>
              {(file) => (
                <FiledFileRow
                  file={file()}
                  upload={props.store.uploadOf(props.owner, sha256)}
                  isLocked={props.isLocked}
                  onShow={() => setShown(() => file())}
                  onRemove={() => remove(file())}
                  onRetry={() => void props.store.retry(props.owner, sha256)}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
      <FiledFilePreview
        file={shown()}
        nameOf={nameOf}
        owner={props.owner}
        files={props.store}
        onClose={() => setShown(null)}
      />
    </Show>
  )
}

function sameList(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((one, index) => one === after[index])
}
