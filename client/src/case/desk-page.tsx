/** A page of a desk: for the organisation that is chosen of those one works for. When the session ends, other people's names go from it. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { type OrgChoice, OrgSwitch } from '../account/org-switch.tsx'
import { useSession } from '../account/session-context.ts'
import { isSessionEnded } from '../review/may-rule-on.ts'
import { Banner } from '../ui/banner.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { forgetCasesWhenEnded } from './forget-cases.ts'

export function DeskPage<Org extends { readonly id: OrgId; readonly name: string }>(props: {
  readonly title: string
  readonly about: string
  /** For who works for none. */
  readonly notYours: string
  readonly ended: string
  readonly choice: OrgChoice<Org>
  /** Made anew when another one is chosen. */
  readonly children: (org: Org) => JSX.Element
}): JSX.Element {
  const { state } = useSession()
  forgetCasesWhenEnded()
  const chosen = createMemo(() => props.choice.chosen(), undefined, { equals: (a, b) => a?.id === b?.id })
  return (
    <div class="page page--wide">
      <PageHeader title={props.title} about={props.about} actions={<OrgSwitch choice={props.choice} />} />
      <Switch fallback={<Banner kind="warning">{props.notYours}</Banner>}>
        <Match when={isSessionEnded(state())}>
          <Banner kind="warning">{props.ended}</Banner>
        </Match>
        <Match when={props.choice.orgs().length > 0}>
          <Show when={chosen()} keyed>
            {(org) => props.children(org)}
          </Show>
        </Match>
      </Switch>
    </div>
  )
}
