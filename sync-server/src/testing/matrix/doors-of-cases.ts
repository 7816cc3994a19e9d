/** Doors to a case, its lists and its papers. */
import { FORM_KINDS } from '@yejibu/shared/forms/form-kind'
import { SLOT_PAPERS } from '@yejibu/shared/plan/plan'
import { CASE_APPLICATION } from '../case-stage.ts'
import {
  ARCHIVE,
  application,
  changing,
  type Door,
  employer,
  NO_APPLICATION,
  NO_ORG,
  none,
  ORG,
  office,
  PLAN,
  PRINTERS,
  SHA,
} from './door.ts'
import { COMMITTEE, HR, OFFICES, OWNER, PANEL, whoMay, whoMayInCase, whoPrints, whoPrintsGroup } from './people.ts'

const A_LIST = {
  none: 'a list tells names, employers and where a case stands; what is in it is noted when it is opened',
}
const NUMBERS = { none: 'numbers and names of forms, no content' }
const DRAFT = { none: 'her own draft, printed for herself: nobody else is answered' }
const OFFICE_OWN = { none: 'the office’s own settings' }
const FILTERS = ['', '&text=许明川', `&plan=${PLAN}`, '&employer=yuezhou', '&type=normal']
const TABS = ['pending', 'passed', 'rejected', 'returned', 'all']

