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
  readonly sha256: string | null
  readonly people: string | null
  readonly shared: string
  readonly asked_at: number
}

const COLUMNS =
  'id, account, org, plan, origin, printed_on, applications, state, done, bytes, sha256, people, shared, asked_at'

export function openFormBatches(store: Store): BatchStore {
  const add = query(`INSERT INTO form_batch (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const byId = query<Row>(`SELECT ${COLUMNS} FROM form_batch WHERE id = ?`)
  const ofOrgs = query<Row>(
    `SELECT ${COLUMNS} FROM form_batch WHERE org IN (SELECT value FROM json_each(?)) ORDER BY asked_at DESC, id`,
  )
  const running = query<Row>(`SELECT ${COLUMNS} FROM form_batch WHERE state = 'running' ORDER BY asked_at, id`)
  const progress = query("UPDATE form_batch SET done = ? WHERE id = ? AND state = 'running'")
  const finish = query(
    "UPDATE form_batch SET state = 'ready', bytes = ?, sha256 = ?, people = ? WHERE id = ? AND state = 'running'",
  )
  const fail = query("UPDATE form_batch SET state = 'failed' WHERE id = ? AND state = 'running'")
  const cancel = query(
    "UPDATE form_batch SET state = 'cancelled', bytes = NULL WHERE id = ? AND state IN ('running', 'ready')",
  )
  const noteShared = query('UPDATE form_batch SET shared = ? WHERE id = ?')
  const unshared = query<Row>(
    `SELECT ${COLUMNS} FROM form_batch WHERE state = 'ready' AND shared <> 'there' ORDER BY asked_at, id`,
  )
  const leftShared = query<Row>(
    `SELECT ${COLUMNS} FROM form_batch WHERE state IN ('cancelled', 'failed') AND shared <> 'no' ORDER BY asked_at, id`,
  )
  const before = query<Row>(
    `SELECT ${COLUMNS} FROM form_batch WHERE asked_at < ? AND state <> 'running' ORDER BY asked_at, id`,
  )
  const remove = query('DELETE FROM form_batch WHERE id = ?')
  return {
    async add(batch) {
      const { id, account, org, plan, origin, printedOn, state, done, bytes, sha256, shared, askedAt } = batch
      const [applications, people] = [JSON.stringify(batch.applications), batch.people && JSON.stringify(batch.people)]
      const asked = [id, account, org, plan, origin, printedOn, applications]
      await store.run(add, ...asked, state, done, bytes, sha256, people, shared, askedAt)
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
    async finish(id, { bytes, sha256, people }) {
      return (await store.run(finish, bytes, sha256, JSON.stringify(people), id)).changes > 0
    },
    async fail(id) {
      await store.run(fail, id)
    },
    async cancel(id) {
      await store.run(cancel, id)
    },
    async noteShared(id, shared) {
      await store.run(noteShared, shared, id)
    },
    async unshared() {
      return (await store.all(unshared)).map(batchOf)
    },
    async leftShared() {
      return (await store.all(leftShared)).map(batchOf)
    },
    async askedBefore(at) {
      return (await store.all(before, at)).map(batchOf)
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
    sha256: row.sha256,
    people: row.people === null ? null : (JSON.parse(row.people) as ApplicationId[]),
    shared: row.shared as KeptBatch['shared'],
    askedAt: row.asked_at,
  }
}
