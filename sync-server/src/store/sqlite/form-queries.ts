/** What the forms ask of the views over cases. */
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { FormRegister } from '../../forms/form-subjects.ts'
import type { Database } from './database.ts'

export function openSqliteFormRegister(database: Database): FormRegister {
  const under = database.prepare<{ application: string }>(
    `SELECT application FROM view_case WHERE plan = ?1 AND (employer = ?2
       OR application IN (SELECT application FROM view_case_tab WHERE org = ?2)) ORDER BY application`,
  )
  return {
    async underPlan(plan, org) {
      return under.all(plan, org).map((row) => row.application as ApplicationId)
    },
  }
}
