/** Who is to review: chosen among the HR of the employer, never the owner of the archive. For an archive, and for one entry of it. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import type { Assignment } from '@yejibu/shared/review/desk-doc'
import type { NamedPerson } from '@yejibu/shared/wire/review-people'
import { type JSX, Show } from 'solid-js'
import { ChoiceField } from '../ui/choice-field.tsx'
import './review.css'

export interface AssignmentFieldProps {
  readonly label: string
  /** What it is called when nobody was named. */
  readonly nobody: string
  readonly assignment: Assignment | null
  readonly colleagues: readonly NamedPerson[]
  readonly owner: AccountId
  readonly onAssign: (to: NamedPerson | null) => void
}

const NOBODY = '-'

export function AssignmentField(props: AssignmentFieldProps): JSX.Element {
  const candidates = () => props.colleagues.filter(({ account }) => account !== props.owner)
  const options = () => {
    const { assignment } = props
    const people = candidates().map(({ account, name }) => ({ value: account as string, label: name }))
    const known = [{ value: NOBODY, label: props.nobody }, ...people]
    // Whoever has left HR since is still shown, so that it can be seen and changed.
    return assignment && !known.some(({ value }) => value === assignment.to)
      ? [...known, { value: assignment.to as string, label: assignment.name }]
      : known
  }
  return (
    <Show when={candidates().length > 0}>
      <div class="review-bar__assignment">
        <ChoiceField
          label={props.label}
          form="select"
          isRequired={false}
          value={props.assignment?.to ?? NOBODY}
          options={options()}
          onChoose={(value) => props.onAssign(candidates().find(({ account }) => account === value) ?? null)}
        />
      </div>
    </Show>
  )
}
