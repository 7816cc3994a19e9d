/**
 * The power goes again and again under writing clients: `npm run bench -- durability --kills 200 --clients 50 --rate 5`.
 *
 * Every round clients write at their rate, each at its own moment and all of them hear the others of their document; at a moment nobody knows the
 * relay is killed with SIGKILL and started again. Half of the clients are destroyed with it, like a phone that falls into the water; the others come
 * back with what they have on disk. Then everything that was acknowledged, everything that was heard from another socket, and every
 * word of those who came back must be in what the relay has; at the end the doctor must find nothing. Commands go the same way: a fact that was
 * answered is in the feed; and files: each acknowledged byte is where the upload goes on, each whole file is the file.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { contentOf, digestOf } from '@yejibu/shared/archive/revision'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import * as Y from 'yjs'
import { HandMadeClient, type HandMadeSocket, newId } from '../stage/hand-made-client.ts'
import { type HandedFile, keepHanding, missingOf } from '../stage/handed-files.ts'
import { COMMAND_LINE } from '../stage/programs.ts'
import { startRelay } from '../stage/relay.ts'

const { values: flags } = parseArgs({
  options: {
    kills: { type: 'string', default: '6' },
    clients: { type: 'string', default: '50' },
    rate: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
})
const KILLS = Number(flags.kills)
const CLIENTS = Number(flags.clients)
const RATE = Number(flags.rate)
const PEOPLE = ['luqinghe', 'shenzhiyuan', 'xumingchuan', 'qianrulan', 'zhoumin', 'wangxiao'] as const

let dice = Number(flags.seed) >>> 0
/** In [0, 1); the same seed kills at the same moments. */
function random(): number {
  dice = (dice + 0x6d2b79f5) >>> 0
  let t = Math.imul(dice ^ (dice >>> 15), 1 | dice)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

interface Writer {
  readonly who: string
  readonly socket: HandMadeSocket
  readonly written: string[]
  /** It and what it had not sent are gone with the kill. */
  readonly isDestroyed: boolean
}

const relay = await startRelay()
const totals = { updates: 0, heard: 0, resent: 0, commands: 0, bytes: 0, lost: 0, slowestStart: 0 }
for (let round = 0; round < KILLS; round++) {
  const people = await Promise.all(PEOPLE.map((who) => signedIn(who)))
  const writers = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, n): Promise<Writer> => {
      const who = PEOPLE[n % PEOPLE.length] ?? ''
      const client = people[n % PEOPLE.length]
      if (!client) throw new Error('nobody')
      return { who, socket: await opened(client, `private/${who}`), written: [], isDestroyed: n % 2 === 0 }
    }),
  )
  const answered: { who: string; item: string }[] = []
  const timers = writers.map((writer, n) => {
    const write = () => {
      const value = `${round}.${n}.${writer.written.length}`
      writer.socket.write((doc) => doc.getArray<string>(`round-${round}`).push([value]))
      writer.written.push(value)
    }
    return setInterval(write, 1000 / RATE + random() * 7)
  })
  const handed: HandedFile[] = []
  const handing = people.slice(3).map((client, n) => keepHanding(client, PEOPLE[n + 3] ?? '', handed))
  const commanding = people.slice(0, 3).map((client, n) => keepCommanding(client, PEOPLE[n] ?? '', round, answered))
  await new Promise((resolve) => setTimeout(resolve, 250 + random() * 1_750))
  await relay.kill()
  for (const timer of timers) clearInterval(timer)
  await Promise.all([...commanding, ...handing, ...writers.map(({ socket }) => socket.untilClosed())])
  const began = performance.now()
  await relay.start()
  totals.slowestStart = Math.max(totals.slowestStart, performance.now() - began)
  await check(round, writers, answered)
  await checkFiles(round, handed)
  if ((round + 1) % 10 === 0) console.log(`${round + 1} kills: ${totals.lost} lost of ${totals.updates} acknowledged`)
}
const doctor = spawnSync(process.execPath, [COMMAND_LINE, 'doctor', '--json', '--data', relay.data], {
  encoding: 'utf8',
})
await relay.dispose()
const what = `${KILLS} kills under ${CLIENTS} clients × ${RATE}/s`
for (const figure of [
  {
    what: `acknowledged or heard and lost, ${what}`,
    value: totals.lost,
    unit: 'updates, commands and files',
    reach: '0',
  },
  { what: 'acknowledged updates that were checked', value: totals.updates, unit: 'updates' },
  { what: 'updates heard from another socket that were checked', value: totals.heard, unit: 'updates' },
  { what: 'updates of clients that came back with them that were checked', value: totals.resent, unit: 'updates' },
  { what: 'answered commands that were checked', value: totals.commands, unit: 'commands' },
  { what: 'acknowledged bytes of files that were checked', value: totals.bytes, unit: 'bytes' },
  { what: 'slowest start after a kill', value: Math.round(totals.slowestStart), unit: 'ms', reach: '≤ 5000' },
  { what: 'what the doctor finds afterwards', value: doctor.status ?? -1, unit: 'exit code', reach: '0' },
])
  console.log(JSON.stringify(figure))
