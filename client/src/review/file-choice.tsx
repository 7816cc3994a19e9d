/** The files of one version to choose from, the one before the eyes marked. */
import type { RevisionEvidence } from '@yejibu/shared/archive/revision'
import { For, type JSX } from 'solid-js'
import './review.css'

export interface FileChoiceProps {
  readonly files: readonly RevisionEvidence[]
  readonly shown: RevisionEvidence | undefined
  readonly nameOf: (file: RevisionEvidence, at: number) => string
  readonly onLook: (at: number) => void
  /** What is to be known of a file before it is opened. */
  readonly beside?: (file: RevisionEvidence) => JSX.Element
}

export function FileChoice(props: FileChoiceProps): JSX.Element {
  return (
    <ul class="review-files">
      <For each={props.files}>
        {(file, at) => (
          <li>
            <button
              type="button"
              class="review-file"
              aria-pressed={props.shown?.sha256 === file.sha256}
              onClick={() => props.onLook(at())}
            >
              {props.nameOf(file, at())}
            </button>
            {props.beside?.(file)}
          </li>
        )}
      </For>
    </ul>
  )
}
