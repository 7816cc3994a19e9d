/**
 * The disk takes nothing more, in earnest: the running relay's process may write no file beyond its present size (`RLIMIT_FSIZE`), so every write
 * below SQLite fails with the kernel's own error. Linux alone can set that for a running process.
 */
import { execFileSync } from 'node:child_process'
import { diarySchema } from '@yejibu/shared/wire/diary'
import { HandMadeClient } from '../stage/hand-made-client.ts'
import { expect, test } from '../stage/test.ts'

if (process.platform === 'linux') {
  test('[RELAY-240] [RELAY-288] a disk that takes nothing more gets no acknowledgement, reads go on, and room brings everything back', async ({
    relay,
  }) => {
    const [lu, hr] = [
      await HandMadeClient.signIn(relay.url, 'luqinghe'),
      await HandMadeClient.signIn(relay.url, 'zhoumin'),
    ]
    const mine = await lu.open('private/luqinghe')
    await mine.until(() => mine.synced)
    const kept = mine.write((doc) => doc.getArray('log').push(['before']))
    await mine.until(() => mine.durable === kept)

    limitFiles(relay.pid, '1')
    mine.write((doc) => doc.getArray('log').push(['lost']))
    expect(await mine.untilClosed()).toBe(1013)
    expect(mine.durable).toBe(kept)
    const health = await lu.request('GET', '/health')
    expect(health).toMatchObject({ status: 200, body: { status: 'degraded', store: { cause: 'disk-full' } } })
    expect((await lu.request('GET', '/ready')).status).toBe(503)
    const again = await lu.open('private/luqinghe')
    await again.until(() => again.synced)
    expect(again.doc.getArray('log').toArray()).toEqual(['before'])
    expect((await hr.facts()).length).toBeGreaterThan(10)
    expect((await hr.command('send-revision', {})).status).toBe(400)
    const copies = async () => {
      const { body } = await lu.request('GET', '/api/diary')
      return diarySchema.parse(body).entries.filter(({ what }) => what === 'copy')
    }
    expect(await copies()).toEqual([])

    limitFiles(relay.pid, 'unlimited')
    expect((await lu.request('GET', '/health')).body).toMatchObject({ status: 'ok' })
    expect((await lu.request('GET', '/ready')).status).toBe(200)
    expect(await copies()).toMatchObject([{ name: '周敏', role: 'hr-lead' }])
    const sent = again.write((doc) => doc.getArray('log').push(['after']))
    await again.until(() => again.durable === sent)
    await relay.kill()
    await relay.start()
    const after = await (await HandMadeClient.signIn(relay.url, 'luqinghe')).open('private/luqinghe')
    await after.until(() => after.synced)
    expect(after.doc.getArray('log').toArray()).toEqual(['before', 'after'])
  })
}

function limitFiles(pid: number, bytes: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
}
