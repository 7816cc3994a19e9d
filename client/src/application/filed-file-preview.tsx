/** One filed file, opened to be looked at. */
import type { FiledFile } from '@yejibu/shared/application/filing'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { type JSX, Show } from 'solid-js'
import { EvidencePreview } from '../archive/evidence-preview.tsx'
import type { EvidenceStore } from '../platform/evidence-store.ts'

export function FiledFilePreview(props: {
  /** Null while none is open. */
  readonly file: FiledFile | null
  readonly nameOf: (file: FiledFile) => string
  readonly owner: AccountId
  readonly files: Pick<EvidenceStore, 'get'>
  readonly onClose: () => void
}): JSX.Element {
  return (
    <Show when={props.file}>
      {(file) => (
        <EvidencePreview
          archive={props.owner}
          evidence={{ ...file(), kind: 'other' }}
          name={props.nameOf(file())}
          store={props.files}
          onClose={() => props.onClose()}
        />
      )}
    </Show>
  )
}
