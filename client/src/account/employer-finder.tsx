/** Finding an employer by name or credit code, and asking to join it. What joining opens is said before it is asked. */
import type { Employer } from '@yejibu/shared/account/org'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { createSignal, type JSX, Show } from 'solid-js'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import type { Api, ApiResult } from '../platform/api.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Card } from '../ui/card.tsx'
import { type EmployerAsking, refusalWords } from './employer-asking.ts'
import { EmployerSearch } from './employer-search.tsx'

export interface EmployerFinderProps {
  readonly api: Pick<Api, 'call'>
  readonly asking: EmployerAsking
  readonly account: AccountId
  readonly present: Employer | null
  readonly onSettled: (answer: ApiResult<true>, done: string) => Promise<boolean>
}

export function EmployerFinder(props: EmployerFinderProps): JSX.Element {
  const t = useText(employerWords)
  const [asked, setAsked] = createSignal(0)
  const [chosen, setChosen] = createSignal<Employer | null>(null)
  const ask = async ({ id, name }: Employer) => {
    const answer = await props.asking.ask('open-joining', { org: id, account: props.account })
    setChosen(null)
    if (await props.onSettled(answer, t('page.asked', { name }))) setAsked((times) => times + 1)
  }
  return (
    <Card title={t('page.joinTitle')}>
      <div class="stack">
        {/* Once she asked, what was found is done with. */}
        <Show when={asked() + 1} keyed>
          <EmployerSearch
            api={props.api}
            path="/api/employers"
            nothingFound={t('page.nothingFoundBody')}
            refusalText={(refusal) => {
              const words = refusalWords(refusal)
              return t(words.key, words.values)
            }}
            action={t('page.ask')}
            isOffered={({ id }) => id !== props.present?.id}
            onChoose={setChosen}
          />
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
