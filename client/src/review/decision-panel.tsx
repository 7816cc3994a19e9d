/**
 * The ruling on what is shown: 通过 at once, 退回 and 不通过 after a reason. A reason half written belongs to its entry: going on to another
 * entry begins anew.
 */
import type { RevisionContent } from '@yejibu/shared/archive/revision'
import type { PhraseKind } from '@yejibu/shared/review/handbook-doc'
import { createSignal, type JSX, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import type { Pointing } from './create-pointing.ts'
import type { Verdict } from './create-review-room.ts'
import { KeyHint } from './key-hint.tsx'
import { isReason, type WhyNot } from './may-rule-on.ts'
import { PointedPlaces } from './pointed-places.tsx'
import { ReasonField } from './reason-field.tsx'
import { offeredPhrases, type ReasonPhrases } from './reason-phrases.ts'
import { useUsualPhrases } from './usual-phrases.ts'
import './review.css'

export interface DecisionPanelProps {
  readonly whyNot: WhyNot | 'pending' | null
  /** Which "no" is being written; the page's keys open it, too. */
  readonly writing: 'returned' | 'rejected' | null
  readonly onWrite: (verdict: 'returned' | 'rejected' | null) => void
  readonly onRule: (verdict: Verdict, reason: string | null) => void
  /** What may be pointed at with the reason, and what is. */
  readonly content: RevisionContent
  readonly pointing: Pointing
  readonly phrases: ReasonPhrases
  readonly onEditPhrases: (kind: PhraseKind) => void
}

export function DecisionPanel(props: DecisionPanelProps): JSX.Element {
  const t = useText(reviewWords)
  return (
    <Show
      when={props.whyNot === null}
      fallback={
        <Banner kind="info" isQuiet>
          {t(`decision.whyNot.${props.whyNot ?? 'not-sent'}`)}
        </Banner>
      }
    >
      <div class="stack">
        <div class="review-verdicts">
          <Button look="primary" onPress={() => props.onRule('approved', null)}>
            {t('decision.approve')} <KeyHint of="a" />
          </Button>
          <Button isPressed={props.writing === 'returned'} onPress={() => props.onWrite('returned')}>
            {t('decision.return')} <KeyHint of="r" />
          </Button>
          <Button isPressed={props.writing === 'rejected'} onPress={() => props.onWrite('rejected')}>
            {t('decision.reject')} <KeyHint of="x" />
          </Button>
        </div>
        <Show when={props.writing} keyed>
          {(verdict) => (
            <ReasonForm
              verdict={verdict}
              content={props.content}
              pointing={props.pointing}
              phrases={props.phrases}
              onEdit={() => props.onEditPhrases(verdict)}
              onCancel={() => props.onWrite(null)}
              onConfirm={(reason) => props.onRule(verdict, reason)}
            />
          )}
        </Show>
      </div>
    </Show>
  )
}

interface ReasonFormProps {
  readonly verdict: 'returned' | 'rejected'
  readonly content: RevisionContent
  readonly pointing: Pointing
  readonly phrases: ReasonPhrases
  readonly onEdit: () => void
  readonly onCancel: () => void
  readonly onConfirm: (reason: string) => void
}

function ReasonForm(props: ReasonFormProps): JSX.Element {
  const t = useText(reviewWords)
  const [reason, setReason] = createSignal('')
  const [isAsked, setAsked] = createSignal(false)
  let field: HTMLTextAreaElement | undefined
  const isReturn = () => props.verdict === 'returned'
  const usualPhrases = useUsualPhrases()
  const confirm = () => {
    setAsked(true)
    if (isReason(reason())) props.onConfirm(reason().trim())
    else field?.focus()
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) props.onCancel()
      }}
    >
      <ReasonField
        value={reason()}
        onInput={setReason}
        hint={t(isReturn() ? 'decision.reasonAboutReturn' : 'decision.reasonAboutReject')}
        isAsked={isAsked()}
        usual={offeredPhrases(props.phrases, props.verdict, usualPhrases(props.verdict))}
        onEdit={() => props.onEdit()}
        ref={(control) => {
          field = control
          queueMicrotask(() => control.focus())
        }}
      >
        <div class="row">
          <Button look={isReturn() ? 'primary' : 'danger'} type="submit">
            {t(isReturn() ? 'decision.confirmReturn' : 'decision.confirmReject')}
          </Button>
          <Button look="quiet" onPress={() => props.onCancel()}>
            {t('decision.cancel')}
          </Button>
        </div>
        <PointedPlaces content={props.content} pointing={props.pointing} />
      </ReasonField>
    </form>
  )
}
