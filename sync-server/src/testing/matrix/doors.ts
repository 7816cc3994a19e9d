/**
 * The doors of the whole matrix, by the route as the app registers it. Who is answered is generated from the access tables by what each is to her
 * (`people.ts`); what her diary then says of it stands beside each door, or why nothing.
 */
import type { Door } from './door.ts'
import { doorsOfCases } from './doors-of-cases.ts'
import { DOORS_OF_PEOPLE } from './doors-of-people.ts'

/** @param batch an id of everybody's evaluation forms that the committee asked for */
export const doorsOf = (batch: string): Readonly<Record<string, readonly Door[]>> => ({
  ...doorsOfCases(batch),
  ...DOORS_OF_PEOPLE,
})

/** Doors that this table does not knock at: where they are tried, and what the diary has of them where somebody else’s things are shown. */
export const ELSEWHERE_TRIED: Readonly<Record<string, { readonly tried: string; readonly diary?: string }>> = {
  'GET /health': { tried: 'says nothing of anybody' },
  'GET /api/health': { tried: 'says nothing of anybody' },
  'GET /ready': { tried: 'says nothing of anybody' },
  'GET /metrics': { tried: 'operations' },
  'POST /api/session': { tried: 'account/session-routes.test.ts' },
  'POST /api/session/password': { tried: 'account/session-routes.test.ts' },
  'DELETE /api/session': { tried: 'serve.test.ts' },
  'POST /api/first-run/*': { tried: 'account/session-routes.test.ts' },
  'GET /api/first-run/:token': { tried: 'account/session-routes.test.ts' },
  'POST /api/first-run/:token': { tried: 'account/session-routes.test.ts' },
  'POST /api/accounts': { tried: 'account/session-routes.test.ts' },
  'POST /api/signing/*': { tried: 'application/pledge-links.test.ts' },
  'POST /api/signing/page': {
    tried: 'application/pledge-links.test.ts',
    diary: 'whoever holds her own link: she made it and gave it away',
  },
  'POST /api/signing': { tried: 'application/pledge-links.test.ts' },
  'POST /api/pledge-links': { tried: 'application/pledge-links.test.ts' },
  'GET /api/check/:code': {
    tried: 'forms/form-routes.test.ts',
    diary: 'the public, by a code printed on the paper in its hand',
  },
  'GET /api/public/notices/:code': {
    tried: 'case/public-notices.test.ts',
    diary: 'the public: a notice is made to be read',
  },
  'GET /api/public/notices/:code/objections/:id': {
    tried: 'case/public-notices.test.ts',
    diary: 'the answer to the one who objected',
  },
  'POST /api/public/notices/:code/objections': { tried: 'case/public-notices.test.ts' },
  'POST /api/commands/:kind': {
    tried: 'every-command.test.ts',
    diary: 'the facts of her own command',
  },
  'POST /api/commands/batch': { tried: 'case/case-desk.test.ts', diary: 'the facts of her own commands' },
  'GET /api/feed/live': { tried: 'ledger/feed-routes.test.ts: it never ends', diary: 'copy: below' },
  'PUT /api/messages/contact': { tried: 'notices/delivery.test.ts: her own' },
  'PUT /api/messages/read': { tried: 'notices/delivery.test.ts: her own' },
}
