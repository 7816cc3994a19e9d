/** Something taken back, with the reason that its owner will read. */
import { createSignal, type JSX } from 'solid-js'
import { useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { isReason } from './may-rule-on.ts'
import { ReasonField } from './reason-field.tsx'

export interface ReasonDialogProps {
  readonly title: string
  readonly about: string
  /** What the button that does it is called. */
  readonly confirm: string
  readonly usual: readonly string[]
  /** Above the reason: what it would touch. */
  readonly children?: JSX.Element | undefined
  readonly onClose: () => void
  readonly onConfirm: (reason: string) => void
}

export function ReasonDialog(props: ReasonDialogProps): JSX.Element {
  const t = useText(reviewWords)
  const [reason, setReason] = createSignal('')
  const [isAsked, setAsked] = createSignal(false)
  let field: HTMLTextAreaElement | undefined
  const confirm = () => {
    setAsked(true)
    if (isReason(reason())) props.onConfirm(reason().trim())
    else field?.focus()
  }
  return (
    <Dialog
      isOpen
      title={props.title}
      about={props.about}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button onPress={() => props.onClose()}>{t('decision.cancel')}</Button>
          <Button look="danger" onPress={confirm}>
            {props.confirm}
          </Button>
        </>
      }
    >
      {props.children}
      <ReasonField
        value={reason()}
        onInput={setReason}
        hint={t('decision.reasonSeen')}
        isAsked={isAsked()}
        usual={props.usual}
        ref={(control) => {
          field = control
        }}
      />
    </Dialog>
  )
}
