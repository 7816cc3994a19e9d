/** Finding an employer by name or credit code, and asking to join it. What joining opens is said before it is asked. */
import type { Employer } from '@yejibu/shared/account/org'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { employersSchema } from '@yejibu/shared/wire/membership'
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import type { Api, ApiResult } from '../platform/api.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type EmployerAsking, refusalWords } from './employer-asking.ts'

export interface EmployerFinderProps {
  readonly api: Pick<Api, 'call'>
  readonly asking: EmployerAsking
  readonly account: AccountId
  readonly present: Employer | null
  readonly onSettled: (answer: ApiResult<true>, done: string) => Promise<boolean>
}

export function EmployerFinder(props: EmployerFinderProps): JSX.Element {
  const t = useText(employerWords)
  const [text, setText] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [found, setFound] = createSignal<{ readonly text: string; readonly employers: readonly Employer[] } | null>(
    null,
  )
  const [problem, setProblem] = createSignal<string | null>(null)
  const [chosen, setChosen] = createSignal<Employer | null>(null)
  const search = async () => {
    const asked = text().trim()
    if (asked === '' || isBusy()) return
    setBusy(true)
    const answer = await props.api.call('GET', `/api/employers?q=${encodeURIComponent(asked)}`, employersSchema)
    setBusy(false)
    setFound(answer.ok ? { text: asked, employers: answer.value.employers } : null)
    const words = answer.ok ? null : refusalWords(answer.refusal)
    setProblem(words && t(words.key, words.values))
  }
  const ask = async ({ id, name }: Employer) => {
    const answer = await props.asking.ask('open-joining', { org: id, account: props.account })
    setChosen(null)
    if (await props.onSettled(answer, t('page.asked', { name }))) setFound(null)
  }
  return (
    <Card title={t('page.joinTitle')}>
      <div class="stack">
        <form
          class="employer-find"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void search()
          }}
        >
          <TextField label={t('page.find')} hint={t('page.findHint')} type="search" value={text()} onInput={setText} />
          <Button type="submit" isBusy={isBusy()}>
            {t('page.search')}
          </Button>
        </form>
        <Show when={problem()}>{(said) => <Banner kind="warning">{said()}</Banner>}</Show>
        <Show when={found()}>
          {(answer) => (
            <Switch>
              <Match when={answer().employers.length === 0}>
                <div role="status" class="stack stack--tight">
                  <strong>{t('page.nothingFound', { text: answer().text })}</strong>
                  <p class="muted">{t('page.nothingFoundBody')}</p>
                </div>
              </Match>
              <Match when={answer().employers.length > 0}>
                <ul class="employer-rows">
                  <For each={answer().employers}>
                    {(employer) => (
                      <li class="employer-row">
                        <span>{employer.name}</span>
                        <Show when={employer.id !== props.present?.id}>
                          <Button
                            size="small"
                            label={`${t('page.ask')} ${employer.name}`}
                            onPress={() => setChosen(employer)}
                          >
                            {t('page.ask')}
                          </Button>
                        </Show>
                      </li>
                    )}
                  </For>
                </ul>
              </Match>
            </Switch>
          )}
        </Show>
      </div>
      <AlertDialog
        isOpen={chosen() !== null}
        title={t('page.askTitle', { name: chosen()?.name ?? '' })}
        body={props.present ? t('page.askMoves', { old: props.present.name }) : t('page.askBody')}
        confirm={t('page.ask')}
        isBusy={props.asking.isBusy()}
        onConfirm={() => {
          const employer = chosen()
          if (employer) void ask(employer)
        }}
        onCancel={() => setChosen(null)}
      />
    </Card>
  )
}
