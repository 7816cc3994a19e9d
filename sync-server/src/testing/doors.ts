/**
 * The people and the doors of the whole matrix: who might ask, each route with a request about one person's things and one about things that are not
 * there, and who has a part in them, in words of its own from domain §2.2.
 */
import { createHash } from 'node:crypto'
import type { Role } from '@yejibu/shared/account/actor'
import { EXPERTS, officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { readyArchive } from '@yejibu/shared/testing/ready-archive'
import { CASE_APPLICATION, CASE_PLAN } from './case-stage.ts'

export const OWNER = 'xumingchuan'
export const HR = ['zhoumin', 'wangxiao']
export const LEAD = 'zhoumin'
export const OPERATOR = 'zhouhang'
export const COMMITTEE = officerAt('MID_MEETING').accountId
/** Offices through which it came, with the one where it stands. */
export const OFFICES = (['DEPT_M', 'HRSS_M', 'MID_OFFICE', 'FEE', 'FORM', 'MID_MEETING'] as const).map(
  (stage) => officerAt(stage).accountId as string,
)
export const PANEL = EXPERTS.map(({ accountId }): string => accountId)

/** Each role elsewhere, beside people of the same employer and of offices that the case does not come to. */
export const ELSEWHERE: readonly (readonly [Role, 'employer' | 'department' | 'committee-office'])[] = [
  ['applicant', 'employer'],
  ['hr-lead', 'employer'],
  ['hr-clerk', 'employer'],
  ['department', 'department'],
  ['committee-office', 'committee-office'],
]
export const NO_PART = [
  ...ELSEWHERE.map(([role]) => `elsewhere-${role}`),
  'formerly-hr',
  'luqinghe',
  'sunli',
  'hejing',
  OPERATOR,
  officerAt('SR_OFFICE').accountId,
  officerAt('DEPT_C').accountId,
]
export const EVERYBODY = [OWNER, ...HR, ...OFFICES, ...PANEL, ...NO_PART]

export const FILE = new TextEncoder().encode('%PDF-1.4\nzzz\n%%EOF\n')
export const SHA = createHash('sha256').update(FILE).digest('hex')
export const NO_SHA = 'f'.repeat(64)
export const NO_APPLICATION = 'xumingchuan.app0000009'
export const NO_ORG = 'nowhere'
export const ORG = orgFor('MID_MEETING')
export const PLAN = CASE_PLAN.id

/** What would give the person or her application away. */
export const SECRETS = [
  '许明川',
  '330683198803071539',
  '13800000005',
  'app0000001',
  '曹娥江',
  '述职',
  'meeting-pending',
]

export interface Door {
  readonly real: string
  /** The same about something that is not there; left out where the route names nothing. */
  readonly absent?: string
  /** Who is answered about it. */
  readonly readers: readonly string[]
  readonly json?: (of: 'real' | 'absent') => unknown
  /** Others are answered too, with nothing in it; where left out they are refused. */
  readonly isOpen?: true
  /** Beside that, the operator gives accounts out by name. */
  readonly showsNames?: readonly string[]
}

export const none: readonly string[] = []
export const application = (path: (id: string) => string, readers: readonly string[]): Door => ({
  real: path(CASE_APPLICATION),
  absent: path(NO_APPLICATION),
  readers,
})
export const own = (path: string): Door => ({ real: path, readers: EVERYBODY })
export const office = (path: (org: string) => string, readers: readonly string[] = [COMMITTEE]): Door => ({
  real: path(ORG),
  absent: path(NO_ORG),
  readers,
})

export const ARCHIVE = readyArchive(OWNER)
const DIGEST = ARCHIVE.paper.digest

/**
 * By the route as the app registers it.
 * @param batch an id of everybody's evaluation forms that the committee asked for
 */
export const doorsOf = (batch: string): Readonly<Record<string, readonly Door[]>> => ({
  'GET /api/cases': [
    ...['pending', 'passed', 'rejected', 'returned', 'all'].flatMap((tab) =>
      ['', '&text=许明川', `&plan=${PLAN}`, '&employer=yuezhou'].flatMap((filter) => [
        {
          real: `/api/cases?org=yuezhou&tab=${tab}${filter}`,
          absent: `/api/cases?org=${NO_ORG}&tab=${tab}${filter}`,
          readers: HR,
        },
        office((org) => `/api/cases?org=${org}&tab=${tab}${filter}`),
      ]),
    ),
  ],
  'GET /api/cases/mine': [{ real: '/api/cases/mine', readers: [OWNER] }],
  'GET /api/cases/panel': [{ real: '/api/cases/panel', readers: PANEL }],
  'GET /api/cases/:application': [application((id) => `/api/cases/${id}`, [OWNER, ...HR, ...OFFICES, ...PANEL])],
  'GET /api/cases/:application/files/:sha256': [application((id) => `/api/cases/${id}/files/${SHA}`, none)],
  'GET /api/office/:org/settings/:plan': [office((org) => `/api/office/${org}/settings/${PLAN}`)],
  'GET /api/office/:org/payments/:plan': [office((org) => `/api/office/${org}/payments/${PLAN}`)],
  'GET /api/office/:org/person': [office((org) => `/api/office/${org}/person?username=${OWNER}`)],
  'GET /api/statistics': [
    { real: '/api/statistics?org=yuezhou', absent: `/api/statistics?org=${NO_ORG}`, readers: HR },
    office((org) => `/api/statistics?org=${org}`),
  ],
  'GET /api/ways/:application': [application((id) => `/api/ways/${id}`, HR)],
  'POST /api/payments/:application/:order': [application((id) => `/api/payments/${id}/order-1`, none)],
  'POST /api/payments/:application/:order/look': [application((id) => `/api/payments/${id}/order-1/look`, none)],
  'POST /api/forms/batches': [
    {
      ...office(() => '/api/forms/batches'),
      json: (of) => ({ plan: PLAN, org: of === 'real' ? ORG : NO_ORG }),
    },
  ],
  'GET /api/forms/batches': [{ real: '/api/forms/batches', readers: [COMMITTEE] }],
  'GET /api/forms/batches/:id': [
    { real: `/api/forms/batches/${batch}`, absent: '/api/forms/batches/none', readers: [COMMITTEE] },
  ],
  'DELETE /api/forms/batches/:id': [
    { real: `/api/forms/batches/${batch}`, absent: '/api/forms/batches/none', readers: [COMMITTEE] },
  ],
  'GET /api/forms/batches/:id/file': [
    { real: `/api/forms/batches/${batch}/file`, absent: '/api/forms/batches/none/file', readers: [COMMITTEE] },
  ],
  'GET /api/forms/meetings/:plan/:org': [{ ...office((org) => `/api/forms/meetings/${PLAN}/${org}`), isOpen: true }],
  'GET /api/forms/meetings/:plan/:org/:stage/minutes.pdf': [
    {
      real: `/api/forms/meetings/${PLAN}/${ORG}/MID_MEETING/minutes.pdf?meeting=m1`,
      absent: `/api/forms/meetings/${PLAN}/${ORG}/MID_MEETING/minutes.pdf?meeting=none`,
      readers: [COMMITTEE],
    },
  ],
  'GET /api/forms/application/:application': [
    application((id) => `/api/forms/application/${id}`, [OWNER, ...HR, ...OFFICES]),
  ],
  'GET /api/forms/application/:application/:file{.+\\.pdf}': [
    application((id) => `/api/forms/application/${id}/pledge.pdf`, [OWNER, ...HR, ...OFFICES]),
    application((id) => `/api/forms/application/${id}/evaluation.pdf`, [OWNER, ...HR, ...OFFICES]),
    application((id) => `/api/forms/application/${id}/publicity.pdf`, HR),
    application((id) => `/api/forms/application/${id}/minutes.pdf`, none),
  ],
  'GET /api/forms/plan/:plan': [
    { real: `/api/forms/plan/${PLAN}`, absent: '/api/forms/plan/none', isOpen: true, readers: [...HR, ...OFFICES] },
  ],
  'GET /api/forms/plan/:plan/:org/roster.xlsx': [office((org) => `/api/forms/plan/${PLAN}/${org}/roster.xlsx`)],
  'GET /api/forms/plan/:plan/:org/:file{.+\\.pdf}': [
    office((org) => `/api/forms/plan/${PLAN}/${org}/roster.pdf`),
    {
      real: `/api/forms/plan/${PLAN}/yuezhou/publicity.pdf`,
      absent: `/api/forms/plan/${PLAN}/${NO_ORG}/publicity.pdf`,
      readers: HR,
    },
  ],
  'GET /api/evidence/:sha256': [
    {
      real: `/api/evidence/${SHA}?archive=${OWNER}`,
      absent: `/api/evidence/${NO_SHA}?archive=nobody-here`,
      readers: [OWNER, ...HR],
    },
    {
      real: `/api/evidence/${SHA}?private=${OWNER}`,
      absent: `/api/evidence/${NO_SHA}?private=nobody-here`,
      readers: none,
    },
  ],
  'PUT /api/evidence/:sha256': [
    {
      real: `/api/evidence/${SHA}?archive=${OWNER}`,
      absent: `/api/evidence/${NO_SHA}?archive=nobody-here`,
      readers: [OWNER],
    },
  ],
  'DELETE /api/evidence/:sha256': [
    {
      real: `/api/evidence/${SHA}?archive=${OWNER}`,
      absent: `/api/evidence/${NO_SHA}?archive=nobody-here`,
      readers: [OWNER],
    },
  ],
  'GET /api/review/queue': [{ real: '/api/review/queue', readers: HR }],
  'GET /api/review/assignments': [{ real: '/api/review/assignments', readers: HR }],
  'GET /api/review/people': [
    // Her own name is among those who acted in what she may read.
    { real: '/api/review/people', readers: [OWNER, ...HR] },
  ],
  'GET /api/review/touched': [
    {
      real: `/api/review/touched?archive=${OWNER}&item=paper-1&digest=${DIGEST}`,
      absent: `/api/review/touched?archive=nobody-here&item=paper-1&digest=${DIGEST}`,
      readers: HR,
    },
  ],
  'GET /api/feed': [{ real: '/api/feed?after=0', readers: [OWNER, ...HR], showsNames: [OPERATOR] }],
  'GET /api/orgs/:org/members': [
    { real: '/api/orgs/yuezhou/members', absent: `/api/orgs/${NO_ORG}/members`, readers: [LEAD] },
  ],
  'GET /api/orgs/:org/person': [
    {
      real: `/api/orgs/yuezhou/person?username=${OWNER}`,
      absent: `/api/orgs/${NO_ORG}/person?username=${OWNER}`,
      readers: [LEAD],
    },
  ],
  'GET /api/registrations/:org': [
    { real: '/api/registrations/yuezhou', absent: `/api/registrations/${NO_ORG}`, readers: none },
  ],
  'GET /api/registrations/:org/authorisation': [
    {
      real: '/api/registrations/yuezhou/authorisation',
      absent: `/api/registrations/${NO_ORG}/authorisation`,
      readers: none,
    },
  ],
  'PUT /api/registrations/:org/authorisation': [
    {
      real: '/api/registrations/yuezhou/authorisation',
      absent: `/api/registrations/${NO_ORG}/authorisation`,
      readers: none,
    },
  ],
  'GET /api/operator/employers': [{ real: '/api/operator/employers', readers: [OPERATOR] }],
  'GET /api/operator/accounts': [{ real: '/api/operator/accounts', readers: [OPERATOR] }],
  'POST /api/operator/accounts': [{ real: '/api/operator/accounts', readers: [OPERATOR], json: () => ({}) }],
  ...Object.fromEntries(
    ['password', 'revoke'].map((what) => [
      `POST /api/operator/accounts/:account/${what}`,
      [
        {
          real: `/api/operator/accounts/${OWNER}/${what}`,
          absent: `/api/operator/accounts/nobody-here/${what}`,
          // Asked by everybody but her: she would sign the owner out.
          readers: [OPERATOR],
          json: () => ({}),
        },
      ],
    ]),
  ),
  'GET /api/pledge-links': [application((id) => `/api/pledge-links?application=${id}`, [OWNER])],
  ...Object.fromEntries(
    ['GET', 'DELETE'].map((method) => [
      `${method} /api/pledge-links/:id`,
      [{ real: '/api/pledge-links/link-1', absent: '/api/pledge-links/link-2', readers: none, isOpen: true }],
    ]),
  ),
  // What is everybody's own, or everybody's: it says nothing of another person.
  ...Object.fromEntries(
    [
      '/api/messages',
      '/api/messages/contact',
      '/api/diary',
      '/api/payments',
      '/api/membership',
      '/api/employers',
      '/api/plans',
      '/api/plans/office',
      '/api/session',
    ].map((path) => [`GET ${path}`, [own(path)]]),
  ),
  'GET /api/plans/:id/:version{[0-9]{1,6}}': [own(`/api/plans/${PLAN}/1`)],
})

/** Doors that this table does not knock at, and where they are tried. */
export const ELSEWHERE_TRIED: Readonly<Record<string, string>> = {
  'GET /health': 'says nothing of anybody',
  'GET /api/health': 'says nothing of anybody',
  'GET /ready': 'says nothing of anybody',
  'GET /metrics': 'operations',
  'POST /api/session': 'account/session-routes.test.ts',
  'POST /api/session/password': 'account/session-routes.test.ts',
  'DELETE /api/session': 'serve.test.ts',
  'POST /api/first-run/*': 'account/session-routes.test.ts',
  'GET /api/first-run/:token': 'account/session-routes.test.ts',
  'POST /api/first-run/:token': 'account/session-routes.test.ts',
  'POST /api/accounts': 'account/session-routes.test.ts',
  'POST /api/signing/*': 'application/pledge-links.test.ts',
  'POST /api/signing/page': 'application/pledge-links.test.ts',
  'POST /api/signing': 'application/pledge-links.test.ts',
  'POST /api/pledge-links': 'application/pledge-links.test.ts',
  'GET /api/check/:code': 'forms/form-routes.test.ts',
  'GET /api/public/notices/:code': 'case/public-notices.test.ts',
  'GET /api/public/notices/:code/objections/:id': 'case/public-notices.test.ts',
  'POST /api/public/notices/:code/objections': 'case/public-notices.test.ts',
  'POST /api/commands/:kind': 'below, and case/permission-matrix.test.ts',
  'POST /api/commands/batch': 'case/case-desk.test.ts',
  'GET /api/feed/live': 'ledger/feed-routes.test.ts: it never ends',
  'PUT /api/messages/contact': 'notices/delivery.test.ts: her own',
  'PUT /api/messages/read': 'notices/delivery.test.ts: her own',
}
