/** Pledge links in SQLite. A row is of one application and lives until its owner took the signature over, or the next link replaces it. */
import type { AccountId, ApplicationId, PlanId } from '@yejibu/shared/kernel/ids'
import type { KeptPledgeLink, PledgeLinkStore } from '../../application/pledge-links.ts'
import type { Database } from './database.ts'

interface Row {
  readonly id: string
  readonly application: string
  readonly owner: string
  readonly plan: string
  readonly text_digest: string
  readonly ends_at: number
  readonly sha256: string | null
  readonly bytes: number | null
  readonly signed_at: number | null
}

const COLUMNS = 'id, application, owner, plan, text_digest, ends_at, sha256, bytes, signed_at'

export function openSqlitePledgeLinks(database: Database): PledgeLinkStore {
  const put = database.prepare(
    `INSERT OR REPLACE INTO pledge_link (application, id, token_hash, owner, plan, text_digest, ends_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const ofToken = database.prepare<Row>(`SELECT ${COLUMNS} FROM pledge_link WHERE token_hash = ? AND spent_at IS NULL`)
  const ofId = database.prepare<Row>(`SELECT ${COLUMNS} FROM pledge_link WHERE id = ?`)
  const ofApplication = database.prepare<Row>(`SELECT ${COLUMNS} FROM pledge_link WHERE application = ?`)
  const spend = database.prepare(
    'UPDATE pledge_link SET spent_at = ? WHERE token_hash = ? AND spent_at IS NULL AND ends_at > ?',
  )
  const sign = database.prepare('UPDATE pledge_link SET sha256 = ?, bytes = ?, signed_at = ? WHERE id = ?')
  const drop = database.prepare('DELETE FROM pledge_link WHERE id = ?')
  return {
    async replace({ application, id, owner, plan, textDigest, endsAt }, tokenHash) {
      put.run(application, id, tokenHash, owner, plan, textDigest, endsAt)
    },
    async byToken(tokenHash) {
      return linkOf(ofToken.get(tokenHash))
    },
    async byId(id) {
      return linkOf(ofId.get(id))
    },
    async ofApplication(application) {
      return linkOf(ofApplication.get(application))
    },
    async spend(tokenHash, at) {
      return spend.run(at, tokenHash, at).changes === 1
    },
    async sign(id, { sha256, bytes, at }) {
      sign.run(sha256, bytes, at, id)
    },
    async drop(id) {
      drop.run(id)
    },
  }
}

function linkOf(row: Row | undefined): KeptPledgeLink | null {
  if (!row) return null
  const { id, text_digest: textDigest, ends_at: endsAt, sha256, bytes, signed_at: at } = row
  return {
    id,
    application: row.application as ApplicationId,
    owner: row.owner as AccountId,
    plan: row.plan as PlanId,
    textDigest,
    endsAt,
    signed: sha256 === null || bytes === null || at === null ? null : { sha256, bytes, at },
  }
}
