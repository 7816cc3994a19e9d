import { describe, expect, it } from 'vitest'
import { accountIdSchema, applicationIdOf, type OrgId } from '../kernel/ids.ts'
import { actorOf, CAST, OTHER_EMPLOYER, WANG_XIAO, XU_MINGCHUAN, YUEZHOU, ZHOU_MIN } from '../testing/people.ts'
import {
  type DocumentKind,
  type DocumentSituation,
  documentName,
  mayRule,
  type NamedDocument,
  parseDocumentName,
  type Right,
  rightTo,
} from './access.ts'
import { type Actor, holds, isHrOf, ROLES } from './actor.ts'

/** What is a person's. */
type OwnKind = Exclude<DocumentKind, 'handbook' | 'plan-drafts'>
const KINDS: readonly OwnKind[] = ['archive', 'private', 'desk', 'application']
const RULE: Record<OwnKind, string> = { archive: 'ACC-1', private: 'ACC-2', desk: 'ACC-3', application: 'ACC-4' }

function documentOf(kind: OwnKind, owner: Actor['accountId'], employer = YUEZHOU.id): NamedDocument {
  if (kind === 'desk') return { kind, owner, employer }
  return kind === 'application' ? { kind, owner, applicationId: applicationIdOf(owner, '0123456789') } : { kind, owner }
}

const SITUATIONS: readonly DocumentSituation[] = [YUEZHOU.id, OTHER_EMPLOYER.id, null].flatMap((employer) =>
  [false, true].map((isSubmitted) => ({ employer, isSubmitted })),
)

/** Every role at the owner's employer and elsewhere, as the owner and as somebody else. */
const ACTORS: readonly { readonly is: 'owner' | 'other'; readonly actor: Actor }[] = (
  ['owner', 'other'] as const
).flatMap((is) => {
  const accountId = is === 'owner' ? XU_MINGCHUAN.accountId : accountIdSchema.parse('somebody')
  const single = ROLES.flatMap((role) =>
    [YUEZHOU.id, OTHER_EMPLOYER.id].map((orgId) => ({ accountId, memberships: [{ orgId, role }] })),
  )
  const whole = single.flatMap((actor) => actor.memberships)
  return [{ accountId, memberships: [] }, ...single, { accountId, memberships: whole }].map((actor) => ({ is, actor }))
})

/** The table in words of its own: who is she to the owner? */
function expected(
  kind: OwnKind,
  is: 'owner' | 'other',
  isHr: boolean,
  { employer, isSubmitted }: DocumentSituation,
): Right {
  if (is === 'owner')
    return { archive: 'write', private: 'write', desk: 'none', application: isSubmitted ? 'read' : 'write' }[
      kind
    ] as Right
  if (isHr && kind === 'archive') return 'read'
  if (isHr && kind === 'desk' && employer === YUEZHOU.id) return 'write'
  return 'none'
}

