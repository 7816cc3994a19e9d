/**
 * The power goes while people write: the relay is killed with SIGKILL in mid-stream, twenty times. What it had acknowledged, document updates,
 * commands and the bytes of files alike, is there afterwards (principle: saved means on disk).
 */
import { contentOf, digestOf } from '@yejibu/shared/archive/revision'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import { HandMadeClient, type HandMadeSocket, newId } from '../stage/hand-made-client.ts'
import { type HandedFile, keepHanding, missingOf } from '../stage/handed-files.ts'
import { expect, test } from '../stage/test.ts'

const ROUNDS = 20
const WRITERS = ['luqinghe', 'shenzhiyuan', 'xumingchuan'] as const

interface Writer {
  readonly who: string
  readonly socket: HandMadeSocket
  readonly client: HandMadeClient
  /** Values written, in order; the n-th document frame of the socket carries the n-th. */
  readonly written: string[]
  /** Items whose sending the relay answered with its facts. */
  readonly accepted: string[]
  readonly handed: HandedFile[]
}

test('[SYNC-2] twenty kills under writing clients lose no acknowledged update, no acknowledged command and no acknowledged byte of a file', async ({
  relay,
}) => {
  test.setTimeout(300_000)
  const acknowledged = new Map<string, Set<string>>(WRITERS.map((who) => [who, new Set()]))
  const accepted = new Map<string, Set<string>>(WRITERS.map((who) => [who, new Set()]))
  const handed: HandedFile[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const writers = await Promise.all(WRITERS.map((who) => startWriter(relay.url, who, round)))
    // Killed at another depth each round: after so many acknowledgements of the first writer.
    const depth = 3 + ((round * 7) % 23)
    const writing = writers.map((writer) => keepWriting(writer, round))
    const commanding = writers.map((writer) => keepCommanding(writer, round))
    // … and of so many chunks: some files are whole then, some are not.
    let chunks = 1 + (round % 6)
    const handing: Promise<void>[] = []
    const haveChunks = new Promise<void>((resolve) => {
      const acknowledged = () => --chunks === 0 && resolve()
      for (const { client, who, handed: own } of writers) handing.push(keepHanding(client, who, own, acknowledged))
    })
    const [first] = writers
    await first?.socket.until(() => first.socket.durable >= depth)
    await haveChunks
    await relay.kill()
    await Promise.all([...writing, ...commanding, ...handing])
    for (const { who, socket, written, accepted: commands, handed: files } of writers) {
      handed.push(...files)
      for (const value of written.slice(0, socket.durable)) acknowledged.get(who)?.add(value)
      for (const item of commands) accepted.get(who)?.add(item)
    }
    await relay.start()
  }
  const bytes = handed.reduce((sum, { acknowledged: some }) => sum + some, 0)
  for (const who of WRITERS) {
    const client = await HandMadeClient.signIn(relay.url, who)
    const socket = await client.open(`private/${who}`)
    await socket.until(() => socket.synced)
    const kept = new Set(socket.doc.getArray<string>('log').toArray())
    const lost = [...(acknowledged.get(who) ?? [])].filter((value) => !kept.has(value))
    expect(lost, `updates of ${who}`).toEqual([])
    const sent = new Set(
      (await client.facts()).filter((f) => f.kind === 'revision-sent').map((f) => (f.data as { item: string }).item),
    )
    expect(
      [...(accepted.get(who) ?? [])].filter((item) => !sent.has(item)),
      `commands of ${who}`,
    ).toEqual([])
    const own = handed.filter((file) => file.who === who)
    expect(await missingOf(client, own), `files of ${who}`).toEqual([])
  }
  const total = [...acknowledged.values()].reduce((sum, values) => sum + values.size, 0)
  const commands = [...accepted.values()].reduce((sum, items) => sum + items.size, 0)
  expect(total).toBeGreaterThan(ROUNDS * 10)
  expect(commands).toBeGreaterThan(ROUNDS)
  expect(bytes).toBeGreaterThan(ROUNDS * 50_000)
})

async function startWriter(url: string, who: string, round: number): Promise<Writer> {
  const client = await HandMadeClient.signIn(url, who)
  const socket = await client.open(`private/${who}`)
  await socket.until(() => socket.synced || round < 0)
  return { who, client, socket, written: [], accepted: [], handed: [] }
}

/** Writes one update after another, a turn of the event loop apart, until the socket is gone. */
async function keepWriting({ socket, written }: Writer, round: number): Promise<void> {
  for (let n = 0; !socket.closed; n++) {
    const value = `${round}-${n}`
    socket.write((doc) => doc.getArray<string>('log').push([value]))
    written.push(value)
    // Never more than a few frames ahead, so that kills fall between acknowledgements of all depths.
    await socket.until(() => written.length - socket.durable < 8).catch(() => undefined)
  }
}

async function keepCommanding({ who, client, socket, accepted }: Writer, round: number): Promise<void> {
  for (let n = 0; !socket.closed; n++) {
    const item = `kill-${round}-${n}` as ItemId
    const content = contentOf({
      part: 'honor',
      fields: { name: `第${round}轮第${n}次`, grantYm: '202001' },
      evidence: [],
    })
    const salt = 'f'.repeat(64)
    const digest = digestOf(content, salt, { archive: who as AccountId, item })
    const body = { id: newId(), archive: who, item, revision: { digest, salt, content } }
    const answer = await client.command('send-revision', body).catch(() => undefined)
    if (answer === undefined) return
    if (answer.status === 200) accepted.push(item)
  }
}
