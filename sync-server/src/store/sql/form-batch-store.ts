/** Batches of forms. */
import type { AccountId, ApplicationId, OrgId, PlanId } from '@yejibu/shared/kernel/ids'
import type { Batch } from '@yejibu/shared/wire/forms'
import type { BatchStore, KeptBatch } from '../../forms/batch-store.ts'
import { query, type Store } from '../store.ts'

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

export function openFormBatches(store: Store): BatchStore {
  const add = query(`INSERT INTO form_batch (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const byId = query<Row>(`SELECT ${COLUMNS} FROM form_batch WHERE id = ?`)
  const ofOrgs = query<Row>(
    `SELECT ${COLUMNS} FROM form_batch WHERE org IN (SELECT value FROM json_each(?)) ORDER BY asked_at DESC, id`,
  )
  const running = query<Row>(`SELECT ${COLUMNS} FROM form_batch WHERE state = 'running' ORDER BY asked_at, id`)
  const progress = query("UPDATE form_batch SET done = ? WHERE id = ? AND state = 'running'")
  const end = query("UPDATE form_batch SET state = ?, bytes = ? WHERE id = ? AND state = 'running'")
  const before = query<{ id: string }>(
    "SELECT id FROM form_batch WHERE asked_at < ? AND state <> 'running' ORDER BY asked_at",
  )
  const remove = query('DELETE FROM form_batch WHERE id = ?')
  return {
    async add(batch) {
      const { id, account, org, plan, origin, printedOn, applications, state, done, bytes, askedAt } = batch
      await store.run(
        add,
        id,
        account,
        org,
        plan,
        origin,
        printedOn,
        JSON.stringify(applications),
        state,
        done,
        bytes,
        askedAt,
      )
    },
    async byId(id) {
      const row = await store.get(byId, id)
      return row ? batchOf(row) : null
    },
    async ofOrgs(orgs) {
      return (await store.all(ofOrgs, JSON.stringify(orgs))).map(batchOf)
    },
    async running() {
      return (await store.all(running)).map(batchOf)
    },
    async progress(id, done) {
      await store.run(progress, done, id)
    },
    async end(id, state, bytes) {
      await store.run(end, state, bytes, id)
    },
    async askedBefore(at) {
      return (await store.all(before, at)).map((row) => row.id)
    },
    async remove(id) {
      await store.run(remove, id)
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
