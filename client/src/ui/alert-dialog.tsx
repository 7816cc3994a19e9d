/**
 * A question that must be answered before something that cannot be taken back. The title asks, the body says what will
 * happen, the button names the deed ("删除这一条", never "确定"). The focus begins on the harmless answer.
 */
// By its named parts: the two kinds of dialog assign theirs to one shared object, so `Dialog.Content` may be the alert's.
import * as Parts from '@kobalte/core/alert-dialog'
import { type JSX, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import { Button } from './button.tsx'
import { createFocusReturn } from './focus-return.ts'
import './dialog.css'

export interface AlertDialogProps {
  readonly isOpen: boolean
  readonly title: string
  readonly body: string
  /** The deed in words. */
  readonly confirm: string
  readonly cancel?: string | undefined
  readonly isDangerous?: boolean | undefined
  readonly isBusy?: boolean | undefined
  /** What is to be done before the deed can be. */
  readonly whyNot?: string | undefined
  readonly onConfirm: () => void
  readonly onCancel: () => void
  readonly children?: JSX.Element | undefined
}

export function AlertDialog(props: AlertDialogProps): JSX.Element {
  const t = useText(uiWords)
  const focusReturns = createFocusReturn(() => props.isOpen)
  let harmless: HTMLButtonElement | undefined
  return (
    <Parts.Root open={props.isOpen} onOpenChange={(open) => !open && props.onCancel()} preventScroll={false}>
      <Parts.Portal>
        <Parts.Overlay class="dialog__scrim" />
        <div class="dialog__place">
          <Parts.Content
            class="dialog"
            onCloseAutoFocus={focusReturns}
            onOpenAutoFocus={(event) => {
              event.preventDefault()
              harmless?.focus()
            }}
          >
            <div class="dialog__body">
              <Parts.Title class="dialog__title">{props.title}</Parts.Title>
              <Parts.Description>{props.body}</Parts.Description>
              <Show when={props.children}>{props.children}</Show>
            </div>
            <div class="dialog__foot">
              <Button
                onPress={() => props.onCancel()}
                ref={(element) => {
                  harmless = element
                }}
              >
                {props.cancel ?? t('dialog.cancel')}
              </Button>
              <Button
                look={props.isDangerous ? 'danger' : 'primary'}
                isBusy={props.isBusy}
                whyNot={props.whyNot}
                onPress={() => props.onConfirm()}
              >
                {props.confirm}
              </Button>
            </div>
          </Parts.Content>
        </div>
      </Parts.Portal>
    </Parts.Root>
  )
}
