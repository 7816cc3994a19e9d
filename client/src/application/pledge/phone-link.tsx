/** 用手机签名: the code to be scanned, its address for who cannot, and how long it is good. */
import { createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { photoPledgeWords } from '../../language/photo-pledge.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import type { PhoneLink, PhoneLinkState } from './create-phone-link.ts'
import './pledge.css'

export interface PhoneSigningProps {
  readonly link: PhoneLink
  /** Relay's clock, as far as it is known. */
  readonly now: () => Date
}

const MINUTE = 60_000
const LINK_MINUTES = 10
const KNOWN = [
  'unreachable',
  'plan-moved-on',
  'no-such-plan',
  'application-already-submitted',
  'too-many-requests',
] as const

export function PhoneSigning(props: PhoneSigningProps): JSX.Element {
  const t = useText(photoPledgeWords)
  onMount(() => {
    if (props.link.state().kind === 'none') void props.link.ask()
  })
  const at = <Kind extends PhoneLinkState['kind']>(kind: Kind) => {
    const now = props.link.state()
    return now.kind === kind ? (now as Extract<PhoneLinkState, { kind: Kind }>) : undefined
  }
  const again = () => <Button onPress={() => void props.link.ask()}>{t('link.again')}</Button>
  const refusalText = (kind: string, seconds: unknown) =>
    t(`link.refused.${KNOWN.find((known) => known === kind) ?? 'other'}`, {
      seconds: typeof seconds === 'number' ? seconds : 60,
    })
  return (
    <div class="stack" aria-live="polite">
      <p>{t('link.about')}</p>
      <Switch>
        <Match when={at('ended')}>
          <Banner kind="warning" actions={again()}>
            {t('link.ended')}
          </Banner>
        </Match>
        <Match when={at('refused')}>
          {(refused) => (
            <Banner kind="error" actions={again()}>
              {refusalText(refused().refusal.kind, refused().refusal.retryAfterSeconds)}
            </Banner>
          )}
        </Match>
        <Match when={at('waiting')}>
          {(waiting) => <Code address={waiting().address} endsAt={waiting().endsAt} now={props.now} />}
        </Match>
      </Switch>
    </div>
  )
}

interface CodeProps {
  readonly address: string
  readonly endsAt: string
  readonly now: () => Date
}

function Code(props: CodeProps): JSX.Element {
  const t = useText(photoPledgeWords)
  const toasts = useToasts()
  // Two clocks that differ a little must not promise more than the link keeps.
  const left = () =>
    Math.max(0, Math.min(LINK_MINUTES, Math.ceil((Date.parse(props.endsAt) - props.now().getTime()) / MINUTE)))
  const [minutes, setMinutes] = createSignal(left())
  onMount(() => {
    const ticking = setInterval(() => setMinutes(left()), 10_000)
    onCleanup(() => clearInterval(ticking))
  })
  const isHereOnly = () => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(props.address).hostname)
  const copy = async () => {
    await navigator.clipboard.writeText(props.address).catch(() => undefined)
    toasts.show(t('link.copied'))
  }
  return (
    <>
      <Show when={isHereOnly()}>
        <Banner kind="warning" isQuiet>
          {t('link.loopback')}
        </Banner>
      </Show>
      <QrCode text={props.address} label={t('link.code')} />
      <p role="status">{t('link.waiting', { minutes: minutes() })}</p>
      <p class="small">{t('link.address')}</p>
      <p class="pledge__address">{props.address}</p>
      <div class="row">
        <Button size="small" onPress={() => void copy()}>
          {t('link.copy')}
        </Button>
      </div>
    </>
  )
}
