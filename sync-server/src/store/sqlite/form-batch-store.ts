/** Batches of forms in SQLite. */
import type { AccountId, ApplicationId, OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import type { Batch } from '@yejibu/shared/wire/forms'
import type { BatchStore, KeptBatch } from '../../forms/batch-store.ts'
import type { Database } from './database.ts'

interface Row {
  readonly id: string
  readonly account: string
  readonly org: string
  readonly plan: string
  readonly origin: string
  readonly printed_on: string
  readonly applications: string
  readonly state: string
  readonly done: number
  readonly bytes: number | null
  readonly asked_at: number
}

const COLUMNS = 'id, account, org, plan, origin, printed_on, applications, state, done, bytes, asked_at'

export function openSqliteFormBatches(database: Database): BatchStore {
  const add = database.prepare(`INSERT INTO form_batch (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const byId = database.prepare<Row>(`SELECT ${COLUMNS} FROM form_batch WHERE id = ?`)
  const ofOrgs = database.prepare<Row>(
    `SELECT ${COLUMNS} FROM form_batch WHERE org IN (SELECT value FROM json_each(?)) ORDER BY asked_at DESC, id`,
  )
  const next = database.prepare<Row>(
    `SELECT ${COLUMNS} FROM form_batch WHERE state = 'running' ORDER BY asked_at, id LIMIT 1`,
  )
  const progress = database.prepare("UPDATE form_batch SET done = ? WHERE id = ? AND state = 'running'")
  const end = database.prepare("UPDATE form_batch SET state = ?, bytes = ? WHERE id = ? AND state = 'running'")
  const before = database.prepare<{ id: string }>(
    "SELECT id FROM form_batch WHERE asked_at < ? AND state <> 'running' ORDER BY asked_at",
  )
  const remove = database.prepare('DELETE FROM form_batch WHERE id = ?')
  return {
    async add(batch) {
      const { id, account, org, plan, origin, printedOn, applications, state, done, bytes, askedAt } = batch
      add.run(id, account, org, plan, origin, printedOn, JSON.stringify(applications), state, done, bytes, askedAt)
    },
    async byId(id) {
      const row = byId.get(id)
      return row ? batchOf(row) : null
    },
    async ofOrgs(orgs) {
      return ofOrgs.all(JSON.stringify(orgs)).map(batchOf)
    },
    async nextRunning() {
      const row = next.get()
      return row ? batchOf(row) : null
    },
    async progress(id, done) {
      progress.run(done, id)
    },
    async end(id, state, bytes) {
      end.run(state, bytes, id)
    },
    async askedBefore(at) {
      return before.all(at).map((row) => row.id)
    },
    async remove(id) {
      remove.run(id)
    },
  }
}

function batchOf(row: Row): KeptBatch {
  return {
    id: row.id,
    account: row.account as AccountId,
    org: row.org as OrgId,
    plan: row.plan as PlanId,
    origin: row.origin,
    printedOn: row.printed_on,
    applications: JSON.parse(row.applications) as ApplicationId[],
    state: row.state as Batch['state'],
    done: row.done,
    bytes: row.bytes,
    askedAt: row.asked_at,
  }
}
