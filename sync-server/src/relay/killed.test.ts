import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../store/sqlite/database.ts'
import { sqliteUpdateLog } from '../store/sqlite/update-log.ts'
import { readDocument } from './read-document.ts'
import { RawClient } from './testing/raw-client.ts'

const ENTRY = fileURLToPath(new URL('./testing/relay-process.ts', import.meta.url))
const ROUNDS = 3
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yejibu-killed-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function startProcess(file: string): Promise<{ relay: ChildProcess; url: string }> {
  const relay = spawn(process.execPath, ['--import', 'tsx', ENTRY, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(relay.stdout, 'data')) as [Buffer]
  return { relay, url: `ws://127.0.0.1:${Number(port.toString())}/sync/archive/a1?token=a1&ack=1` }
}

it(`[SYNC-3] the relay killed in mid-stream ${ROUNDS} times has lost nothing that it acknowledged`, async () => {
  const file = join(folder, 'office.db')
  let acknowledged = ''
  for (let round = 0; round < ROUNDS; round++) {
    const { relay, url } = await startProcess(file)
    const writer = await new RawClient(url).sync()
    expect(writer.text.startsWith(acknowledged)).toBe(true)
    const before = writer.text
    let sent = 0
    writer.ws.on('message', () => {
      // Always some under way, so that the end comes between a commit and its acknowledgement as often as not.
      while (writer.closed === null && sent < writer.durable + 8) {
        writer.write(`${round}.`)
        sent += 1
      }
    })
    writer.write(`${round}.`)
    sent += 1
    await writer.until(() => writer.durable >= 60 + round * 7)
    relay.kill('SIGKILL')
    await Promise.all([writer.closeCode(), once(relay, 'exit')])
    acknowledged = before + `${round}.`.repeat(writer.durable)
    const database = openDatabase(file, 'reader')
    const log = sqliteUpdateLog(database, () => 'never')
    const doc = await readDocument(log, { settled: async () => {} }, 'archive/a1')
    expect(doc.getText('t').toString().startsWith(acknowledged)).toBe(true)
    database.close()
  }
})
