/** Looking up employers by a part of the name or the whole credit code: the field, what was found, and one button beside each. */
import type { Employer } from '@yejibu/shared/account/org'
import { employersSchema } from '@yejibu/shared/wire/membership'
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import type { Api, ApiRefusal } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import './employer.css'

export interface EmployerSearchProps {
  readonly api: Pick<Api, 'call'>
  /** Answers `employersSchema` to `?q=`. */
  readonly path: string
  readonly label?: string | undefined
  /** What to do when nothing was found. */
  readonly nothingFound: string
  readonly refusalText: (refusal: ApiRefusal) => string
  /** What the button beside an employer does; the name follows for those who listen. */
  readonly action: string
  readonly isOffered: (employer: Employer) => boolean
  readonly onChoose: (employer: Employer) => void
  /** Why it is not offered, on a button that stays where it is; left out, there is no button then. */
  readonly already?: string | undefined
}

export function EmployerSearch(props: EmployerSearchProps): JSX.Element {
  const t = useText(employerWords)
  const [text, setText] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [found, setFound] = createSignal<{ readonly text: string; readonly employers: readonly Employer[] } | null>(
    null,
  )
  const [problem, setProblem] = createSignal<string | null>(null)
  const search = async () => {
    const asked = text().trim()
    if (asked === '' || isBusy()) return
    setBusy(true)
    const answer = await props.api.call('GET', `${props.path}?q=${encodeURIComponent(asked)}`, employersSchema)
    setBusy(false)
    setFound(answer.ok ? { text: asked, employers: answer.value.employers } : null)
    setProblem(answer.ok ? null : props.refusalText(answer.refusal))
  }
  return (
    <>
      <form
        class="employer-find"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void search()
        }}
      >
        <TextField
          label={props.label ?? t('page.find')}
          hint={t('page.findHint')}
          type="search"
          value={text()}
          onInput={setText}
        />
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
                <p class="muted">{props.nothingFound}</p>
              </div>
            </Match>
            <Match when={answer().employers.length > 0}>
              <ul class="employer-rows">
                <For each={answer().employers}>
                  {(employer) => (
                    <li class="employer-row">
                      <span>{employer.name}</span>
                      <Show when={props.isOffered(employer) || props.already}>
                        <Button
                          size="small"
                          label={`${props.action} ${employer.name}`}
                          whyNot={props.isOffered(employer) ? undefined : props.already}
                          onPress={() => props.onChoose(employer)}
                        >
                          {props.isOffered(employer) ? props.action : props.already}
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
    </>
  )
}
