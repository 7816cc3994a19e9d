/**
 * An archive on a reviewer's desk for tests: a real document, real facts, a real outbox over a relay that answers as the test says.
 * 许明川 has a waiting paper, a waiting award, an approved patent and an honor that was never sent.
 */
import { addEvidence, addItem, setField } from '@yejibu/shared/archive/archive-doc'
import type { SectionKey } from '@yejibu/shared/archive/section'
import { sha256Hex } from '@yejibu/shared/kernel/canonical'
import { accountIdSchema, type ItemId, itemIdSchema, orgIdSchema } from '@yejibu/shared/kernel/ids'
import type { ArchiveReview } from '@yejibu/shared/review/review'
import type { NamedRevision } from '@yejibu/shared/review/review-facts'
import { ReviewHistory } from '@yejibu/shared/testing/review-history'
import { createSignal } from 'solid-js'
import * as Y from 'yjs'
import { createApi } from '../../platform/api.ts'
import { openAccountDatabase } from '../../platform/database.ts'
import { createOutbox } from '../../platform/outbox.ts'
import { createArchive } from '../../sync/create-archive.ts'
import { createReviewRoom, type ReviewRoom } from '../create-review-room.ts'
import type { Reviewer } from '../may-rule-on.ts'

export const OWNER = accountIdSchema.parse('xumingchuan')
export const [PAPER, AWARD, PATENT, HONOR] = ['paper-1', 'award-1', 'patent-1', 'honor-1'].map((id) =>
  itemIdSchema.parse(id),
) as [ItemId, ItemId, ItemId, ItemId]

/** The hash of the award's certificate. */
export const SCAN = sha256Hex('the scan of the certificate')

export function reviewer(role: 'hr-lead' | 'hr-clerk' = 'hr-lead'): Reviewer {
  const orgId = orgIdSchema.parse('yuezhou')
  return {
    actor: { accountId: accountIdSchema.parse('zhoumin'), memberships: [{ orgId, role }] },
    employer: { id: orgId, name: '绍兴市越州生态环境监测中心' },
    isLead: role === 'hr-lead',
  }
}

export function refusing(refusal: { readonly kind: string; readonly [detail: string]: unknown }): Response {
  return new Response(JSON.stringify({ type: 'about:blank', status: 409, refusal }), {
    status: 409,
    headers: { 'content-type': 'application/problem+json' },
  })
}

export interface ReviewedArchive {
  readonly room: ReviewRoom
  readonly outbox: ReturnType<typeof createOutbox>
  /** What HR has laid on the desk, and what is the reviewer's own. */
  readonly desk: Y.Doc
  readonly own: Y.Doc
  /** What the employer's reviewers share. */
  readonly handbook: Y.Doc
  readonly history: ReviewHistory
  /** What the relay's facts say now reaches the page. */
  tell(): void
  named(item: ItemId): NamedRevision
  edit(item: ItemId, field: string, value: string): void
  /** Bodies of the commands that reached the relay. */
  readonly asked: Record<string, unknown>[]
  dispose(): Promise<void>
}

/** @param answer what the relay says to a command; by default it cannot be reached */
export function reviewedArchive(
  options: { readonly answer?: () => Response; readonly role?: 'hr-lead' | 'hr-clerk' } = {},
): ReviewedArchive {
  const doc = new Y.Doc()
  const undo = new Y.UndoManager(doc)
  const history = new ReviewHistory(OWNER)
  const [review, setReview] = createSignal<ArchiveReview>(history.review())
  const add = (id: ItemId, part: SectionKey, fields: Record<string, string>) =>
    addItem(doc, { id, part, salt: sha256Hex('salt of ', id), order: id, fields })
  add(PAPER, 'paper', { title: '曹娥江水质评价', journal: '环境科学', publishYm: '202106' })
  add(AWARD, 'award', { itemName: '监测技术比武', awardName: '市级竞赛', awardYm: '202011' })
  addEvidence(doc, AWARD, { sha256: SCAN, bytes: 10, type: 'application/pdf', kind: 'certificate', name: '证书.pdf' })
  add(PATENT, 'patent', { name: '便携采样装置', patentNo: 'ZL202020000001.X', approvedYm: '202101' })
  add(HONOR, 'honor', { name: '先进工作者', grantor: '绍兴市生态环境局', grantYm: '202001' })
  const archive = createArchive({ doc, undo, owner: OWNER, review })
  const named = (item: ItemId): NamedRevision => {
    const revision = archive.revision(item)
    if (!revision) throw new Error(`no revision of ${item}`)
    return { item, part: revision.content.part, ...revision }
  }
  history.send(named(PATENT)).approve(named(PATENT)).send(named(PAPER)).send(named(AWARD))
  setReview(history.review())

  const asked: Record<string, unknown>[] = []
  const database = openAccountDatabase(accountIdSchema.parse(`reviewer-${databases++}`))
  const fetchAsRelay: typeof fetch = async (_path, init) => {
    if (!options.answer) throw new TypeError('no network')
    asked.push(JSON.parse(String(init?.body)))
    return options.answer()
  }
  const outbox = createOutbox({ database, api: createApi({ fetch: fetchAsRelay }) })
  const room = createReviewRoom({
    archive,
    review,
    outbox,
    owner: OWNER,
    reviewer: reviewer(options.role),
    initially: null,
  })
  return {
    room,
    outbox,
    desk: new Y.Doc(),
    handbook: new Y.Doc(),
    own: new Y.Doc(),
    history,
    asked,
    named,
    tell: () => setReview(history.review()),
    edit: (item, field, value) => setField(doc, item, field, value),
    async dispose() {
      outbox.dispose()
      archive.dispose()
      doc.destroy()
      await database.delete()
    },
  }
}

let databases = 0