describe('the access table, over every role, place, document and situation', () => {
  const all = KINDS.flatMap((kind) =>
    SITUATIONS.flatMap((situation) => ACTORS.map(({ is, actor }) => ({ kind, situation, is, actor }))),
  )

  for (const kind of KINDS) {
    it(`[${RULE[kind]}] ${kind}: nobody has another right than the table's`, () => {
      for (const row of all.filter((r) => r.kind === kind)) {
        const isHr =
          row.situation.employer !== null &&
          row.actor.memberships.some(
            (m) => m.orgId === row.situation.employer && (m.role === 'hr-lead' || m.role === 'hr-clerk'),
          )
        const right = rightTo(row.actor, documentOf(kind, XU_MINGCHUAN.accountId), row.situation)
        expect([row, right]).toEqual([row, expected(kind, row.is, isHr, row.situation)])
      }
    })
  }

  it('[ACC-1] in the cast: the owner writes, her HR reads, everybody else is turned away', () => {
    const rights = CAST.map((p) => [
      p.username,
      rightTo(actorOf(p), documentOf('archive', XU_MINGCHUAN.accountId), { employer: YUEZHOU.id, isSubmitted: false }),
    ])
    expect(Object.fromEntries(rights)).toEqual({
      zhoumin: 'read',
      wangxiao: 'read',
      shenzhiyuan: 'none',
      luqinghe: 'none',
      xumingchuan: 'write',
      qianrulan: 'none',
      sunli: 'none',
      chenyan: 'none',
      hejing: 'none',
      zhouhang: 'none',
    })
  })

  it('[ACC-2] nobody but the owner opens a private document', () => {
    const rights = ACTORS.map(({ is, actor }) => [
      is,
      rightTo(actor, documentOf('private', XU_MINGCHUAN.accountId), { employer: YUEZHOU.id, isSubmitted: false }),
    ])
    expect(rights.every(([is, right]) => right === (is === 'owner' ? 'write' : 'none'))).toBe(true)
  })

  it('[ACC-3] HR does not see the desk on her own archive', () => {
    const own = documentOf('desk', WANG_XIAO.accountId)
    const situation = { employer: YUEZHOU.id, isSubmitted: false }
    expect(rightTo(actorOf(WANG_XIAO), own, situation)).toBe('none')
    expect(rightTo(actorOf(ZHOU_MIN), own, situation)).toBe('write')
  })

  it('[ACC-30] after a change of employer neither opens the other’s desk, and each gets its own back with the person', () => {
    const hrOf = (orgId: OrgId): Actor => ({
      accountId: accountIdSchema.parse('somebody'),
      memberships: [{ orgId, role: 'hr-lead' }],
    })
    const rights = [YUEZHOU.id, OTHER_EMPLOYER.id].flatMap((hr) =>
      [YUEZHOU.id, OTHER_EMPLOYER.id, null].flatMap((employer) =>
        [YUEZHOU.id, OTHER_EMPLOYER.id].map((desk) => ({
          hr,
          employer,
          desk,
          right: rightTo(hrOf(hr), documentOf('desk', XU_MINGCHUAN.accountId, desk), { employer, isSubmitted: false }),
        })),
      ),
    )
    expect(rights.filter(({ right }) => right !== 'none')).toEqual([
      { hr: YUEZHOU.id, employer: YUEZHOU.id, desk: YUEZHOU.id, right: 'write' },
      { hr: OTHER_EMPLOYER.id, employer: OTHER_EMPLOYER.id, desk: OTHER_EMPLOYER.id, right: 'write' },
    ])
  })

  it('[ACC-31] the employer’s handbook is written by its lead, read by its clerks and nobody else', () => {
    const handbook: NamedDocument = { kind: 'handbook', employer: YUEZHOU.id }
    for (const { actor } of ACTORS) {
      const roles = actor.memberships.filter(({ orgId }) => orgId === YUEZHOU.id).map(({ role }) => role)
      const wanted = roles.includes('hr-lead') ? 'write' : roles.includes('hr-clerk') ? 'read' : 'none'
      for (const situation of SITUATIONS) expect(rightTo(actor, handbook, situation)).toBe(wanted)
    }
    expect(parseDocumentName(documentName(handbook))).toEqual(handbook)
  })

  it('[ACC-4] an application is nobody else’s, HR’s neither', () => {
    const draft = documentOf('application', XU_MINGCHUAN.accountId)
    for (const person of CAST.filter((p) => p !== XU_MINGCHUAN)) {
      expect(rightTo(actorOf(person), draft, { employer: YUEZHOU.id, isSubmitted: false })).toBe('none')
    }
  })

  it('[ACC-5] once submitted, its owner reads it and nobody writes', () => {
    const situation = { employer: YUEZHOU.id, isSubmitted: true }
    const submitted = documentOf('application', XU_MINGCHUAN.accountId)
    expect(rightTo(actorOf(XU_MINGCHUAN), submitted, situation)).toBe('read')
    expect(ACTORS.some(({ actor }) => rightTo(actor, submitted, situation) === 'write')).toBe(false)
  })
})

describe('names of documents', () => {
  it('[ACC-6] a name is read back as it was made', () => {
    for (const kind of KINDS) {
      const document = documentOf(kind, XU_MINGCHUAN.accountId)
      expect(parseDocumentName(documentName(document))).toEqual(document)
    }
  })

  it.each([
    '',
    'archive',
    'archive/',
    '/xumingchuan',
    'archive/../private/xumingchuan',
    'archive/xumingchuan/',
    'archive//xumingchuan',
    'Archive/xumingchuan',
    'archive/XUMINGCHUAN',
    'archive/xumingchuan ',
    'archive/xumingchuan\u0000',
    'archive/%78umingchuan',
    'archive/许明川',
    'application/xumingchuan',
    'application/xumingchuan.',
    'application/xumingchuan.ABCDEFGH',
    'application/luqinghe.0123456789/xumingchuan',
    'ledger/xumingchuan',
    'desk/xumingchuan',
    'desk/xumingchuan.',
    'desk/.yuezhou',
    'desk/xumingchuan.yuezhou.yuezhou',
    'desk/xumingchuan.yuezhou/',
    'desk/xumingchuan.YUEZHOU',
    'handbook/',
    'handbook/xumingchuan.yuezhou',
    '__proto__/xumingchuan',
  ])('[ACC-6] %j names none', (name) => expect(parseDocumentName(name)).toBeNull())
})

describe('ruling', () => {
  it('[ACC-7] HR of the present employer may, on everyone but herself', () => {
    for (const { is, actor } of ACTORS) {
      const isHr = actor.memberships.some((m) => m.orgId === YUEZHOU.id && m.role.startsWith('hr-'))
      expect(mayRule(actor, XU_MINGCHUAN.accountId, YUEZHOU.id)).toBe(is === 'other' && isHr)
      expect(mayRule(actor, XU_MINGCHUAN.accountId, null)).toBe(false)
    }
  })

  it('[ACC-7] roles are those of the memberships and no others', () => {
    expect(isHrOf(actorOf(ZHOU_MIN), YUEZHOU.id)).toBe(true)
    expect(isHrOf(actorOf(ZHOU_MIN), OTHER_EMPLOYER.id)).toBe(false)
    expect(isHrOf(actorOf(ZHOU_MIN), null)).toBe(false)
    expect(ROLES.filter((role) => holds(actorOf(WANG_XIAO), role))).toEqual(['applicant', 'hr-clerk'])
  })
})
