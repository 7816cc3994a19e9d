/** Whether this browser can be trusted to keep what is written, in plain words, and the one thing that can be asked of it. */
import { A } from '@solidjs/router'
import { createSignal, type JSX, onMount, Show } from 'solid-js'
import { accountWords } from '../language/account.ts'
import { useText } from '../language/language.tsx'
import type { StorageHealth } from '../platform/storage-health.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

export function StorageCard(props: {
  readonly storage: StorageHealth
  /** Where more is said than here. */
  readonly href?: string | undefined
}): JSX.Element {
  const t = useText(accountWords)
  const [wasDenied, setDenied] = createSignal(false)
  onMount(() => void props.storage.refresh())
  const state = () => {
    switch (props.storage.state()) {
      case 'fine':
        return t('settings.storageFine')
      case 'tight':
        return t('settings.storageTight')
      case 'full':
        return t('settings.storageFull')
    }
  }
  const usage = () => {
    const measured = props.storage.usage()
    if (measured === null) return t('settings.usageUnknown')
    return t('settings.usage', { used: sizeOf(measured.used), free: sizeOf(measured.quota - measured.used) })
  }
  const promise = () => {
    const isPersisted = props.storage.isPersisted()
    if (isPersisted === null) return t('settings.persistUnknown')
    return t(isPersisted ? 'settings.persisted' : 'settings.notPersisted')
  }
  const ask = async () => setDenied(!(await props.storage.askToPersist()))
  return (
    <Card title={t('settings.storage')}>
      <p>
        {state()} {usage()}
      </p>
      <p>{promise()}</p>
      <Show when={props.storage.isPersisted() === false}>
        <div>
          <Button onPress={() => void ask()}>{t('settings.askPersist')}</Button>
        </div>
      </Show>
      <Show when={props.href}>
        {(href) => (
          <p>
            <A href={href()}>{t('settings.storageMore')}</A>
          </p>
        )}
      </Show>
      <Show when={wasDenied()}>
        <Banner kind="info">{t('settings.persistDenied')}</Banner>
      </Show>
    </Card>
  )
}

function sizeOf(bytes: number): string {
  const mb = Math.max(0, bytes) / 1024 / 1024
  return mb >= 1024 ? `${(mb / 1024).toFixed(1)} GB` : `${mb.toFixed(mb < 10 ? 1 : 0)} MB`
}
