/**
 * 承诺书: read, then signed on this screen, from a picture, or on a phone. What is signed is bound to the plan, the person and the wording; the signature lies in
 * the owner's evidence before the application names it.
 */
import type { FiledFile, Pledge } from '@yejibu/shared/application/filing'
import { isPledgeGood, pledgeTextDigest, pledgeWording } from '@yejibu/shared/application/pledge'
import type { AccountId, ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createSignal, type JSX, Match, onMount, Show, Switch } from 'solid-js'
import { momentText } from '../../archive/today.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { photoPledgeWords } from '../../language/photo-pledge.ts'
import type { Api } from '../../platform/api.ts'
import type { EvidenceStore } from '../../platform/evidence-store.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import { FiledPicture } from '../filed-picture.tsx'
import { createPhoneLink, type Signed } from './create-phone-link.ts'
import { PhoneSigning } from './phone-link.tsx'
import { SignHere } from './sign-here.tsx'
import '../application.css'
import './pledge.css'

export interface PledgePartProps {
  readonly plan: Plan
  readonly application: ApplicationId
  readonly owner: AccountId
  readonly ownerName: string
  readonly pledge: Pledge | null
  /** When the draft was begun. */
  readonly startedAt: string | null
  readonly files: Pick<EvidenceStore, 'add' | 'get'>
  readonly api: Pick<Api, 'call'>
  /** The relay's clock, as far as it is known. */
  readonly now: () => Date
  readonly onChange: (pledge: Pledge | null) => void
  readonly isReadOnly: boolean
}

type Way = 'pad' | 'picture' | 'phone'
const RETRY_MS = 3000

export function PledgePart(props: PledgePartProps): JSX.Element {
  const t = useText(photoPledgeWords)
  const { language } = useLanguage()
  const toasts = useToasts()
  const [way, setWay] = createSignal<Way>('pad')
  const [isAgain, setAgain] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [hasFailed, setFailed] = createSignal(false)
  const isGood = () => isPledgeGood(props.plan, props.owner, props)
  const bind = (signature: FiledFile, signedAt: string) => {
    const { plan, owner } = props
    props.onChange({ plan: plan.id, owner, textDigest: pledgeTextDigest(plan), signature, signedAt })
    setAgain(false)
  }
  const sign = async (picture: Blob) => {
    setBusy(true)
    setFailed(false)
    const name = `${props.ownerName}-签名.png`
    const added = await props.files.add(picture, { archive: props.owner, kind: 'other', name }).catch(() => null)
    setBusy(false)
    if (!added?.ok) return setFailed(true)
    const { sha256, bytes, type } = added.value
    bind({ sha256, bytes, type, name }, props.now().toISOString())
  }
  const arrived = ({ signature, signedAt, textDigest }: Signed) => {
    if (textDigest !== pledgeTextDigest(props.plan)) return
    // The draft's beginning is by this device's clock, the signature's time by the relay's: a slow clock must not make it look older.
    const { startedAt } = props
    bind(signature, startedAt !== null && Date.parse(signedAt) < Date.parse(startedAt) ? startedAt : signedAt)
    toasts.show(t('link.arrived'))
  }
  const link = createPhoneLink({
    api: props.api,
    application: props.application,
    plan: props.plan,
    origin: location.origin,
    onSigned: arrived,
    pause: () => new Promise((resolve) => setTimeout(resolve, RETRY_MS)),
  })
  onMount(() => {
    if (!props.isReadOnly) void link.find()
  })
  const kept = () => {
    const signed = link.kept()
    return props.isReadOnly || signed?.signature.sha256 === props.pledge?.signature.sha256 ? null : signed
  }
  return (
    <div class="stack">
      <PledgeText
        plan={props.plan.title}
        name={props.ownerName}
        title={props.plan.pledge.title}
        text={pledgeWording(props.plan)}
      />
      <Show when={props.pledge}>
        {(pledge) => (
          <div class="stack stack--tight pledge__signed">
            <Show when={!isGood()}>
              <Banner kind="warning" isQuiet>
                {t('pledge.stale')}
              </Banner>
            </Show>
            <FiledPicture
              file={pledge().signature}
              owner={props.owner}
              files={props.files}
              alt={t('pledge.signature')}
            />
            <p class="small muted">{t('pledge.signedAt', { at: momentText(pledge().signedAt, language()) })}</p>
            <Show when={!props.isReadOnly && isGood() && !isAgain()}>
              <div class="row">
                <Button onPress={() => setAgain(true)}>{t('pledge.again')}</Button>
              </div>
            </Show>
          </div>
        )}
      </Show>
      <Show when={kept()}>
        {(signed) => (
          <div class="stack stack--tight">
            <Banner
              kind="info"
              title={t('link.kept')}
              actions={
                <>
                  <Button size="small" look="primary" onPress={() => void link.takeKept()}>
                    {t('link.takeKept')}
                  </Button>
                  <Button
                    size="small"
                    look="quiet"
                    onPress={() => {
                      setAgain(true)
                      void link.dropKept()
                    }}
                  >
                    {t('link.dropKept')}
                  </Button>
                </>
              }
            >
              {t('link.keptAt', { at: momentText(signed().signedAt, language()) })}
            </Banner>
            <div class="pledge__signed">
              <FiledPicture
                file={signed().signature}
                owner={props.owner}
                files={props.files}
                alt={t('link.keptPicture')}
              />
            </div>
          </div>
        )}
      </Show>
      <Show when={!props.isReadOnly && kept() === null && (!isGood() || isAgain())}>
        <ChoiceField
          isRequired
          label={t('pledge.how')}
          value={way()}
          options={[
            { value: 'pad', label: t('pledge.here') },
            { value: 'phone', label: t('pledge.phone') },
            { value: 'picture', label: t('pledge.picture') },
          ]}
          onChoose={(chosen) => setWay(chosen === 'phone' || chosen === 'picture' ? chosen : 'pad')}
        />
        <Switch>
          <Match when={way() === 'phone'}>
            <PhoneSigning link={link} now={props.now} />
          </Match>
          <Match when={way() === 'pad' || way() === 'picture'}>
            <SignHere
              way={way() === 'picture' ? 'picture' : 'pad'}
              isBusy={isBusy()}
              onSigned={(picture) => void sign(picture)}
            />
          </Match>
        </Switch>
        <Show when={hasFailed()}>
          <Banner kind="error">{t('pledge.failed')}</Banner>
        </Show>
      </Show>
    </div>
  )
}

export interface PledgeTextProps {
  readonly plan: string
  readonly name: string
  readonly title: string
  readonly text: string
}

export function PledgeText(props: PledgeTextProps): JSX.Element {
  const t = useText(photoPledgeWords)
  return (
    <section class="stack stack--tight" aria-label={props.title}>
      <h2 class="apply__heading">{t('pledge.title', { title: props.title })}</h2>
      <p class="pledge__text">{props.text}</p>
      <dl class="facts">
        <dt>{t('pledge.who')}</dt>
        <dd>{props.name}</dd>
        <dt>{t('pledge.plan')}</dt>
        <dd>{props.plan}</dd>
      </dl>
    </section>
  )
}
