/**
 * What an office of many years costs its operator: `npm run bench -- large-office --facts 1000000`. One office in a file, grown to so many facts by
 * `growOffice`, and then: how long a relay takes to start on it, a command, what people read first, the lists made anew, `doctor`, a backup and
 * its way back, the move to PostgreSQL; and how much memory each tool took that runs as a process of its own.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import { SHEN_ZHIYUAN } from '@yejibu/shared/testing/people'
import { officeConfig } from '../config.ts'
import { openOffice } from '../office.ts'
import { openDatabase } from '../store/sqlite/database.ts'
import { newDatabase, startPostgres } from '../testing/servers/postgres-server.ts'
import { databasePath } from './data-folder.ts'
import { createSampleOffice } from './sample/create-sample-office.ts'
import { growOffice } from './testing/grow-office.ts'

const { values: flags } = parseArgs({
  options: { facts: { type: 'string', default: '20000' }, in: { type: 'string' } },
})
const EMPLOYER = 'yuezhou0' as OrgId
const FACTS = Number(flags.facts)
const COMMAND_LINE = fileURLToPath(new URL('../../dist/operations/cli/main.js', import.meta.url))
const SAYS_MEMORY = 'data:text/javascript,process.on("exit",()=>console.error("RSS "+process.resourceUsage().maxRSS))'

function figure(what: string, value: number, unit: string): void {
  console.log(JSON.stringify({ what, value: Number(value.toPrecision(3)), unit }))
}

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  figure(what, performance.now() - began, 'ms')
  return result
}

/** A tool as the operator runs it. */
function tool(what: string, ...words: readonly string[]): void {
  const began = performance.now()
  const args = ['--import', SAYS_MEMORY, COMMAND_LINE, ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  figure(what, (performance.now() - began) / 1000, 's')
  figure(`${what}: memory at its most`, Number(/RSS (\d+)/.exec(stderr)?.[1]) / 1024, 'MB')
  if (status !== 0) {
    process.exitCode = 1
    console.log(`${words.join(' ')} ended with ${status}: ${stdout.slice(-600)}${stderr.slice(-600)}`)
  }
}

const root = flags.in ?? (await mkdtemp(join(tmpdir(), 'yejibu-large-')))
const folder = join(root, 'office')
const config = officeConfig(folder, { isSample: true })
if (!existsSync(folder)) {
  const office = await openOffice(config)
  await createSampleOffice(office)
  await office.close()
}
const file = openDatabase(databasePath(folder))
const began = performance.now()
const people = growOffice(file, FACTS)
console.log(`${people} more people in ${Math.round((performance.now() - began) / 1000)} s`)
file.close()
figure('file', (await stat(databasePath(folder))).size / 1024 / 1024, 'MB')

const office = await timed('start on it', () => openOffice(config))
const { seq } = await office.ledger.head()
figure('facts', seq, 'facts')
const data = { org: EMPLOYER, account: SHEN_ZHIYUAN.accountId, role: 'hr-clerk' as const }
await timed('200 commands', async () => {
  for (let n = 0; n < 200; n++) await office.performOrg({ kind: n % 2 ? 'remove-member' : 'add-member', data }, 'relay')
})
const hers = {
  streams: ['account/xumingchuan0', 'archive/xumingchuan0'] as never,
  prefixes: ['application/xumingchuan0.'],
}
const facts = await timed('what an applicant begins with', () => office.ledger.since(0, 500, hers))
figure('… facts', facts.length, 'facts')
await timed('what an applicant hears next', () => office.ledger.since(seq - 10, 500, hers))
const waiting = await timed('whom HR of one employer reviews', () => office.queue.of([EMPLOYER], 'nobody' as AccountId))
figure('… people', waiting.length, 'people')
await office.close()

tool('lists made anew, then doctor', 'doctor', '--rebuild', '--json', '--data', folder)
tool('doctor', 'doctor', '--json', '--data', folder)
tool('backup', 'backup', 'create', join(root, 'backup'), '--data', folder)
tool('that backup restored', 'backup', 'restore', join(root, 'backup'), '--data', join(root, 'restored'))
const postgres = await startPostgres({ isOnDisk: true })
try {
  const address = await newDatabase(postgres.address)
  tool('move to PostgreSQL', 'move', address, '--data', folder)
  tool('doctor of PostgreSQL', 'doctor', '--json', '--data', folder, '--store', address)
} finally {
  await postgres.close()
  if (!flags.in) await rm(root, { recursive: true, force: true })
}
