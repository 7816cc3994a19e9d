/**
 * A piece of work that stands before the page. The focus goes in, stays in, and goes back to where it came from; Escape and
 * the close button mean "nothing happened".
 */
// By its named parts: the two kinds of dialog assign theirs to one shared object, so `Dialog.Content` may be the alert's.
import * as Parts from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { type JSX, Show } from 'solid-js'
import { useText } from '../language/language.tsx'
import { uiWords } from '../language/ui.ts'
import { createFocusReturn } from './focus-return.ts'
import './button.css'
import './dialog.css'

export interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  /** One sentence under the title that says what it is about. */
  readonly about?: string | undefined
  readonly children: JSX.Element
  /** The buttons, the one that does the work last. */
  readonly actions?: JSX.Element | undefined
  readonly isWide?: boolean | undefined
}

export function Dialog(props: DialogProps): JSX.Element {
  const t = useText(uiWords)
  const focusReturns = createFocusReturn(() => props.isOpen)
  return (
    <Parts.Root open={props.isOpen} onOpenChange={(open) => !open && props.onClose()} preventScroll={false}>
      <Parts.Portal>
        <Parts.Overlay class="dialog__scrim" />
        <div class="dialog__place">
          <Parts.Content
            class="dialog"
            classList={{ 'dialog--wide': props.isWide === true }}
            onCloseAutoFocus={focusReturns}
          >
            <div class="dialog__head">
              <Parts.Title class="dialog__title">{props.title}</Parts.Title>
              <Parts.CloseButton class="button button--quiet button--icon" aria-label={t('dialog.close')}>
                <X size={18} aria-hidden="true" />
              </Parts.CloseButton>
            </div>
            <div class="dialog__body">
              <Show when={props.about}>
                <Parts.Description>{props.about}</Parts.Description>
              </Show>
              {props.children}
            </div>
            <Show when={props.actions}>
              <div class="dialog__foot">{props.actions}</div>
            </Show>
          </Parts.Content>
        </div>
      </Parts.Portal>
    </Parts.Root>
  )
}
