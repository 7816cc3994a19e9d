/**
 * A page of a person who is signed in, for tests: her own browser over a relay whose answers are changed while the page is open. Nobody has to wait for
 * the page to ask again: `comeBack` is the person looking at it anew.
 */

import { accountIdSchema } from '@yejibu/shared/kernel/ids'
import type { Session } from '@yejibu/shared/wire/session'
import type { JSX } from 'solid-js'
import { onTestFinished, vi } from 'vitest'
import { createApi } from '../../platform/api.ts'
import { openPeopleDatabase } from '../../platform/database.ts'
import { openWorkplace } from '../../sync/open-workplace.ts'
import type { Workplace } from '../../sync/workplace.ts'
import { createSession } from '../create-session.ts'
import { showSignedIn } from './show-signed-in.tsx'

export interface SignedInPage {
  readonly workplace: Workplace
  /** What was asked of the relay besides reading. */
  readonly sent: readonly unknown[]
  /** The relay answers otherwise from now on. */
  answer(answers: Readonly<Record<string, unknown>>): void
  /** The same, and she looks at the page again. */
  comeBack(answers: Readonly<Record<string, unknown>>): Promise<void>
}

let people = 0

/** @param answers of the relay to `GET`, by path without what follows the question mark; everything else is done and answered with nothing */
export async function openSignedIn(
  page: () => JSX.Element,
  answers: Readonly<Record<string, unknown>>,
  memberships: Session['memberships'] = [],
): Promise<SignedInPage> {
  people += 1
  const account = accountIdSchema.parse(`person${people}`)
  const session: Session = {
    account: { id: account, name: '何静', username: 'hejing' },
    memberships,
    expiresAt: '2099-01-01T00:00:00.000Z',
  }
  let now: Readonly<Record<string, unknown>> = { '/api/session': session, ...answers }
  let answered = 0
  const sent: unknown[] = []
  const api = createApi({
    fetch: async (input, init) => {
      const path = String(input).split('?')[0] ?? ''
      if ((init?.method ?? 'GET') !== 'GET') {
        sent.push(JSON.parse(String(init?.body)))
        return Response.json({ facts: [] })
      }
      answered += 1
      return Object.hasOwn(now, path) ? Response.json(now[path]) : new Response(null, { status: 404 })
    },
  })
  const workplace = await openWorkplace({ account, api })
  const control = createSession({ api, people: openPeopleDatabase() })
  onTestFinished(async () => {
    control.dispose()
    await workplace.dispose()
  })
  await control.confirm()
  showSignedIn({ page, workplace, session: control })
  const answer: SignedInPage['answer'] = (others) => {
    now = { ...now, ...others }
  }
  return {
    workplace,
    sent,
    answer,
    async comeBack(others) {
      answer(others)
      const before = answered
      document.dispatchEvent(new Event('visibilitychange'))
      await vi.waitFor(() => {
        if (answered === before) throw new Error('the page has not asked again')
      })
    },
  }
}
