/** A password that the relay has just made. It is shown here and forgotten when the dialog closes. */
import type { issuedSchema } from '@yejibu/shared/wire/membership'
import { type JSX, Show } from 'solid-js'
import type * as z from 'zod/mini'
import { useText } from '../language/language.tsx'
import { operationsWords } from '../language/operations.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useToasts } from '../ui/toasts.tsx'
import './operations.css'

export type Issued = z.output<typeof issuedSchema>

export function ShownOnce(props: { readonly issued: Issued | null; readonly onClose: () => void }): JSX.Element {
  const t = useText(operationsWords)
  const toasts = useToasts()
  const copy = async (password: string) => {
    try {
      await navigator.clipboard.writeText(password)
      toasts.show(t('accounts.copied'))
    } catch {
      // Not allowed here: it stands on the page to be read.
    }
  }
  return (
    <Show when={props.issued} keyed>
      {(issued) => (
        <Dialog
          isOpen
          title={t('accounts.passwordTitle', { username: issued.username })}
          about={t('accounts.passwordBody')}
          onClose={props.onClose}
          actions={
            <>
              <Button onPress={() => void copy(issued.password)}>{t('accounts.copy')}</Button>
              <Button look="primary" onPress={() => props.onClose()}>
                {t('accounts.close')}
              </Button>
            </>
          }
        >
          <output class="shown-once">{issued.password}</output>
        </Dialog>
      )}
    </Show>
  )
}
