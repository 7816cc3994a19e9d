/** 只对这些单位: the employers that a seat is for, each to be taken out again, and the search that puts one more in. */
import type { Employer } from '@yejibu/shared/account/org'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { For, type JSX, Show } from 'solid-js'
import { EmployerSearch } from '../../account/employer-search.tsx'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Button } from '../../ui/button.tsx'
import { useOfficeRefusal } from './office-refusal.ts'

export interface EmployerChipsProps {
  readonly label: string
  readonly employers: readonly Employer[]
  /** Left out where they are only shown. */
  readonly onRemove?: ((employer: OrgId) => void) | undefined
}

export function EmployerChips(props: EmployerChipsProps): JSX.Element {
  const t = useText(officeCasesWords)
  let list: HTMLUListElement | undefined
  /** The keyboard goes on at the neighbour of what was taken out, or at the list's place. */
  const remove = (index: number, employer: OrgId) => {
    const place = list?.closest<HTMLElement>('fieldset, table')
    props.onRemove?.(employer)
    const buttons = list?.isConnected ? [...list.querySelectorAll('button')] : []
    const next = buttons[Math.min(index, buttons.length - 1)] ?? place?.querySelector<HTMLElement>('input, button')
    next?.focus()
  }
  return (
    <ul
      class="office-employers"
      aria-label={props.label}
      ref={(element) => {
        list = element
      }}
    >
      <For each={props.employers}>
        {(employer, index) => (
          <li>
            <span>{employer.name}</span>
            <Show when={props.onRemove}>
              <Button
                look="quiet"
                size="small"
                label={t('settings.removeEmployer', { name: employer.name })}
                onPress={() => remove(index(), employer.id)}
              >
                ×
              </Button>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}

export interface SeatEmployersProps {
  /** Who asks. */
  readonly office: OrgId
  readonly chosen: readonly Employer[]
  readonly onChange: (chosen: readonly Employer[]) => void
}

export function SeatEmployers(props: SeatEmployersProps): JSX.Element {
  const t = useText(officeCasesWords)
  const { api } = useWorkplace()
  const refusalText = useOfficeRefusal()
  const isChosen = (id: OrgId) => props.chosen.some((one) => one.id === id)
  return (
    <fieldset class="office-for">
      <legend>{t('settings.employers')}</legend>
      <Show when={props.chosen.length > 0} fallback={<p class="muted">{t('settings.employersNone')}</p>}>
        <EmployerChips
          label={t('settings.employersChosen')}
          employers={props.chosen}
          onRemove={(id) => props.onChange(props.chosen.filter((one) => one.id !== id))}
        />
      </Show>
      <EmployerSearch
        api={api}
        path={`/api/office/${props.office}/employers`}
        label={t('settings.findEmployer')}
        nothingFound={t('settings.noEmployer')}
        refusalText={refusalText}
        action={t('settings.addEmployer')}
        already={t('settings.employerIn')}
        isOffered={({ id }) => !isChosen(id)}
        onChoose={(employer) => props.onChange([...props.chosen, employer])}
      />
    </fieldset>
  )
}
