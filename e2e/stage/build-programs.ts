/** Before the first test: the relay's programs as its sources say, so that a journey never drives yesterday's relay. */
import { build } from '../../scripts/build.mjs'
import { runQuietly } from '../../scripts/run-command.mjs'

export default async function buildPrograms(): Promise<void> {
  const { code, output } = await build('sync-server', runQuietly)
  if (code !== 0) throw new Error(`The relay could not be built:\n${output}`)
}