if (totals.lost > 0 || doctor.status !== 0 || totals.updates < KILLS) process.exitCode = 1

/** How often somebody tries again whose connection ended while the machine was too busy to answer. */
const ATTEMPTS = 20

/** The first answer of `attempt`; its last error, when it has none after so many attempts. */
async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await attempt()
    } catch (error) {
      if (n === ATTEMPTS) throw error
      await new Promise((resolve) => setTimeout(resolve, 100 * n))
    }
  }
}

function signedIn(who: string): Promise<HandMadeClient> {
  return persistently(() => HandMadeClient.signIn(relay.url, who))
}

function opened(client: HandMadeClient, document: string): Promise<HandMadeSocket> {
  return persistently(async () => {
    const socket = await client.open(document)
    await socket.until(() => socket.synced)
    return socket
  })
}

/** A client comes back: what it holds and the relay lacks goes up again. */
function comeBack(client: HandMadeClient, { who, socket: { doc } }: Writer): Promise<void> {
  return persistently(async () => {
    const socket = await opened(client, `private/${who}`)
    const sent = socket.sendUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(socket.doc)))
    await socket.until(() => socket.durable >= sent)
    socket.close()
  })
}

async function check(round: number, writers: readonly Writer[], answered: readonly { who: string; item: string }[]) {
  for (const who of PEOPLE) {
    const client = await signedIn(who)
    const own = writers.filter((writer) => writer.who === who)
    const survivors = own.filter(({ isDestroyed }) => !isDestroyed)
    await Promise.all(survivors.map((writer) => comeBack(client, writer)))
    const socket = await opened(client, `private/${who}`)
    const kept = new Set(socket.doc.getArray<string>(`round-${round}`).toArray())
    const resent = survivors.flatMap(({ written }) => written)
    // A socket's first document frame is its answer to the relay's question, when it was asked for one: ours answer none.
    const acknowledged = own.flatMap(({ socket: { durable }, written }) => written.slice(0, durable))
    const heard = own.flatMap((writer) => {
      const mine = new Set(writer.written)
      return writer.socket.doc
        .getArray<string>(`round-${round}`)
        .toArray()
        .filter((value) => !mine.has(value))
    })
    const sent = new Set(
      (await persistently(() => client.facts()))
        .filter(({ kind }) => kind === 'revision-sent')
        .map(({ data }) => (data as { item: string }).item),
    )
    const commands = answered.filter((command) => command.who === who).map(({ item }) => item)
    const lost = [
      ...[...acknowledged, ...heard, ...resent].filter((value) => !kept.has(value)),
      ...commands.filter((item) => !sent.has(item)),
    ]
    if (lost.length > 0) console.log(`round ${round}: ${who} lost ${lost.slice(0, 5).join(', ')} …`)
    totals.updates += acknowledged.length
    totals.heard += heard.length
    totals.resent += resent.length
    totals.commands += commands.length
    totals.lost += lost.length
    socket.close()
  }
}

async function checkFiles(round: number, handed: readonly HandedFile[]): Promise<void> {
  totals.bytes += handed.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
  for (const who of new Set(handed.map((file) => file.who))) {
    const own = handed.filter((file) => file.who === who)
    const missing = await missingOf(await signedIn(who), own)
    if (missing.length > 0) console.log(`round ${round}: ${who} lost ${missing.slice(0, 5).join(', ')} …`)
    totals.lost += missing.length
  }
}

async function keepCommanding(
  client: HandMadeClient,
  who: string,
  round: number,
  answered: { who: string; item: string }[],
): Promise<void> {
  for (let n = 0; ; n++) {
    const item = `kill-${round}-${n}` as ItemId
    const content = contentOf({ part: 'honor', fields: { name: `第${round}轮`, grantYm: '202001' }, evidence: [] })
    const salt = 'f'.repeat(64)
    const digest = digestOf(content, salt, { archive: who as AccountId, item })
    const body = { id: newId(), archive: who, item, revision: { digest, salt, content } }
    const answer = await client.command('send-revision', body).catch(() => undefined)
    if (answer === undefined) return
    if (answer.status === 200) answered.push({ who, item })
  }
}
