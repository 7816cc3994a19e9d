/** `/messages`: what a person was told, the newest first, each with the way to what it is about; and the e-mail address it goes to as well. */
import { A } from '@solidjs/router'
import type { MessageView } from '@yejibu/shared/wire/messages'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { momentText } from '../../archive/today.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { messagesWords } from '../../language/messages.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { createKeptRows } from '../../ui/kept-rows.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ContactCard } from './contact-card.tsx'
import { createMessages, type MessageParts } from './create-messages.ts'
import './messages.css'

export default function Page(): JSX.Element {
  const { api, database, account } = useWorkplace()
  return <MessagesView api={api} database={database} account={account} />
}

export function MessagesView(props: MessageParts & { readonly account: string }): JSX.Element {
  const t = useText(messagesWords)
  const { language } = useLanguage()
  const list = createMessages({ api: props.api, database: props.database })
  const messages = createKeptRows(
    () => list.said()?.messages ?? [],
    ({ seq }) => String(seq),
  )
  const readAll = () => {
    const newest = messages()[0]
    if (newest) void list.read(newest.seq)
  }
  return (
    <div class="page page--narrow">
      <PageHeader
        title={t('title')}
        about={t('about')}
        actions={
          <Show when={(list.said()?.unread ?? 0) > 0}>
            <Button onPress={readAll}>{t('readAll')}</Button>
          </Show>
        }
      />
      <div class="stack stack--loose">
        <Show when={list.trouble()}>
          <Banner
            kind="info"
            actions={
              <Button size="small" onPress={() => void list.refresh()}>
                {t('retry')}
              </Button>
            }
          >
            <Show when={list.at()} fallback={t('never')}>
              {(at) => t('asOf', { at: momentText(at(), language()) })}
            </Show>
          </Banner>
        </Show>
        <Switch>
          <Match when={list.said() === null && list.trouble() === null}>
            <Skeleton lines={5} />
          </Match>
          <Match when={list.said() !== null && messages().length === 0}>
            <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>
          </Match>
          <Match when={messages().length > 0}>
            <Card isFlush>
              <ul class="messages" aria-label={t('list')}>
                <For each={messages()}>
                  {(message) => (
                    <li class="messages__one" classList={{ 'messages__one--unread': !message.isRead }}>
                      <div class="row row--between">
                        <A href={pathOf(message, props.account)}>{t(`kind.${message.kind}`)}</A>
                        <Show when={!message.isRead}>
                          <Badge tone="info" mark="dot">
                            {t('unread')}
                          </Badge>
                        </Show>
                      </div>
                      <time class="small muted" dateTime={message.at}>
                        {momentText(message.at, language())}
                      </time>
                    </li>
                  )}
                </For>
              </ul>
            </Card>
          </Match>
        </Switch>
        <ContactCard api={props.api} />
      </div>
    </div>
  )
}

/** Where it is looked into: one's own application, the case at the desk, or the employer. */
export function pathOf({ kind, subject }: MessageView, account: string): string {
  if (kind === 'employer-approved' || kind === 'employer-refused') return '/employer'
  return subject.startsWith(`${account}.`) ? `/application/${subject}` : `/cases/${subject}`
}
