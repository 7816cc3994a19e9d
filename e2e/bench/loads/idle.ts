/** What connections cost that say nothing, each on a document of its own, with somebody present on each as every stock client is. */
import type { RelayClient } from '../relay-client.ts'
import { note } from './figures.ts'
import { joinRooms, leave, type Running, wait } from './running.ts'

/**
 * Two measures. What the process grew by has the young generation in it, which V8 makes larger up to 48 MB once while the first few thousand connect,
 * whoever they are; what is held by the objects has not, and neither has what each further connection adds.
 * @param steps how many are open at each look, ascending
 */
export async function idle(relay: Running, steps: readonly number[]): Promise<void> {
  // The first connections pay for compiling the program.
  await leave(await joinRooms(relay, 100, 1, 'warm-'))
  await wait(500)
  const joined: RelayClient[][] = []
  let before = await relay.usageCollected()
  for (const count of steps) {
    const from = joined.length
    joined.push(...(await joinRooms(relay, count - from, 1, `idle-${from}-`)))
    await wait(500)
    const after = await relay.usageCollected()
    const each = (was: number, is: number) => (is - was) / (count - from) / 1024
    const [some, all] = [from === 0 ? 'none' : from.toLocaleString('en'), count.toLocaleString('en')]
    note(relay.name, `memory of an idle connection, from ${some} to ${all}`, each(before.rss, after.rss), 'KB')
    note(relay.name, `held by an idle connection, from ${some} to ${all}`, each(before.held, after.held), 'KB')
    note(
      relay.name,
      `processor per connection, from ${some} to ${all}`,
      (after.cpu - before.cpu) / (count - from),
      'µs',
    )
    before = after
  }
  await leave(joined)
}
