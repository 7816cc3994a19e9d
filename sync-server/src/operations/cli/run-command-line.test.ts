import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstBreak } from '@yejibu/shared/kernel/fact'
import { accountIdSchema } from '@yejibu/shared/kernel/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { officeConfig } from '../../config.ts'
import { EVERYTHING } from '../../ledger/ledger.ts'
import { openOffice } from '../../office.ts'
import type { Terminal } from './command.ts'
import { COMMANDS, runCommandLine } from './run-command-line.ts'

const NOW = new Date('2026-03-02T01:00:00Z')

let folder: string
let thrown = 0

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yejibu-cli-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Calls the command line as a person would who has these secrets ready. */
async function call(words: readonly string[], secrets: readonly string[] = [], isInteractive = false) {
  const out: string[] = []
  const err: string[] = []
  const asked: string[] = []
  const terminal: Terminal = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    isInteractive,
    askSecret: async (prompt) => secrets[asked.push(prompt) - 1] ?? '',
    now: () => NOW,
    randomBytes: (count) => createHash('sha512').update(String(thrown++)).digest().subarray(0, count),
  }
  const exit = await runCommandLine(words, terminal, { dataFolder: folder })
  return { exit, out: out.join('\n'), err: err.join('\n'), asked, json: () => JSON.parse(out.join('\n')) as unknown }
}

const ORG = ['org', 'add', 'yuezhou', '--name', '绍兴市越州生态环境监测中心', '--kind', 'employer', '--create']
const ACCOUNT = ['account', 'add', 'zhoumin', '--name', '周敏', '--id', 'zhoumin']
const PASSWORD = 'a long enough password'