/** @param batch an id of everybody's evaluation forms that the committee asked for */
export const doorsOfCases = (batch: string): Readonly<Record<string, readonly Door[]>> => ({
  'GET /api/cases': TABS.flatMap((tab) =>
    FILTERS.flatMap((filter) => [
      employer((org) => `/api/cases?org=${org}&tab=${tab}${filter}`, whoMay('desks', 'list', 'her employer'), A_LIST),
      office(
        (org) => `/api/cases?org=${org}&tab=${tab}${filter}`,
        whoMay('desks', 'list', 'the meeting’s office'),
        A_LIST,
      ),
    ]),
  ),
  'GET /api/cases/mine': [{ real: '/api/cases/mine', readers: [OWNER], diary: A_LIST }],
  'GET /api/cases/panel': [{ real: '/api/cases/panel', readers: PANEL, diary: A_LIST }],
  'GET /api/cases/:application': [application((id) => `/api/cases/${id}`, whoMayInCase('read'), 'case')],
  'GET /api/cases/:application/files/:sha256': [
    application((id) => `/api/cases/${id}/files/${SHA}`, whoMayInCase('open-file'), 'file'),
  ],
  'GET /api/office/:org/settings/:plan': [
    office(
      (org) => `/api/office/${org}/settings/${PLAN}`,
      whoMay('office', 'see-settings', 'the meeting’s office'),
      OFFICE_OWN,
    ),
  ],
  'GET /api/office/:org/payments/:plan': [
    // What she paid was charged by another office: this one's sheet is empty of her.
    office(
      (org) => `/api/office/${org}/payments/${PLAN}`,
      whoMay('office', 'export-payments', 'the meeting’s office'),
      {
        none: 'empty: the sheet of the office that charged her is tried in the test of payments',
      },
    ),
  ],
  'GET /api/office/:org/person': [
    office(
      (org) => `/api/office/${org}/person?username=${OWNER}`,
      whoMay('office', 'look-up', 'the meeting’s office'),
      { none: 'the name to a user name that the asker knows' },
    ),
  ],
  'GET /api/office/:org/employers': [
    office(
      (org) => `/api/office/${org}/employers?q=${encodeURIComponent('监测')}`,
      whoMay('office', 'find-employers', 'the meeting’s office'),
      { none: 'names of employers' },
    ),
  ],
  'GET /api/statistics': [
    employer((org) => `/api/statistics?org=${org}`, whoMay('desks', 'count', 'her employer'), NUMBERS),
    office((org) => `/api/statistics?org=${org}`, whoMay('desks', 'count', 'the meeting’s office'), NUMBERS),
  ],
  'GET /api/ways/:application': [
    application(
      (id) => `/api/ways/${id}`,
      HR,
      { none: 'offices and a number of posts' },
      // Nothing more to report, once it was reported.
      { isMaybe: true },
    ),
  ],
  'POST /api/payments/:application/:order': [changing(...bothOf((id) => `/api/payments/${id}/order-1`), none)],
  'POST /api/payments/:application/:order/look': [
    changing(...bothOf((id) => `/api/payments/${id}/order-1/look`), none),
  ],
  'POST /api/forms/batches': [
    office(() => '/api/forms/batches', whoPrintsGroup('evaluation', 'office'), NUMBERS, {
      json: (of) => ({ plan: PLAN, org: of === 'real' ? ORG : NO_ORG }),
    }),
  ],
  'GET /api/forms/batches': [{ real: '/api/forms/batches', readers: [COMMITTEE], diary: NUMBERS }],
  'GET /api/forms/batches/:id': [
    {
      real: `/api/forms/batches/${batch}`,
      absent: '/api/forms/batches/none',
      readers: whoPrintsGroup('evaluation', 'office'),
      diary: NUMBERS,
    },
  ],
  'DELETE /api/forms/batches/:id': [
    changing(`/api/forms/batches/${batch}`, '/api/forms/batches/none', whoPrintsGroup('evaluation', 'office')),
  ],
  'GET /api/forms/batches/:id/file': [
    {
      real: `/api/forms/batches/${batch}/file`,
      absent: '/api/forms/batches/none/file',
      readers: whoPrintsGroup('evaluation', 'office'),
      diary: 'export',
    },
  ],
  'GET /api/forms/meetings/:plan/:org': [
    office((org) => `/api/forms/meetings/${PLAN}/${org}`, [COMMITTEE], NUMBERS, { isOpen: true }),
  ],
  'GET /api/forms/meetings/:plan/:org/:stage/minutes.pdf': [
    {
      real: `/api/forms/meetings/${PLAN}/${ORG}/MID_MEETING/minutes.pdf?meeting=m1`,
      absent: `/api/forms/meetings/${PLAN}/${ORG}/MID_MEETING/minutes.pdf?meeting=none`,
      readers: whoMayInCase('see-meeting'),
      diary: 'export',
    },
  ],
  'GET /api/forms/application/:application': [
    application((id) => `/api/forms/application/${id}`, [OWNER, ...HR, ...OFFICES], NUMBERS),
  ],
  'GET /api/forms/application/:application/:file{.+\\.pdf}': FORM_KINDS.map((kind) =>
    application((id) => `/api/forms/application/${id}/${kind}.pdf`, whoPrints(kind), 'export', {
      tried: PRINTERS,
      ...(ALWAYS_PRINTED.includes(kind) ? {} : { isMaybe: true as const }),
    }),
  ),
  'POST /api/forms/draft/:file{.+\\.pdf}': SLOT_PAPERS.map((paper) =>
    application(() => `/api/forms/draft/${paper}.pdf`, whoMay('draft', 'print', 'her'), DRAFT, {
      json: (of) => ({
        ...{ id: 'command-of-no-effect', expected: null, plan: PLAN, planVersion: 1 },
        application: of === 'real' ? CASE_APPLICATION : NO_APPLICATION,
        form: { type: 'normal', ticks: [], category: '', acceptancePoint: '', statement: '述职。' },
        pulls: [ARCHIVE.profile, ARCHIVE.paper].map(({ item, digest }) => ({ item, digest, note: null })),
      }),
    }),
  ),
  'GET /api/forms/plan/:plan': [
    {
      real: `/api/forms/plan/${PLAN}`,
      absent: '/api/forms/plan/none',
      isOpen: true,
      readers: [...HR, ...OFFICES],
      diary: NUMBERS,
    },
  ],
  'GET /api/forms/plan/:plan/:org/roster.xlsx': [
    office((org) => `/api/forms/plan/${PLAN}/${org}/roster.xlsx`, whoPrintsGroup('roster', 'office'), 'export'),
  ],
  'GET /api/forms/plan/:plan/:org/:file{.+\\.pdf}': FORM_KINDS.flatMap((kind) => [
    office(
      (org) => `/api/forms/plan/${PLAN}/${org}/${kind}.pdf`,
      whoPrintsGroup(kind, 'office'),
      'export',
      kind === 'roster' ? {} : { isMaybe: true },
    ),
    employer(
      (org) => `/api/forms/plan/${PLAN}/${org}/${kind}.pdf`,
      whoPrintsGroup(kind, 'employer'),
      'export',
      kind === 'publicity' ? {} : { isMaybe: true },
    ),
  ]),
  'GET /api/pledge-links': [
    application((id) => `/api/pledge-links?application=${id}`, [OWNER], { none: 'her own links' }),
  ],
  ...Object.fromEntries(
    ['GET', 'DELETE'].map((method) => [
      `${method} /api/pledge-links/:id`,
      [{ ...changing('/api/pledge-links/link-1', '/api/pledge-links/link-2', none), isOpen: true as const }],
    ]),
  ),
})

/** Of every applicant, whatever her way. */
const ALWAYS_PRINTED: readonly string[] = [
  'publicity',
  'evaluation',
  'pledge',
  'work-history',
  'bag-cover',
  'material-list',
]

function bothOf(path: (id: string) => string): readonly [string, string] {
  const { real, absent = '' } = application(path, none, A_LIST)
  return [real, absent]
}
