/** Before the first test: the relay's programs and the client as their sources say, so that a journey never drives what was built yesterday. */
import { build } from '../../scripts/build.mjs'
import { runQuietly } from '../../scripts/run-command.mjs'

export default async function buildPrograms(): Promise<void> {
  // Another build of the client is tried out where one is named (`relay.ts`).
  const folders = process.env.YEJIBU_E2E_CLIENT ? (['sync-server'] as const) : (['client', 'sync-server'] as const)
  for (const folder of folders) {
    const { code, output } = await build(folder, runQuietly)
    if (code !== 0) throw new Error(`${folder} could not be built:\n${output}`)
  }
}
