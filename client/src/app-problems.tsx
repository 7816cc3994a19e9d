/** What concerns the whole work and not one page: the session, the relay's records, refused commands, room on this device. */
import { useLocation } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { useSession } from './account/session-context.ts'
import { useText } from './language/language.tsx'
import { shellWords } from './language/shell.ts'
import { useWorkplace } from './sync/workplace-context.ts'
import { Banner } from './ui/banner.tsx'
import { Button, LinkButton } from './ui/button.tsx'

export function AppProblems(): JSX.Element {
  const t = useText(shellWords)
  const session = useSession()
  const workplace = useWorkplace()
  const location = useLocation()
  const isExpired = () => {
    const state = session.state()
    return state.kind === 'signed-in' && state.standing === 'expired'
  }
  const brokenAt = () => {
    const state = workplace.facts.state()
    return state.kind === 'broken' ? state : undefined
  }
  const refused = () => workplace.outbox.refused().length
  return (
    <>
      <Show when={isExpired()}>
        <Banner
          kind="warning"
          actions={
            <LinkButton href={`/sign-in?then=${encodeURIComponent(location.pathname + location.search)}`} size="small">
              {t('problem.signIn')}
            </LinkButton>
          }
        >
          {t('problem.expired')}
        </Banner>
      </Show>
      <Show when={workplace.storage.isBroken() && workplace.storage.state() !== 'full'}>
        <Banner kind="error">{t('problem.storeBroken')}</Banner>
      </Show>
      <Show when={workplace.storage.state() !== 'fine'}>
        <Banner kind={workplace.storage.state() === 'full' ? 'error' : 'warning'}>
          {t(workplace.storage.state() === 'full' ? 'problem.storageFull' : 'problem.storageTight')}
        </Banner>
      </Show>
      <Show when={brokenAt()}>
        {(broken) => (
          <Banner
            kind="error"
            actions={
              <Button size="small" onPress={() => void workplace.facts.startOver()}>
                {t('problem.startOver')}
              </Button>
            }
          >
            {t('problem.feedBroken', { seq: broken().seq })}
          </Banner>
        )}
      </Show>
      <Show when={refused() > 0 && location.pathname !== '/settings'}>
        <Banner
          kind="warning"
          actions={
            <LinkButton href="/settings#refused" size="small">
              {t('problem.see')}
            </LinkButton>
          }
        >
          {t('problem.refused', { n: refused() })}
        </Banner>
      </Show>
    </>
  )
}