describe('the command line', () => {
  it('[OPS-10] sets up an office that a person can be found in', async () => {
    expect(await call(ORG)).toMatchObject({ exit: 0, err: '' })
    expect(await call(ACCOUNT, [PASSWORD])).toMatchObject({ exit: 0 })
    expect(await call(['member', 'add', 'zhoumin', 'yuezhou', '--role', 'hr-lead'])).toMatchObject({ exit: 0 })
    const listed = await call(['member', 'list', '--json'])
    expect(listed.json()).toMatchObject([{ username: 'zhoumin', name: '周敏', orgId: 'yuezhou', role: 'hr-lead' }])
    expect((await call(['member', 'list'])).out).toContain('人事负责人')
    expect(
      await call(['member', 'remove', '--account', 'zhoumin', '--org', 'yuezhou', '--role', 'hr-lead']),
    ).toMatchObject({ exit: 0 })
    expect((await call(['member', 'list', '--json'])).json()).toEqual([])
  })

  it('[OPS-10] refuses with words that say what to do, and with the refusal itself as JSON', async () => {
    await call(ORG)
    const refused = await call(ORG)
    expect(refused).toMatchObject({ exit: 1, out: '' })
    expect(refused.err).toContain('org list')
    expect((await call([...ORG, '--json'])).json()).toMatchObject({ refusal: { kind: 'org-exists' } })
    expect(await call(['account', 'password', 'nobody'], [PASSWORD])).toMatchObject({ exit: 1 })
  })

  it('[OPS-10] ends with 2 when it was called wrongly', async () => {
    for (const words of [
      [],
      ['nonsense'],
      ['org'],
      ['org', 'add'],
      ['org', 'add', 'x', 'y'],
      ['org', 'list', '--nonsense'],
    ]) {
      expect(await call(words), words.join(' ')).toMatchObject({ exit: 2, out: '' })
    }
  })

  it.each(COMMANDS.map(({ words }) => [words]))('[OPS-10] explains %s', async (words) => {
    const help = await call([...words.split(' '), '--help'])
    expect(help.exit).toBe(0)
    expect(help.out).toContain(`yejibu ${words}`)
    expect(help.out).toContain('--json')
  })

  it('[OPS-10] makes no office where there is none, unless asked to', async () => {
    expect(await call(['org', 'list'])).toMatchObject({ exit: 1 })
    expect(await call(['doctor'])).toMatchObject({ exit: 1 })
    expect(await readdir(folder)).toEqual([])
  })

  it('[OPS-11] takes no password from its arguments', async () => {
    await call(ORG)
    expect(await call([...ACCOUNT, '--password', PASSWORD])).toMatchObject({ exit: 2 })
    expect(await call([...ACCOUNT, PASSWORD], [PASSWORD])).toMatchObject({ exit: 2 })
  })

  it('[OPS-11] asks a person twice for a new password, and a pipe once', async () => {
    await call(ORG)
    expect(await call(ACCOUNT, [PASSWORD, 'something else'], true)).toMatchObject({ exit: 1, asked: { length: 2 } })
    expect(await call(ACCOUNT, [PASSWORD, PASSWORD], true)).toMatchObject({ exit: 0, asked: { length: 2 } })
    expect(await call(['account', 'password', 'zhoumin'], ['short'])).toMatchObject({ exit: 1, asked: { length: 1 } })
    expect(await call(['account', 'password', 'zhoumin'], [`${PASSWORD}!`])).toMatchObject({ exit: 0 })
  })

  it('[OPS-12] writes beside a running relay into the same chain, seen at its next question', async () => {
    const relay = await openOffice(officeConfig(folder, { now: () => NOW }), 'relay')
    await call(ORG)
    await call(ACCOUNT, [PASSWORD])
    expect((await relay.accounts.check('zhoumin', PASSWORD))?.id).toBe('zhoumin')
    await call(['member', 'add', 'zhoumin', 'yuezhou', '--role', 'applicant'])
    expect((await relay.directory.employerOf(accountIdSchema.parse('zhoumin')))?.id).toBe('yuezhou')
    const issued = await call(['token', 'issue', 'zhoumin', '--for', '对账脚本', '--json'])
    const { token, id } = issued.json() as { token: string; id: string }
    expect(await relay.sessions.find(token, false)).toMatchObject({ account: 'zhoumin', kind: 'script' })
    expect(await call(['token', 'revoke', 'zhoumin', id])).toMatchObject({ exit: 0 })
    expect(await relay.sessions.find(token, false)).toBe('unknown')
    await relay.accounts.revokeAccess(accountIdSchema.parse('zhoumin'), '离职', 'relay')
    const facts = await relay.ledger.since(0, 100, EVERYTHING)
    expect(facts.map(({ kind }) => kind)).toEqual([
      'org-registered',
      'account-opened',
      'member-added',
      'access-revoked',
    ])
    expect(firstBreak(facts)).toBeNull()
    await relay.close()
  })

  it('[OPS-10] publishes the plan that comes with it, and one from a file', async () => {
    await call(ORG)
    const window = ['--open', '2026-03-01T09:00:00+08:00', '--close', '2026-04-01T17:00:00+08:00']
    expect(await call(['plan', 'publish', 'sx-eco-2022-mid'])).toMatchObject({ exit: 1 })
    expect(await call(['plan', 'publish', 'sx-eco-2022-mid', ...window])).toMatchObject({ exit: 0 })
    const again = await call(['plan', 'publish', 'sx-eco-2022-mid', ...window, '--json'])
    expect(again.json()).toMatchObject({ refusal: { kind: 'plan-version-not-next', next: 2 } })
    const file = join(folder, 'plan.json')
    await writeFile(file, '{"id": "another", "version": 1, "title": "缺项的计划"}')
    expect((await call(['plan', 'publish', file, '--json'])).json()).toMatchObject({
      refusal: { kind: 'plan-malformed' },
    })
    expect((await call(['plan', 'list', '--json'])).json()).toMatchObject([
      { id: 'sx-eco-2022-mid', version: 1, isWithdrawn: false },
    ])
  })

  it('[OPS-10] ends with 1 when the doctor finds something, with 0 once it was mended', async () => {
    await call(ORG)
    expect(await call(['doctor'])).toMatchObject({ exit: 0 })
    const office = await openOffice(officeConfig(folder))
    office.database?.exec('DELETE FROM view_org')
    await office.close()
    const found = await call(['doctor', '--json'])
    expect(found.exit).toBe(1)
    expect(found.json()).toMatchObject({ findings: [{ kind: 'view-differs', at: 'view_org' }] })
    expect((await call(['doctor'])).out).toContain('doctor --rebuild')
    const relay = await openOffice(officeConfig(folder), 'relay')
    expect((await call(['doctor', '--rebuild', '--json'])).json()).toMatchObject({ refusal: { kind: 'office-in-use' } })
    await relay.close()
    expect(await call(['doctor', '--rebuild'])).toMatchObject({ exit: 0 })
  })

  it('[OPS-10] says how the office is', async () => {
    await call(ORG)
    expect((await call(['health', '--json'])).json()).toMatchObject({ facts: 1, people: 0, documents: 0 })
    expect(await call(['health', '--url', 'http://127.0.0.1:9'])).toMatchObject({ exit: 1 })
  })
})
