/**
 * The frame of a person who is signed in, and her workplace inside it. A workplace belongs to one account: another account
 * gets another one, and the old one is closed first.
 */
import { useNavigate } from '@solidjs/router'
import type { Session } from '@yejibu/shared/wire/session'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import User from 'lucide-solid/icons/user'
import { createResource, type JSX, lazy, onCleanup, type ParentProps, Show, Suspense } from 'solid-js'
import { followGrant } from './account/follow-grant.ts'
import { RegistrationNotice } from './account/registration-notice.tsx'
import { useSession } from './account/session-context.ts'
import { AppProblems } from './app-problems.tsx'
import { DOOR_PATHS, doorsOf } from './doors.ts'
import { useText } from './language/language.tsx'
import { shellWords } from './language/shell.ts'
import type { Workplace } from './sync/workplace.ts'
import { useWorkplace, WorkplaceContext } from './sync/workplace-context.ts'
import { Banner } from './ui/banner.tsx'
import { Button } from './ui/button.tsx'
import { type Connection, ConnectionBadge } from './ui/connection-badge.tsx'
import { Frame } from './ui/frame.tsx'
import { Menu } from './ui/menu.tsx'
import { NavCountsProvider } from './ui/nav-counts.tsx'
import { Skeleton } from './ui/skeleton.tsx'

// Comes after the page: nobody waits for a number.
const MessageBell = lazy(() => import('./case/messages/message-bell.tsx'))

export interface DeskProps {
  readonly session: Session
  /** Opens what this browser keeps for the account. Rejects when the browser's store cannot be opened. */
  readonly openWorkplace: (session: Session) => Promise<Workplace>
}

export default function Desk(props: ParentProps<DeskProps>): JSX.Element {
  const t = useText(shellWords)
  let isGone = false
  let opened: Workplace | undefined
  const [workplace, { refetch }] = createResource(async () => {
    const next = await props.openWorkplace(props.session)
    if (isGone) void next.dispose()
    opened = next
    return next
  })
  onCleanup(() => {
    isGone = true
    void opened?.dispose()
  })
  const nav = () => doorsOf(props.session).map((door) => ({ href: DOOR_PATHS[door], label: t(`nav.${door}`) }))
  const open = () => (workplace.state === 'ready' ? workplace() : undefined)
  // One frame from the first moment on: who opened her menu while the store was opening keeps it open.
  return (
    <NavCountsProvider>
      <Frame
        nav={nav()}
        end={
          <>
            <Within workplace={open()}>
              <ConnectionState />
              <Suspense>
                <MessageBell />
              </Suspense>
            </Within>
            <PersonMenu session={props.session} />
          </>
        }
        banners={
          <Within workplace={open()}>
            <AppProblems />
            <RegistrationNotice />
          </Within>
        }
      >
        <Within
          workplace={open()}
          fallback={
            <div class="page">
              <Show when={workplace.state === 'errored'} fallback={<Skeleton />}>
                <Banner kind="error" actions={<Button onPress={() => void refetch()}>{t('error.retry')}</Button>}>
                  {t('problem.workplace')}
                </Banner>
              </Show>
            </div>
          }
        >
          {props.children}
        </Within>
      </Frame>
    </NavCountsProvider>
  )
}

/** What needs the workplace, once it is open. */
function Within(
  props: ParentProps<{ readonly workplace: Workplace | undefined; readonly fallback?: JSX.Element }>,
): JSX.Element {
  return (
    <Show when={props.workplace} fallback={props.fallback}>
      {(workplace) => <WorkplaceContext.Provider value={workplace()}>{props.children}</WorkplaceContext.Provider>}
    </Show>
  )
}

function ConnectionState(): JSX.Element {
  const workplace = useWorkplace()
  followGrant(workplace.database, useSession())
  const state = (): Connection => {
    if (workplace.storage.state() === 'full') return 'broken'
    switch (workplace.facts.state().kind) {
      case 'live':
        return 'online'
      case 'starting':
        return 'connecting'
      case 'away':
      case 'broken':
        return 'offline'
    }
  }
  return <ConnectionBadge state={state()} waiting={workplace.outbox.count()} />
}

function PersonMenu(props: { readonly session: Session }): JSX.Element {
  const t = useText(shellWords)
  const navigate = useNavigate()
  const session = useSession()
  const isApplicant = () => props.session.memberships.some(({ role }) => role === 'applicant')
  const signOut = async () => {
    // Unsent work is asked about on the settings page, where there is room to say what it is.
    if ((await session.unsent()) !== null) navigate('/settings#sign-out')
    else await session.signOut()
  }
  return (
    <Menu
      label={t('person.menu', { name: props.session.account.name })}
      triggerClass="frame__person"
      trigger={
        <>
          <User size={16} aria-hidden="true" />
          <span class="frame__person-name">{props.session.account.name}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
      about={[...new Set(props.session.memberships.map((membership) => membership.orgName))].join('、')}
      entries={[
        ...(isApplicant() ? [{ label: t('person.diary'), onChoose: () => navigate('/diary') }] : []),
        { label: t('person.employer'), onChoose: () => navigate('/employer') },
        { label: t('person.panel'), onChoose: () => navigate('/panel') },
        { label: t('person.settings'), onChoose: () => navigate('/settings') },
        { label: t('person.signOut'), onChoose: () => void signOut(), startsGroup: true },
      ]}
    />
  )
}
