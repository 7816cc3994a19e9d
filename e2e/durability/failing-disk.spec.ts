/**
 * A disk that fails beneath the relay: the kernel answers its flushes, or its writes into files, with an input/output error (decision 30). The
 * errors are put in by strace, so nothing of the relay is another than in an office.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentOf, digestOf } from '@yejibu/shared/archive/revision'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import Database from 'libsql'
import { findTracer } from '../../scripts/find-tracer.mjs'
import { HandMadeClient, newId } from '../stage/hand-made-client.ts'
import type { Relay } from '../stage/relay.ts'
import { expect, test } from '../stage/test.ts'

const PDF = Buffer.from('%PDF-1.4\nmade for a disk that fails\n')
const SHA256 = createHash('sha256').update(PDF).digest('hex')
const EVIDENCE = `/api/evidence/${SHA256}?archive=luqinghe`

for (const [what, calls] of [
  ['flushes', 'fsync,fdatasync'],
  ['writes', 'pwrite64,pwritev'],
] as const) {
  test(`[RELAY-311] a disk whose ${what} fail gets no acknowledgement, reads go on, the cause is named, and it heals without a restart`, async ({
    relay,
  }) => {
    const tracer = tracerHere()
    const lu = await HandMadeClient.signIn(relay.url, 'luqinghe')
    const operator = await HandMadeClient.signIn(relay.url, 'zhouhang')
    const mine = await lu.open('private/luqinghe')
    await mine.until(() => mine.synced)
    const kept = mine.write((doc) => doc.getArray('log').push(['before']))
    await mine.until(() => mine.durable === kept)
    const command = revision()

    const heal = await failing(tracer, relay, calls)
    mine.write((doc) => doc.getArray('log').push(['lost']))
    expect(await mine.untilClosed()).toBe(1013)
    expect(mine.durable).toBe(kept)
    expect(await lu.command('send-revision', command)).toMatchObject({ status: 507, refusal: { kind: 'disk-refused' } })
    await expect(lu.putFile('luqinghe', SHA256, PDF)).rejects.toThrow('507')
    expect((await lu.request('GET', '/health')).body).toMatchObject({
      status: 'degraded',
      store: { cause: 'disk-failing' },
    })
    expect(await lu.request('GET', '/ready')).toMatchObject({ status: 503, body: { why: 'disk-failing' } })
    expect(await operator.request('GET', '/api/operator/health')).toMatchObject({
      status: 200,
      body: { trouble: { cause: 'disk-failing' } },
    })
    const reading = await lu.open('private/luqinghe')
    await reading.until(() => reading.synced)
    expect(reading.doc.getArray('log').toArray()).toEqual(['before'])
    expect((await lu.facts()).length).toBeGreaterThan(10)

    await heal()
    expect((await lu.request('GET', '/health')).body).toMatchObject({ status: 'ok' })
    expect((await lu.request('GET', '/ready')).status).toBe(200)
    // Whatever was acknowledged before stands in a second place that was flushed since.
    expect(rowsInFileAlone(relay.data, 'before')).toBe(1)
    // Of the upload nothing is built upon, and what was asked for is asked for again with its id.
    expect((await lu.request('HEAD', EVIDENCE)).status).toBe(404)
    await lu.putFile('luqinghe', SHA256, PDF)
    expect((await lu.command('send-revision', command)).status).toBe(200)
    const sent = reading.write((doc) => doc.getArray('log').push(['after']))
    await reading.until(() => reading.durable === sent)
    await relay.kill()
    await relay.start()
    const again = await HandMadeClient.signIn(relay.url, 'luqinghe')
    const after = await again.open('private/luqinghe')
    await after.until(() => after.synced)
    expect(after.doc.getArray('log').toArray()).toEqual(['before', 'after'])
    const facts = await again.facts()
    expect(facts.filter(({ data }) => (data as { item?: string }).item === command.item)).toHaveLength(1)
    expect((await again.request('GET', EVIDENCE)).status).toBe(200)
  })
}

test('[RELAY-310] a relay killed while its disk fails starts again and acknowledges nothing before the disk does', async ({
  relay,
}) => {
  const tracer = tracerHere()
  const lu = await HandMadeClient.signIn(relay.url, 'luqinghe')
  const mine = await lu.open('private/luqinghe')
  await mine.until(() => mine.synced)
  const kept = mine.write((doc) => doc.getArray('log').push(['before']))
  await mine.until(() => mine.durable === kept)
  await failing(tracer, relay, 'fsync,fdatasync')
  mine.write((doc) => doc.getArray('log').push(['refused']))
  expect(await mine.untilClosed()).toBe(1013)
  await relay.kill()
  await relay.start()
  // What the killed one left is in the file itself before anything is added to it.
  expect(rowsInFileAlone(relay.data, 'before')).toBe(1)
  const after = await (await HandMadeClient.signIn(relay.url, 'luqinghe')).open('private/luqinghe')
  await after.until(() => after.synced)
  // “No acknowledgement” promises nothing about what was not acknowledged: its writer sends it again.
  const log = after.doc.getArray('log').toArray()
  expect(log[0]).toBe('before')
  expect(after.durable).toBe(0)
})

function tracerHere(): string {
  const tracer = findTracer()
  if (!tracer)
    throw new Error('this test needs strace, and the right to trace a process: install it, or name it in YEJIBU_STRACE')
  return tracer
}

/** From when it resolves these calls of the relay's process answer EIO; the result makes them work again. */
async function failing(tracer: string, relay: Relay, calls: string): Promise<() => Promise<void>> {
  const program = ['-f', '-p', String(relay.pid), '-e', `trace=${calls}`, '-e', `inject=${calls}:error=EIO`]
  const strace = spawn(tracer, [...program, '-o', '/dev/null'], { stdio: ['ignore', 'ignore', 'pipe'] })
  await attached(strace)
  return () =>
    new Promise((resolve) => {
      strace.once('exit', () => resolve())
      strace.kill('SIGTERM')
    })
}

function attached(strace: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    strace.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(' attached')) resolve()
    })
    strace.once('exit', (code) => reject(new Error(`strace ended with ${code}: ${said}`)))
  })
}

function revision() {
  const item = 'failing-disk' as ItemId
  const content = contentOf({ part: 'honor', fields: { name: '磁盘', grantYm: '202001' }, evidence: [] })
  const salt = 'f'.repeat(64)
  const digest = digestOf(content, salt, { archive: 'luqinghe' as AccountId, item })
  return { id: newId(), archive: 'luqinghe', item, revision: { digest, salt, content } }
}

/** Rows of her document that hold the word, in the database's file without its journal. */
function rowsInFileAlone(data: string, word: string): number {
  const alone = join(data, '..', `${newId()}.sqlite`)
  copyFileSync(join(data, 'yejibu.sqlite'), alone)
  const database = new Database(alone)
  const { rows } = database
    .prepare(
      "SELECT count(*) AS rows FROM document_update WHERE document = 'private/luqinghe' AND instr(updates, ?) > 0",
    )
    .get([Buffer.from(word)]) as { rows: number }
  database.close()
  return rows
}
