/** A case as it was read last, kept on this device so that what was opened once opens again without the relay. It is shown and never acted on. */
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { type Plan, planSchema } from '@yejibu/shared/plan/plan'
import { type CaseDetail, caseDetailSchema } from '@yejibu/shared/wire/cases'
import * as z from 'zod/mini'
import type { AccountDatabase } from '../platform/database.ts'

type Settings = Pick<AccountDatabase, 'settings'>

const keptSchema = z.object({ at: z.string(), detail: caseDetailSchema })
const keptPlanSchema = z.object({ plan: planSchema })

export interface KeptCase {
  /** ISO 8601 by this device's clock: when it was read. */
  readonly at: string
  readonly detail: CaseDetail
}

const keyOf = (application: ApplicationId) => `case/${application}`
const planKey = (id: string, version: number) => `case-plan/${id}/${version}`

/** An expert reads for the hours of a meeting; nothing of it stays with her. */
export async function keepCase({ settings }: Settings, application: ApplicationId, kept: KeptCase): Promise<void> {
  if (kept.detail.reader === 'expert') return
  await settings.put({ key: keyOf(application), value: kept }).catch(() => undefined)
}

export async function keptCase({ settings }: Settings, application: ApplicationId): Promise<KeptCase | null> {
  const found = await settings.get(keyOf(application)).catch(() => undefined)
  return keptSchema.safeParse(found?.value).data ?? null
}

/** It is no longer hers to read. */
export async function forgetCase({ settings }: Settings, application: ApplicationId): Promise<void> {
  await settings.delete(keyOf(application)).catch(() => undefined)
}

export async function keepPlan({ settings }: Settings, plan: Plan): Promise<void> {
  await settings.put({ key: planKey(plan.id, plan.version), value: { plan } }).catch(() => undefined)
}

export async function keptPlan({ settings }: Settings, id: string, version: number): Promise<Plan | undefined> {
  const found = await settings.get(planKey(id, version)).catch(() => undefined)
  return keptPlanSchema.safeParse(found?.value).data?.plan
}
