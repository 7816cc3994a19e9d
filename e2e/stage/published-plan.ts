/**
 * Publishes a plan into the office of a test: by the command that an operator has for it, the relay stopped meanwhile, or, while it runs, by the
 * committee's own office.
 */
import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Plan } from '@yejibu/shared/plan/plan'
import { HE_JING, SX_ECO_OFFICE } from '@yejibu/shared/testing/people'
import { HandMadeClient } from './hand-made-client.ts'
import { COMMAND_LINE } from './programs.ts'
import type { Relay } from './relay.ts'

const DAY = 86_400_000

/** Open since yesterday, asking for everything, for two months. */
export function openNow(): { readonly open: string; readonly close: string } {
  const at = (days: number) => new Date(Date.now() + days * DAY).toISOString()
  return { open: at(-1), close: at(60) }
}

export async function publishPlan(relay: Relay, plan: Plan): Promise<void> {
  await relay.stop()
  const file = join(relay.data, 'plan-to-publish.json')
  await writeFile(file, JSON.stringify(plan))
  await promisify(execFile)(process.execPath, [COMMAND_LINE, 'plan', 'publish', file, '--data', relay.data])
  await rm(file)
  await relay.start()
}

/** The next version where the sample office has published it, the first one otherwise. The plan then belongs to the sample's committee office. */
export async function publishByOffice(url: string, plan: Plan): Promise<void> {
  const office = await HandMadeClient.signIn(url, HE_JING.accountId)
  const { body } = await office.request('GET', '/api/plans')
  const out = (body as { plans: Plan[] }).plans.find(({ id }) => id === plan.id)
  const content = {
    ...plan,
    version: (out?.version ?? 0) + 1,
    committee: { ...plan.committee, orgId: SX_ECO_OFFICE.id },
  }
  const done = await office.command('publish-plan', { plan: plan.id, content })
  if (done.status !== 200) throw new Error(`${plan.id} was not published: ${JSON.stringify(done.body)}`)
}
