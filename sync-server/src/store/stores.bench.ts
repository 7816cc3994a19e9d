/**
 * What an office takes in its file and in PostgreSQL, and how it grows: `npm run bench -- stores --turns 200 --commands 300 --relays 4`.
 *
 * Updates: group commits of fifty updates to ten documents, one after the other, as a relay under load writes them; flushed to disk each time.
 * Commands: decided and appended one after the other by one relay, then by several relays on the same tables at once. PostgreSQL is the one of the tests
 * (its data in `TMPDIR`, with fsync), on this machine: an office's own over a network answers later and does more of it side by side.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SHEN_ZHIYUAN, YUEZHOU } from '@yejibu/shared/testing/people'
import * as Y from 'yjs'
import { officeConfig } from '../config.ts'
import { type Office, openOffice } from '../office.ts'
import { createSampleOffice } from '../operations/sample/create-sample-office.ts'
import { newDatabase, startPostgres } from '../testing/servers/postgres-server.ts'
import { countOffice } from './sql/office-counts.ts'

const { values: flags } = parseArgs({
  options: {
    turns: { type: 'string', default: '200' },
    commands: { type: 'string', default: '300' },
    relays: { type: 'string', default: '4' },
  },
})
const TURNS = Number(flags.turns)
const COMMANDS = Number(flags.commands)
const RELAYS = Number(flags.relays)
const DOCUMENTS = 10
const UPDATES_EACH = 5

function figure(what: string, value: number, unit: string): void {
  console.log(JSON.stringify({ what, value: Number(value.toPrecision(3)), unit }))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0

/** One person's typing in each of the documents. */
function writers() {
  return Array.from({ length: DOCUMENTS }, (_, n) => {
    const doc = new Y.Doc()
    const made: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => made.push(update))
    return {
      document: `archive/bench${n}`,
      write() {
        for (let i = 0; i < UPDATES_EACH; i++) doc.getText('t').insert(doc.getText('t').length, '业绩')
        return made.splice(0)
      },
    }
  })
}

async function commands(office: Office, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const data = { org: YUEZHOU.id, account: SHEN_ZHIYUAN.accountId, role: 'hr-clerk' as const }
    // With several relays some find it done already and are refused: that is decided all the same.
    await office.performOrg({ kind: n % 2 ? 'remove-member' : 'add-member', data }, 'relay')
  }
}

async function measure(name: string, store: string | null, folder: string): Promise<void> {
  const office = await openOffice(officeConfig(folder, { store, isSample: true }), 'relay')
  const kind = store === null ? 'file' : 'postgres'
  const empty = (await countOffice(office.store, kind)).storeBytes
  await createSampleOffice(office)
  const { seq } = await office.ledger.head()
  const sample = (await countOffice(office.store, kind)).storeBytes
  figure(`${name}: growth with the sample office, for each of its ${seq} facts`, (sample - empty) / seq / 1024, 'KB')

  const people = writers()
  const commits: number[] = []
  const all = await timed(async () => {
    for (let turn = 0; turn < TURNS; turn++) {
      const batch = people.map(({ document, write }) => ({ document, updates: write() }))
      commits.push(await timed(() => office.log.append(batch)))
    }
  })
  commits.sort((a, b) => a - b)
  const updates = TURNS * DOCUMENTS * UPDATES_EACH
  figure(`${name}: updates on disk in commits of ${DOCUMENTS * UPDATES_EACH}`, (updates * 1000) / all, 'a second')
  figure(`${name}: such a commit, p50`, at(commits, 0.5), 'ms')
  figure(`${name}: such a commit, p95`, at(commits, 0.95), 'ms')
  const grown = (await countOffice(office.store, kind)).storeBytes
  figure(`${name}: growth for each update of two characters, before compaction`, (grown - sample) / updates, 'bytes')

  const alone = await timed(() => commands(office, COMMANDS))
  figure(`${name}: commands of one relay`, (COMMANDS * 1000) / alone, 'a second')
  if (store !== null) {
    const relays: Office[] = [office]
    while (relays.length < RELAYS) relays.push(await openOffice(officeConfig(folder, { store })))
    const together = await timed(() => Promise.all(relays.map((relay) => commands(relay, COMMANDS / RELAYS))))
    figure(`${name}: commands of ${RELAYS} relays together`, (COMMANDS * 1000) / together, 'a second')
    for (const relay of relays.slice(1)) await relay.close()
  }
  await office.close()
  if (store === null)
    figure(`${name}: file after all this`, (await stat(join(folder, 'yejibu.sqlite'))).size / 1024, 'KB')
}

const root = await mkdtemp(join(tmpdir(), 'yejibu-stores-'))
const postgres = await startPostgres({ isOnDisk: true })
try {
  await measure('SQLite', null, join(root, 'file'))
  await measure('PostgreSQL', await newDatabase(postgres.address), join(root, 'postgres'))
} finally {
  await postgres.close()
  await rm(root, { recursive: true, force: true })
}
