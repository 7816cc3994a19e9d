/** Doors to an archive, its files and its review, to employers and their people, and to accounts. */
import { ARCHIVE, changing, type Door, employer, NO_ORG, NO_SHA, own, PLAN, SHA } from './door.ts'
import { HR, OPERATOR, OWNER, whoMay } from './people.ts'

const DIGEST = ARCHIVE.paper.digest
const NAMES = { none: 'names of people and employers, and how much waits; what is in it is noted when it is opened' }
const EMPLOYERS = { none: 'an employer’s registration, not a person’s file' }
const reads = [...whoMay('archive', 'write', 'her'), ...whoMay('archive', 'read', 'her')]

export const DOORS_OF_PEOPLE: Readonly<Record<string, readonly Door[]>> = {
  'GET /api/evidence/:sha256': [
    {
      real: `/api/evidence/${SHA}?archive=${OWNER}`,
      absent: `/api/evidence/${NO_SHA}?archive=nobody-here`,
      readers: reads,
      diary: 'file',
    },
    {
      real: `/api/evidence/${SHA}?private=${OWNER}`,
      absent: `/api/evidence/${NO_SHA}?private=nobody-here`,
      // She keeps no such file to herself.
      readers: [...whoMay('private', 'write', 'her'), ...whoMay('private', 'read', 'her')],
      diary: 'file',
      isMaybe: true,
    },
  ],
  ...Object.fromEntries(
    ['PUT', 'DELETE'].map((method) => [
      `${method} /api/evidence/:sha256`,
      [
        changing(
          `/api/evidence/${SHA}?archive=${OWNER}`,
          `/api/evidence/${NO_SHA}?archive=nobody-here`,
          whoMay('archive', 'write', 'her'),
        ),
      ],
    ]),
  ),
  'GET /api/review/queue': [{ real: '/api/review/queue', readers: HR, diary: NAMES }],
  'GET /api/review/assignments': [{ real: '/api/review/assignments', readers: HR, diary: NAMES }],
  // Her own name is among those who acted in what she may read.
  'GET /api/review/people': [{ real: '/api/review/people', readers: reads, diary: NAMES }],
  'GET /api/review/touched': [
    {
      real: `/api/review/touched?archive=${OWNER}&item=paper-2&digest=${DIGEST}`,
      absent: `/api/review/touched?archive=nobody-here&item=paper-2&digest=${DIGEST}`,
      readers: whoMay('archive', 'rule', 'her'),
      diary: { none: 'how many applications name an entry' },
    },
  ],
  'GET /api/feed': [{ real: '/api/feed?after=0', readers: reads, showsNames: [OPERATOR], diary: 'copy' }],
  'GET /api/orgs/:org/members': [
    employer((org) => `/api/orgs/${org}/members`, whoMay('members', 'list', 'her employer'), NAMES),
  ],
  'GET /api/orgs/:org/person': [
    employer((org) => `/api/orgs/${org}/person?username=${OWNER}`, whoMay('members', 'look-up', 'her employer'), NAMES),
  ],
  // Nobody of the matrix registered it: its operator alone could read what there is, and there is nothing.
  'GET /api/registrations/:org': [
    employer((org) => `/api/registrations/${org}`, whoMay('registration', 'read', 'another'), EMPLOYERS, {
      isMaybe: true,
    }),
  ],
  'GET /api/registrations/:org/authorisation': [
    employer((org) => `/api/registrations/${org}/authorisation`, whoMay('registration', 'read', 'another'), EMPLOYERS, {
      isMaybe: true,
    }),
  ],
  'PUT /api/registrations/:org/authorisation': [
    changing(
      '/api/registrations/yuezhou/authorisation',
      `/api/registrations/${NO_ORG}/authorisation`,
      whoMay('registration', 'upload', 'another'),
    ),
  ],
  'GET /api/operator/employers': [
    { real: '/api/operator/employers', readers: whoMay('operations', 'manage', 'another'), diary: NAMES },
  ],
  'GET /api/operator/health': [
    {
      ...{ real: '/api/operator/health', readers: whoMay('operations', 'manage', 'another') },
      diary: { none: 'it counts the machine’s work and names nobody' },
    },
  ],
  'GET /api/operator/accounts': [
    { real: '/api/operator/accounts', readers: whoMay('operations', 'manage', 'another'), diary: NAMES },
  ],
  'POST /api/operator/accounts': [
    {
      real: '/api/operator/accounts',
      readers: whoMay('operations', 'manage', 'another'),
      diary: NAMES,
      json: () => ({}),
    },
  ],
  ...Object.fromEntries(
    ['password', 'revoke'].map((what) => [
      `POST /api/operator/accounts/:account/${what}`,
      [
        {
          ...changing(
            `/api/operator/accounts/${OWNER}/${what}`,
            `/api/operator/accounts/nobody-here/${what}`,
            // Asked by everybody but the operator: she would sign the owner out.
            whoMay('operations', 'manage', 'another'),
          ),
          json: () => ({}),
        },
      ],
    ]),
  ),
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
}
