/** Publishes a plan into the office of a test, by the command that an operator has for it. The relay is stopped meanwhile. */
import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Plan } from '@yejibu/shared/plan/plan'
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
  const root = new URL('../..', import.meta.url).pathname
  const cli = [
    '--import',
    'tsx',
    'sync-server/src/operations/cli/main.ts',
    'plan',
    'publish',
    file,
    '--data',
    relay.data,
  ]
  await promisify(execFile)(process.execPath, cli, { cwd: root })
  await rm(file)
  await relay.start()
}
