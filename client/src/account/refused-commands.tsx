/** Commands that the relay said no to, of every kind, until their author has read them. Nothing while there are none. */
import { For, type JSX, Show } from 'solid-js'
import { accountWords } from '../language/account.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { OutboxEntry } from '../platform/database.ts'
import type { Outbox } from '../platform/outbox.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import './account.css'

const REASONS = [
  'not-allowed',
  'not-yours',
  'no-employer',
  'already-sent',
  'already-ruled',
  'not-sent',
  'revision-moved-on',
  'stream-moved-on',
  'evidence-not-here',
  'already-submitted',
] as const

export function RefusedCommands(props: {
  readonly outbox: Pick<Outbox, 'refused' | 'dismiss' | 'retry'>
}): JSX.Element {
  const t = useText(accountWords)
  const { language } = useLanguage()
  const entries = createKeptRows(
    () => props.outbox.refused(),
    ({ id }) => id,
  )
  const why = (entry: OutboxEntry) => {
    const kind = entry.refusal?.kind ?? ''
    return t(`settings.reason.${REASONS.find((known) => known === kind) ?? 'other'}`, { kind })
  }
  const when = (entry: OutboxEntry) =>
    new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(new Date(entry.madeAt))
  return (
    <Show when={props.outbox.refused().length > 0}>
      <div id="refused">
        <Card title={t('settings.refusedTitle')}>
          <p>{t('settings.refusedAbout')}</p>
          <ul class="refused">
            <For each={entries()}>
              {(entry) => (
                <li>
                  <div>
                    <strong>{t(`settings.command.${entry.kind}`)}</strong>{' '}
                    <span class="muted small">{t('settings.madeAt', { at: when(entry) })}</span>
                    <p>{why(entry)}</p>
                  </div>
                  <div class="row">
                    <Button size="small" onPress={() => void props.outbox.retry(entry.id)}>
                      {t('settings.retry')}
                    </Button>
                    <Button size="small" look="quiet" onPress={() => void props.outbox.dismiss(entry.id)}>
                      {t('settings.dismiss')}
                    </Button>
                  </div>
                </li>
              )}
            </For>
          </ul>
        </Card>
      </div>
    </Show>
  )
}
