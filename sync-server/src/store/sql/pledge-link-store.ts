/** Pledge links. A row is of one application and lives until its owner took the signature over, or the next link replaces it. */
import type { AccountId, ApplicationId, PlanId } from '@yejibu/shared/kernel/ids'
import type { KeptPledgeLink, PledgeLinkStore } from '../../application/pledge-links.ts'
import { query, type Store, upsert } from '../store.ts'

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

export function openPledgeLinks(store: Store): PledgeLinkStore {
  const put = upsert(
    'pledge_link',
    ['application'],
    [
      ...['application', 'id', 'token_hash', 'owner', 'plan', 'text_digest', 'ends_at'],
      // Of the link before it nothing stays.
      ...['spent_at', 'sha256', 'bytes', 'signed_at'],
    ],
  )
  const ofToken = query<Row>(`SELECT ${COLUMNS} FROM pledge_link WHERE token_hash = ? AND spent_at IS NULL`)
  const ofId = query<Row>(`SELECT ${COLUMNS} FROM pledge_link WHERE id = ?`)
  const ofApplication = query<Row>(`SELECT ${COLUMNS} FROM pledge_link WHERE application = ?`)
  const spend = query('UPDATE pledge_link SET spent_at = ? WHERE token_hash = ? AND spent_at IS NULL AND ends_at > ?')
  const sign = query('UPDATE pledge_link SET sha256 = ?, bytes = ?, signed_at = ? WHERE id = ?')
  const drop = query('DELETE FROM pledge_link WHERE id = ?')
  return {
    async replace({ application, id, owner, plan, textDigest, endsAt }, tokenHash) {
      await store.run(put, application, id, tokenHash, owner, plan, textDigest, endsAt, null, null, null, null)
    },
    async byToken(tokenHash) {
      return linkOf(await store.get(ofToken, tokenHash))
    },
    async byId(id) {
      return linkOf(await store.get(ofId, id))
    },
    async ofApplication(application) {
      return linkOf(await store.get(ofApplication, application))
    },
    async spend(tokenHash, at) {
      return (await store.run(spend, at, tokenHash, at)).changes === 1
    },
    async sign(id, { sha256, bytes, at }) {
      await store.run(sign, sha256, bytes, at, id)
    },
    async drop(id) {
      await store.run(drop, id)
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
