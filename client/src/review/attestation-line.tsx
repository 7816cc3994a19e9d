/** 核对无误 of one file: who saw the original and when, or the button to say so oneself; taken back with a reason. */
import type { Attestation } from '@yejibu/shared/review/attestation'
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { KeyHint } from './key-hint.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import type { AttestationUnderWay } from './rulings-under-way.ts'
import './review.css'

export interface AttestationLineProps {
  /** The file as it is called on the page. */
  readonly name: string
  readonly attested: Attestation | null
  readonly by: string | undefined
  readonly underWay: AttestationUnderWay | null
  /** The rule would take an attestation of this file now. */
  readonly mayAttest: boolean
  readonly onAttest: () => void
  readonly onTakeBack: (reason: string) => void
  readonly onDismiss: () => void
}

const KNOWN = ['already-attested', 'not-attested', 'evidence-not-sent', 'evidence-not-here', 'not-yours'] as const

export function AttestationLine(props: AttestationLineProps): JSX.Element {
  const t = useText(reviewWords)
  const { language } = useLanguage()
  const [isTakingBack, setTakingBack] = createSignal(false)
  const pending = () => (props.underWay?.refusal === null ? props.underWay : null)
  const refused = () => (props.underWay && props.underWay.refusal !== null ? props.underWay.refusal.kind : null)
  return (
    <div class="review-attested">
      <Show when={props.attested}>
        {(attested) => (
          <span class="row">
            <Badge tone="good" mark="check">
              {t('attest.done')}
            </Badge>
            <span class="small">
              {t('attest.by', {
                name: props.by ?? attested().employer.name,
                at: momentText(attested().at, language()),
              })}
            </span>
          </span>
        )}
      </Show>
      <Switch>
        <Match when={pending()}>
          {(asked) => (
            <Badge tone="info" mark="clock">
              {t(asked().what === 'attest' ? 'attest.pending' : 'attest.takingBack')}
            </Badge>
          )}
        </Match>
        <Match when={props.attested}>
          <Button
            size="small"
            look="quiet"
            label={t('attest.takeBackOf', { name: props.name })}
            onPress={() => setTakingBack(true)}
          >
            {t('attest.takeBack')}
          </Button>
        </Match>
        <Match when={props.mayAttest}>
          <Button size="small" label={t('attest.doOf', { name: props.name })} onPress={() => props.onAttest()}>
            {t('attest.do')} <KeyHint of="o" />
          </Button>
          <span class="muted small">{t('attest.about')}</span>
        </Match>
      </Switch>
      <Show when={refused()}>
        {(kind) => (
          <span class="row review-attested__refused">
            {t(`attest.refused.${KNOWN.find((known) => known === kind()) ?? 'other'}`)}
            <Button size="small" look="quiet" onPress={() => props.onDismiss()}>
              {t('refused.dismiss')}
            </Button>
          </span>
        )}
      </Show>
      <Show when={isTakingBack()}>
        <ReasonDialog
          title={t('attest.takeBackOf', { name: props.name })}
          about={t('attest.takeBackAbout')}
          confirm={t('attest.takeBackConfirm')}
          usual={[t('attest.usual.differs'), t('attest.usual.mistake')]}
          onClose={() => setTakingBack(false)}
          onConfirm={(reason) => {
            setTakingBack(false)
            props.onTakeBack(reason)
          }}
        />
      </Show>
    </div>
  )
}
