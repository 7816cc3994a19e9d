import 'fake-indexeddb/auto'
import { cleanup, render, screen, waitFor } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { accountIdSchema } from '@yejibu/shared/kernel/ids'
import { afterEach, describe, expect, it } from 'vitest'
import { createSession } from './account/create-session.ts'
import { App, type AppProps } from './app.tsx'
import { createApi } from './platform/api.ts'
import { openAccountDatabase, openPeopleDatabase } from './platform/database.ts'
import { openWorkplace } from './sync/open-workplace.ts'
import type { Workplace } from './sync/workplace.ts'

const SESSION = {
  account: { id: 'zhoumin', username: 'zhoumin', name: '周敏' },
  memberships: [{ orgId: 'yuezhou', orgName: '绍兴市越州生态环境监测中心', orgKind: 'employer', role: 'hr-lead' }],
  expiresAt: '2027-01-01T00:00:00Z',
}

const undo: (() => void)[] = []
afterEach(async () => {
  cleanup()
  for (const step of undo.splice(0)) step()
  await openPeopleDatabase().delete()
})

/** A browser at `path`, before a relay that answers every question about the session with `answer`. */
function openAt(path: string, answer: () => Response, opening: AppProps['openWorkplace'] = switchedOff): void {
  window.history.replaceState(null, '', path)
  const people = openPeopleDatabase()
  const session = createSession({ people, api: createApi({ fetch: async () => answer() }) })
  undo.push(() => {
    session.dispose()
    people.close()
  })
  render(() => <App session={session} openWorkplace={opening} />)
}

async function switchedOff(): Promise<never> {
  throw new DOMException('switched off', 'InvalidStateError')
}

function nobody(): Response {
  return new Response(
    JSON.stringify({ type: 'about:blank', title: '', status: 401, refusal: { kind: 'not-signed-in' } }),
    {
      status: 401,
      headers: { 'content-type': 'application/problem+json' },
    },
  )
}

describe('the app', () => {
  it('[CLIENT-69] leads somebody who is not signed in to the sign-in page, and remembers where she wanted to go', async () => {
    openAt('/archive/paper?year=2022', nobody)
    await waitFor(() => expect(window.location.pathname).toBe('/sign-in'))
    expect(new URLSearchParams(window.location.search).get('then')).toBe('/archive/paper?year=2022')
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument()
  })

  it('[CLIENT-69] leads somebody who is signed in past the sign-in page to her own navigation', async () => {
    openAt('/sign-in?then=/review/xumingchuan', () => Response.json(SESSION))
    expect(await screen.findByRole('link', { name: '业绩档案审核' })).toBeInTheDocument()
    expect(window.location.pathname).toBe('/review/xumingchuan')
    expect(screen.queryByRole('link', { name: '我的业绩档案' })).not.toBeInTheDocument()
  })

  it('[CLIENT-71] says what to do when what this browser keeps cannot be opened', async () => {
    openAt('/review', () => Response.json(SESSION))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('无法打开本机保存的内容')
    expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
    await userEvent.tab()
    expect(screen.getByRole('link', { name: '跳到主要内容' })).toHaveFocus()
  })

  it('[CLIENT-71] leaves the menu open that was opened while the store was opening', async () => {
    let letOpen = (): void => undefined
    const mayOpen = new Promise<void>((resolve) => {
      letOpen = resolve
    })
    let workplace: Workplace | undefined
    openAt(
      '/settings',
      () => Response.json(SESSION),
      async (session) => {
        await mayOpen
        const api = createApi({ fetch: async () => nobody() })
        workplace = await openWorkplace({ account: session.account.id, api })
        return workplace
      },
    )
    await userEvent.click(await screen.findByRole('button', { name: '周敏的菜单' }))
    const entry = await screen.findByRole('menuitem', { name: '我的单位' })
    letOpen()
    await screen.findByRole('heading', { level: 1, hidden: true })
    expect(entry).toBeInTheDocument()
    await workplace?.dispose()
    await openAccountDatabase(accountIdSchema.parse('zhoumin')).delete()
  })
})
