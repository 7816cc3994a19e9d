/** Whom something is done for, by name and employer, before it is done for all of them. */
import type { CaseRow } from '@yejibu/shared/wire/cases'
import { For, type JSX } from 'solid-js'

export function CaseNames(props: { readonly label: string; readonly rows: readonly CaseRow[] }): JSX.Element {
  return (
    <ol class="office-names" aria-label={props.label}>
      <For each={props.rows}>
        {(row) => (
          <li>
            {row.name}（{row.employer.name}）
          </li>
        )}
      </For>
    </ol>
  )
}
