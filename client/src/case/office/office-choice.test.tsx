import 'fake-indexeddb/auto'
import { cleanup, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { ROLE_BELONGS_TO, type Role } from '@yejibu/shared/account/actor'
import type { AccountId, OrgId } from '@yejibu/shared/kernel/ids'
import type { Session } from '@yejibu/shared/wire/session'
import { createRoot, Show } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOrgChoice, OrgSwitch } from '../../account/org-switch.tsx'
import { renderPage } from '../../archive/testing/archive-stage.tsx'
import { createApi } from '../../platform/api.ts'
import { type AccountDatabase, openAccountDatabase } from '../../platform/database.ts'
import { reviewerIn, reviewersIn } from '../../review/may-rule-on.ts'
import { createCaseList } from '../create-case-list.ts'
import { officesIn } from './office-in.ts'

const member = (id: string, role: Role) => ({
  orgId: id as OrgId,
  orgName: `机构${id}`,
  orgKind: ROLE_BELONGS_TO[role],
  role,
})
const session: Session = {
  account: { id: 'hejing' as AccountId, name: '何静', username: 'hejing' },
  memberships: [
    member('a', 'department'),
    member('b', 'department'),
    member('b', 'committee-office'),
    member('x', 'hr-clerk'),
    member('y', 'hr-clerk'),
    member('y', 'hr-lead'),
  ],
  expiresAt: '2099-01-01T00:00:00.000Z',
}

let database: AccountDatabase
let databases = 0
beforeEach(() => {
  database = openAccountDatabase(`choice-${databases++}` as AccountId)
})
afterEach(() => {
  cleanup()
  database.close()
})

/** A page of this kind, as each of them begins. */
function Page(props: { readonly orgs: readonly { readonly id: OrgId; readonly name: string }[] }) {
  const choice = createOrgChoice(database, 'office', () => props.orgs)
  return (
    <>
      <OrgSwitch choice={choice} />
      <Show when={choice.chosen()}>{(org) => <h2>{org().name}</h2>}</Show>
    </>
  )
}

describe('who works for several', () => {
  it('[CLIENT-386] is offered each once, and acts for each as what she is there', () => {
    expect(officesIn({ kind: 'signed-in', session, standing: 'confirmed' })).toEqual([
      { id: 'a', name: '机构a', isCommittee: false },
      { id: 'b', name: '机构b', isCommittee: true },
    ])
    expect(reviewersIn(session).map(({ employer, isLead }) => [employer.id, isLead])).toEqual([
      ['x', false],
      ['y', true],
    ])
    expect(reviewerIn(session, 'y' as OrgId)?.isLead).toBe(true)
    expect(reviewerIn(session, 'elsewhere' as OrgId)?.employer.id).toBe('x')
  })

  it('[CLIENT-386] chooses one, and finds it chosen on every page and after a reload; who works for one has nothing to choose', async () => {
    const two = officesIn({ kind: 'signed-in', session, standing: 'confirmed' })
    renderPage(() => <Page orgs={two} />)
    expect(await screen.findByRole('heading')).toHaveTextContent('机构a')
    await userEvent.setup().selectOptions(screen.getByRole('combobox', { name: /以哪个机构办理/ }), '机构b')
    await vi.waitFor(() => expect(screen.getByRole('heading')).toHaveTextContent('机构b'))
    cleanup()

    renderPage(() => <Page orgs={two} />)
    expect(await screen.findByRole('heading')).toHaveTextContent('机构b')
    cleanup()

    // She has left it: what is left is hers without a question.
    renderPage(() => <Page orgs={two.slice(0, 1)} />)
    expect(await screen.findByRole('heading')).toHaveTextContent('机构a')
    expect(screen.queryByRole('combobox')).toBeNull()
  })

  it('[CLIENT-387] a page that works with everybody reads the whole list, however long', async () => {
    const pages: string[] = []
    const api = createApi({
      fetch: async (input) => {
        const after = new URL(String(input), 'http://relay').searchParams.get('after') ?? ''
        pages.push(after)
        const next = { '': '100', '100': '200', '200': null }[after] ?? null
        return new Response(JSON.stringify({ rows: [row(`${after || '0'}`)], counts: COUNTS, next }), {
          headers: { 'content-type': 'application/json' },
        })
      },
    })
    const { list, dispose } = createRoot((dispose) => ({
      list: createCaseList({
        api,
        database,
        org: 'a' as OrgId,
        isWhole: true,
        filter: () => ({ tab: 'all', plan: '', type: '', text: '' }),
      }),
      dispose,
    }))
    await vi.waitFor(() => expect(list.page()?.rows.map(({ name }) => name)).toEqual(['0', '100', '200']))
    expect(pages).toEqual(['', '100', '200'])
    expect(list.page()?.next).toBeNull()
    dispose()
  })
})

const COUNTS = { pending: 0, passed: 3, rejected: 0, returned: 0, all: 3 }
function row(name: string) {
  return {
    application: `xuming.application${name}`,
    owner: 'xu',
    name,
    employer: { id: 'employer', name: '单位' },
    plan: { id: 'plan', title: '计划', year: 2022 },
    type: 'normal',
    category: 'monitoring',
    state: 'form-delivered',
    stage: 'MID_MEETING',
    tab: 'passed',
    round: 1,
    digest: 'a'.repeat(64),
    isHere: true,
    submittedAt: '2022-05-10T08:00:00.000Z',
    movedAt: '2022-05-10T08:00:00.000Z',
  }
}
