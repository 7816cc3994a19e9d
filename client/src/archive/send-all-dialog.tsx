/** Everything that is ready goes to the employer in one go; what stays is listed with the reason, each leading to its place. */
import { A } from '@solidjs/router'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { archiveWords } from '../language/archive.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useToasts } from '../ui/toasts.tsx'
import type { Sending } from './create-sending.ts'
import { pathOf, titleOf } from './item-line.ts'
import type { LeftOut, SendPlan } from './send-plan.ts'

export interface SendAllDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** By default that of sending everything. */
  readonly title?: string | undefined
  readonly plan: SendPlan
  readonly employer: string
  readonly sending: Pick<Sending, 'send'>
}

export function SendAllDialog(props: SendAllDialogProps): JSX.Element {
  const t = useText(archiveWords)
  const { say } = useLanguage()
  const toasts = useToasts()
  const isEmpty = () => props.plan.ready.length === 0
  const [isBusy, setBusy] = createSignal(false)
  const [failedAfter, setFailedAfter] = createSignal<number | null>(null)
  const why = (reason: LeftOut) => {
    switch (reason.why) {
      case 'problems':
        return t('sendAll.problems', { n: reason.n })
      case 'not-changed':
        return t('sendAll.notChanged')
      case 'private':
        return t('sendAll.private')
      case 'salt-lost':
        return t('sendAll.saltLost')
    }
  }
  const send = async () => {
    setBusy(true)
    setFailedAfter(null)
    let noted = 0
    try {
      // The list as it is now: it shrinks while its entries go out.
      for (const item of [...props.plan.ready]) {
        if (await props.sending.send(item)) noted++
      }
      toasts.show(t('sendAll.done', { n: noted }))
      props.onClose()
    } catch {
      setFailedAfter(noted)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={props.title ?? t('sendAll.title')}
      about={t(isEmpty() ? 'sendAll.aboutNone' : 'sendAll.about', {
        n: props.plan.ready.length,
        employer: props.employer,
      })}
      actions={
        <Button look="primary" isBusy={isBusy()} isDisabled={isEmpty()} onPress={() => void send()}>
          {t(isEmpty() ? 'sendAll.confirmNone' : 'sendAll.confirm', { n: props.plan.ready.length })}
        </Button>
      }
    >
      <ul class="todo">
        <For each={props.plan.ready}>{(item) => <li>{say(titleOf(item))}</li>}</For>
      </ul>
      <Show when={failedAfter() !== null}>
        <Banner kind="error">{t('sendAll.failed', { n: failedAfter() ?? 0 })}</Banner>
      </Show>
      <Show when={props.plan.leftOut.length > 0}>
        <h3>{t('sendAll.leftOut', { n: props.plan.leftOut.length })}</h3>
        <ul class="todo">
          <For each={props.plan.leftOut}>
            {({ item, reason }) => (
              <li>
                <A href={pathOf(item)}>{say(titleOf(item))}</A>
                <span class="small muted">{why(reason)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Dialog>
  )
}
