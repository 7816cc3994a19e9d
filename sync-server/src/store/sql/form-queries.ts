/** What the forms ask of the views over cases. */
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { FormRegister } from '../../forms/form-subjects.ts'
import { query, type Store } from '../store.ts'

export function openFormRegister(store: Store): FormRegister {
  const under = query<{ application: string }>(
    `SELECT application FROM view_case WHERE plan = ?1 AND (employer = ?2
       OR application IN (SELECT application FROM view_case_tab WHERE org = ?2)) ORDER BY application`,
  )
  return {
    async underPlan(plan, org) {
      return (await store.all(under, plan, org)).map((row) => row.application as ApplicationId)
    },
  }
}
