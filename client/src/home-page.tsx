/** The beginning: leads each person to her first page, or says why there is none. */
import { Navigate } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { useSession } from './account/session-context.ts'
import { firstPathOf } from './doors.ts'
import { useText } from './language/language.tsx'
import { shellWords } from './language/shell.ts'
import { PageHeader } from './ui/page-header.tsx'

export default function Page(): JSX.Element {
  const t = useText(shellWords)
  const session = useSession()
  const signedIn = () => {
    const state = session.state()
    return state.kind === 'signed-in' ? state.session : undefined
  }
  return (
    <Show when={signedIn()}>
      {(known) => (
        <Show
          when={firstPathOf(known())}
          fallback={
            <div class="page page--narrow">
              <PageHeader title={t(known().memberships.length === 0 ? 'noRole.title' : 'noPage.title')} />
              <p>{t(known().memberships.length === 0 ? 'noRole.body' : 'noPage.body')}</p>
            </div>
          }
        >
          {(path) => <Navigate href={path()} />}
        </Show>
      )}
    </Show>
  )
}
