/** A page as somebody who is signed in has it before her, in Chinese: for tests. */
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { render } from '@solidjs/testing-library'
import type { JSX } from 'solid-js'
import { LanguageProvider } from '../../language/language.tsx'
import type { Workplace } from '../../sync/workplace.ts'
import { WorkplaceContext } from '../../sync/workplace-context.ts'
import { NavCountsProvider } from '../../ui/nav-counts.tsx'
import { ToastProvider } from '../../ui/toasts.tsx'
import type { SessionControl } from '../session.ts'
import { SessionContext } from '../session-context.ts'

export interface Shown {
  readonly page: () => JSX.Element
  readonly workplace: Workplace
  readonly session: SessionControl
  /** The address, and the pattern of the page's own. */
  readonly path?: string
  readonly pattern?: string
}

export function showSignedIn({ page, workplace, session, path = '/', pattern = '*' }: Shown): void {
  const history = createMemoryHistory()
  history.set({ value: path })
  render(() => (
    <LanguageProvider initially="zh">
      <ToastProvider>
        <NavCountsProvider>
          <SessionContext.Provider value={session}>
            <WorkplaceContext.Provider value={workplace}>
              <MemoryRouter history={history}>
                <Route path={pattern} component={page} />
              </MemoryRouter>
            </WorkplaceContext.Provider>
          </SessionContext.Provider>
        </NavCountsProvider>
      </ToastProvider>
    </LanguageProvider>
  ))
}
