/** What a lead may do about one person of the employer. */
import type { MemberView } from '@yejibu/shared/wire/membership'
import { For, type JSX, Show } from 'solid-js'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import { Button } from '../ui/button.tsx'

export type MemberStep = 'remove' | 'remove-clerk' | 'name-lead' | 'remove-lead' | 'hand-over'

/** Which role a step ends. */
export const ROLE_LEFT = {
  remove: 'applicant',
  'remove-clerk': 'hr-clerk',
  'remove-lead': 'hr-lead',
  'hand-over': 'hr-lead',
} as const satisfies Record<Exclude<MemberStep, 'name-lead'>, string>

export interface MemberActionsProps {
  readonly member: Pick<MemberView, 'name' | 'roles'>
  /** In the list of HR; else in that of the professionals. */
  readonly isAmongHr: boolean
  readonly isSelf: boolean
  /** Somebody would still lead when this person does not. */
  readonly hasOtherLead: boolean
  readonly onStep: (step: MemberStep) => void
}

export function stepsFor(props: Omit<MemberActionsProps, 'onStep'>): readonly MemberStep[] {
  const { isAmongHr, isSelf, hasOtherLead } = props
  const has = (role: MemberView['roles'][number]) => props.member.roles.includes(role)
  // Her own place as a professional is left under “my employer”, where it is said what follows.
  if (!isAmongHr) return isSelf ? [] : ['remove']
  if (has('hr-lead')) return !hasOtherLead ? [] : [isSelf ? 'hand-over' : 'remove-lead']
  return isSelf ? [] : ['name-lead', 'remove-clerk']
}

export function MemberActions(props: MemberActionsProps): JSX.Element {
  const t = useText(employerWords)
  return (
    <Show when={stepsFor(props).length > 0} fallback="—">
      <span class="row">
        <For each={stepsFor(props)}>
          {(step) => (
            <Button
              size="small"
              look="quiet"
              label={`${t(`members.step.${step}.do`)} ${props.member.name}`}
              onPress={() => props.onStep(step)}
            >
              {t(`members.step.${step}.do`)}
            </Button>
          )}
        </For>
      </span>
    </Show>
  )
}
