/** Requests of one's own and invitations of employers, each with what can be done about it. */
import type { JoiningView } from '@yejibu/shared/wire/membership'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { employerWords } from '../language/employer.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { ApiResult } from '../platform/api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import type { EmployerAsking } from './employer-asking.ts'
import { momentOf } from './employer-moment.ts'

export interface EmployerJoiningsProps {
  readonly joinings: readonly JoiningView[]
  readonly asking: EmployerAsking
  readonly onSettled: (answer: ApiResult<true>, done: string) => Promise<void>
}

export function EmployerJoinings(props: EmployerJoiningsProps): JSX.Element {
  const t = useText(employerWords)
  const { language } = useLanguage()
  const joinings = createKeptRows(
    () => props.joinings,
    ({ org, by }) => `${by} ${org}`,
  )
  const accept = async ({ org, account, orgName }: JoiningView) =>
    props.onSettled(await props.asking.ask('accept-joining', { org, account }), t('page.joined', { name: orgName }))
  const close = async ({ org, account, by, orgName }: JoiningView) => {
    const done = by === 'person' ? t('page.withdrawn') : t('page.notJoined', { name: orgName })
    await props.onSettled(await props.asking.ask('close-joining', { org, account, reason: null }), done)
  }
  const again = async ({ org, account, orgName }: JoiningView) =>
    props.onSettled(await props.asking.ask('open-joining', { org, account }), t('page.asked', { name: orgName }))
  return (
    <Card title={t('page.open')}>
      <ul class="employer-rows">
        <For each={joinings()}>
          {(joining) => (
            <li class="employer-row">
              <div class="stack stack--tight">
                <span class="row">
                  <strong>{joining.orgName}</strong>
                  <Switch>
                    <Match when={joining.declined !== null}>
                      <Badge tone="bad" mark="cross">
                        {t('page.declined')}
                      </Badge>
                    </Match>
                    <Match when={joining.by === 'person'}>
                      <Badge tone="info" mark="clock">
                        {t('page.waiting')}
                      </Badge>
                    </Match>
                    <Match when={joining.by === 'employer'}>
                      <Badge tone="warn" mark="dot">
                        {t('page.invited')}
                      </Badge>
                    </Match>
                  </Switch>
                  <span class="muted small">{momentOf(joining.at, language())}</span>
                </span>
                <Show when={joining.declined}>{(reason) => <p>{t('page.declinedWhy', { reason: reason() })}</p>}</Show>
              </div>
              <div class="row">
                <Switch>
                  <Match when={joining.declined !== null}>
                    <Button
                      size="small"
                      label={`${t('page.askAgain')} ${joining.orgName}`}
                      isBusy={props.asking.isBusy()}
                      onPress={() => void again(joining)}
                    >
                      {t('page.askAgain')}
                    </Button>
                  </Match>
                  <Match when={joining.by === 'person'}>
                    <Button size="small" isBusy={props.asking.isBusy()} onPress={() => void close(joining)}>
                      {t('page.withdraw')}
                    </Button>
                  </Match>
                  <Match when={joining.by === 'employer'}>
                    <Button size="small" isBusy={props.asking.isBusy()} onPress={() => void close(joining)}>
                      {t('page.decline')}
                    </Button>
                    <Button
                      size="small"
                      look="primary"
                      isBusy={props.asking.isBusy()}
                      onPress={() => void accept(joining)}
                    >
                      {t('page.accept')}
                    </Button>
                  </Match>
                </Switch>
              </div>
            </li>
          )}
        </For>
      </ul>
    </Card>
  )
}
