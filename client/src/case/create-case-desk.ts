/** What a desk (HR or an office) chooses from its cases: a tab, a plan, a type, a part of a name; with the list that comes of it and the names of the plans' types. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { CaseRow, CaseTab } from '@yejibu/shared/wire/cases'
import { type Accessor, createMemo, createSignal } from 'solid-js'
import { createPlans } from '../plan/create-plans.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { useNavCounts } from '../ui/nav-counts.tsx'
import { type CaseList, createCaseList } from './create-case-list.ts'

export interface CaseDesk {
  readonly list: CaseList
  readonly tab: Accessor<CaseTab>
  readonly plan: Accessor<string>
  readonly type: Accessor<string>
  readonly text: Accessor<string>
  choose(change: {
    readonly tab?: CaseTab
    readonly plan?: string
    readonly type?: string
    readonly text?: string
  }): void
  readonly isFiltered: Accessor<boolean>
  /** By tab; they go by the filters, not by the tab, so they stay while another tab is being read. */
  readonly counts: Accessor<Readonly<Record<CaseTab, number>> | undefined>
  readonly plans: Accessor<readonly Plan[]>
  /** Of the chosen plan, or of all. */
  readonly types: Accessor<readonly { readonly value: string; readonly label: string }[]>
  typeName(row: CaseRow): string
  now(): Date
}

/** Called inside a component. @param path of the page whose count in the navigation this is */
export function createCaseDesk(org: OrgId, path: string): CaseDesk {
  const { api, database } = useWorkplace()
  const known = createPlans({ api, database })
  const [tab, setTab] = createSignal<CaseTab>('pending')
  const [plan, setPlan] = createSignal('')
  const [type, setType] = createSignal('')
  const [text, setText] = createSignal('')
  const filter = createMemo(() => ({ tab: tab(), plan: plan(), type: type(), text: text() }))
  const list = createCaseList({ api, database, org, filter })
  const isFiltered = () => plan() !== '' || type() !== '' || text().trim() !== ''
  const counts = createMemo<Readonly<Record<CaseTab, number>> | undefined>((before) => list.page()?.counts ?? before)
  useNavCounts().report(path, () => (isFiltered() ? 0 : (counts()?.pending ?? 0)))
  const plans = () => known.current() ?? []
  const types = createMemo(() => {
    const named = plans()
      .filter(({ id }) => plan() === '' || id === plan())
      .flatMap(({ applicationTypes }) => applicationTypes.map(({ code, name }) => [code, name] as const))
    return [...new Map(named)].map(([value, label]) => ({ value, label }))
  })
  return {
    list,
    tab,
    plan,
    type,
    text,
    choose(change) {
      if (change.tab !== undefined) setTab(change.tab)
      if (change.plan !== undefined) setPlan(change.plan)
      if (change.type !== undefined) setType(change.type)
      if (change.text !== undefined) setText(change.text)
    },
    isFiltered,
    counts,
    plans,
    types,
    typeName: (row) =>
      plans()
        .find(({ id }) => id === row.plan.id)
        ?.applicationTypes.find(({ code }) => code === row.type)?.name ?? row.type,
    now: () => known.now(),
  }
}
