/**
 * The whole client: language, notices, session, and the page of the present address inside its frame.
 * What is always true: a page behind the sign-in is shown to somebody who is signed in, on this device at least; nobody else
 * sees more than the sign-in page, and comes back to the page she wanted afterwards.
 */
import { Navigate, Router, type RouteSectionProps, useIsRouting } from '@solidjs/router'
import type { Session } from '@yejibu/shared/wire/session'
import { ErrorBoundary, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { SessionControl } from './account/session.ts'
import { SessionContext, useSession } from './account/session-context.ts'
import { isPublicPath, pathAfterSignIn } from './doors.ts'
import { LanguageProvider } from './language/language.tsx'
import { PageError } from './page-error.tsx'
import { routes } from './routes.tsx'
import type { Workplace } from './sync/workplace.ts'
import { Skeleton } from './ui/skeleton.tsx'
import { ToastProvider } from './ui/toasts.tsx'
import './ui/frame.css'

// Documents, the local database and the header's menus come with the desk, not with the sign-in page.
const Desk = lazy(() => import('./desk.tsx'))

export interface AppProps {
  readonly session: SessionControl
  readonly openWorkplace: (session: Session) => Promise<Workplace>
  /** Shown above everything: the offer of a new version. */
  readonly notice?: JSX.Element | undefined
}

export function App(props: AppProps): JSX.Element {
  return (
    <LanguageProvider>
      <ToastProvider>
        <SessionContext.Provider value={props.session}>
          {props.notice}
          <Router root={(section) => <Root {...section} openWorkplace={props.openWorkplace} />}>{routes}</Router>
        </SessionContext.Provider>
      </ToastProvider>
    </LanguageProvider>
  )
}

type RootProps = RouteSectionProps & Pick<AppProps, 'openWorkplace'>

function Root(props: RootProps): JSX.Element {
  const { state } = useSession()
  const path = () => props.location.pathname
  const session = () => {
    const now = state()
    return now.kind === 'signed-in' ? now.session : undefined
  }
  /** An expired session may be renewed on the sign-in page without losing the desk. */
  const isRenewing = () => {
    const now = state()
    return now.kind === 'signed-in' && now.standing === 'expired'
  }
  const wanted = () => {
    const then = props.location.query.then
    return typeof then === 'string' ? then : null
  }
  return (
    <Switch fallback={<Waiting />}>
      <Match when={path() === '/sign-in' && state().kind === 'signed-in' && !isRenewing()}>
        <Navigate href={pathAfterSignIn(wanted())} />
      </Match>
      <Match when={isPublicPath(path())}>
        <main id="main" class="sign-in-frame" tabIndex={-1}>
          <Guarded>{props.children}</Guarded>
        </main>
      </Match>
      <Match when={state().kind === 'signed-out'}>
        <Navigate
          href={path() === '/' ? '/sign-in' : `/sign-in?then=${encodeURIComponent(path() + props.location.search)}`}
        />
      </Match>
      {/* Keyed by the account, not by the session: a renewed session keeps the desk as it is. */}
      <Match when={session()?.account.id} keyed>
        {(_account) => (
          <Suspense fallback={<Waiting />}>
            <Show when={session()}>
              {(known) => (
                <Desk session={known()} openWorkplace={props.openWorkplace}>
                  <Guarded>{props.children}</Guarded>
                </Desk>
              )}
            </Show>
          </Suspense>
        )}
      </Match>
    </Switch>
  )
}

/** A page that fails takes neither the frame nor the other pages with it. */
function Guarded(props: { readonly children: JSX.Element }): JSX.Element {
  const isRouting = useIsRouting()
  return (
    <div class="frame__main" aria-busy={isRouting()}>
      <ErrorBoundary
        fallback={(error: unknown, retry) => {
          console.error(error)
          return <PageError error={error} onRetry={retry} />
        }}
      >
        <Suspense fallback={<Waiting />}>{props.children}</Suspense>
      </ErrorBoundary>
    </div>
  )
}

function Waiting(): JSX.Element {
  return (
    <div class="page">
      <Skeleton />
    </div>
  )
}
