/**
 * Tells whoever registers an employer, on whichever page she is, that the operator has judged: approved, so that she binds it, or refused, with the
 * reason (domain §2.3). It follows from where the registration stands, so it goes when she has taken the step and comes back after a reload.
 */
import { useLocation } from '@solidjs/router'
import { membershipSchema } from '@yejibu/shared/wire/membership'
import { createSignal, For, type JSX, onCleanup } from 'solid-js'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Banner } from '../ui/banner.tsx'
import { LinkButton } from '../ui/button.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { type Judged, judgedRegistrations } from './judged-registrations.ts'

/** Milliseconds between two questions, asked only while a registration is open and the page in sight. */
const EVERY = 10_000

export function RegistrationNotice(): JSX.Element {
  const t = useText(employerWords)
  const location = useLocation()
  const { api } = useWorkplace()
  const [judged, setJudged] = createSignal<readonly Judged[]>([])
  // The page of her employers says it at length.
  const told = createKeptRows(
    () => (location.pathname.startsWith('/employer') ? [] : judged()),
    ({ org }) => org,
  )
  let isOpen = true
  const ask = async () => {
    const answer = await api.call('GET', '/api/membership', membershipSchema)
    if (!answer.ok) return
    isOpen = answer.value.registrations.some(({ stage }) => stage !== 'bound')
    setJudged(judgedRegistrations(answer.value.registrations))
  }
  const timer = setInterval(() => {
    if (isOpen && document.visibilityState === 'visible') void ask()
  }, EVERY)
  onCleanup(() => clearInterval(timer))
  void ask()
  return (
    <For each={told()}>
      {(one) => (
        <Banner
          kind={one.reason === null ? 'success' : 'warning'}
          actions={
            <LinkButton href="/employer" size="small">
              {t('notice.see')}
            </LinkButton>
          }
        >
          {one.reason === null
            ? t('notice.approved', { name: one.name })
            : t('notice.refused', { name: one.name, reason: one.reason })}
        </Banner>
      )}
    </For>
  )
}
