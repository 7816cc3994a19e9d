/**
 * Of the several offices or employers that a person works for, the one whose desk she sits at now. The choice holds for every page of that kind, in every tab,
 * and is remembered in this browser; with one of them there is nothing to choose.
 */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { type Accessor, createMemo, type JSX, onCleanup, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { orgSwitchWords } from '../language/org-switch.ts'
import type { AccountDatabase } from '../platform/database.ts'
import { makeQuerySignal } from '../platform/query-signal.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import './account.css'

export interface NamedOrg {
  readonly id: OrgId
  readonly name: string
}

export type OrgRole = 'office' | 'employer'

export interface OrgChoice<Org extends NamedOrg> {
  readonly role: OrgRole
  readonly orgs: Accessor<readonly Org[]>
  /** Undefined while it is being read what was chosen before, and for who has none. */
  readonly chosen: Accessor<Org | undefined>
  choose(id: string): void
}

/** Owned by the page that asks. */
export function createOrgChoice<Org extends NamedOrg>(
  database: Pick<AccountDatabase, 'settings'>,
  role: OrgRole,
  orgs: Accessor<readonly Org[]>,
): OrgChoice<Org> {
  const key = `own-org/${role}`
  const kept = makeQuerySignal<unknown>(async () => (await database.settings.get(key))?.value ?? '', undefined)
  onCleanup(kept.stop)
  const chosen = createMemo(
    () => {
      const [first, second] = orgs()
      if (second === undefined) return first
      return kept.value() === undefined ? undefined : (orgs().find(({ id }) => id === kept.value()) ?? first)
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  return {
    role,
    orgs,
    chosen,
    choose(id) {
      void database.settings.put({ key, value: id })
    },
  }
}

export function OrgSwitch<Org extends NamedOrg>(props: { readonly choice: OrgChoice<Org> }): JSX.Element {
  const t = useText(orgSwitchWords)
  return (
    <Show when={props.choice.orgs().length > 1 && props.choice.chosen()}>
      {(chosen) => (
        <div class="org-switch">
          <ChoiceField
            label={t(props.choice.role)}
            form="select"
            isRequired
            options={props.choice.orgs().map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen().id}
            onChoose={(id) => {
              if (id !== '') props.choice.choose(id)
            }}
          />
        </div>
      )}
    </Show>
  )
}
