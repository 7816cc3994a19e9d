/** Adding by user name: a clerk at once, a professional by invitation, because joining opens her archive and so needs her word. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import { personSchema } from '@yejibu/shared/wire/membership'
import { createSignal, type JSX, Show } from 'solid-js'
import type * as z from 'zod/mini'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import type { Api, ApiResult } from '../platform/api.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type EmployerAsking, refusalWords } from './employer-asking.ts'

export interface MembersAddProps {
  readonly org: OrgId
  readonly api: Pick<Api, 'call'>
  readonly asking: EmployerAsking
  readonly onSettled: (answer: ApiResult<true>, done: string) => Promise<boolean>
}

type Person = z.output<typeof personSchema>
type Place = 'clerk' | 'applicant'

export function MembersAdd(props: MembersAddProps): JSX.Element {
  const t = useText(employerWords)
  const [username, setUsername] = createSignal('')
  const [place, setPlace] = createSignal<Place>('clerk')
  const [problem, setProblem] = createSignal<string | undefined>(undefined)
  const [isBusy, setBusy] = createSignal(false)
  const [person, setPerson] = createSignal<Person | null>(null)
  const find = async () => {
    const name = username().trim()
    setProblem(name === '' ? t('members.usernameMissing') : undefined)
    if (name === '' || isBusy()) return
    setBusy(true)
    const path = `/api/orgs/${props.org}/person?username=${encodeURIComponent(name)}`
    const answer = await props.api.call('GET', path, personSchema)
    setBusy(false)
    if (answer.ok) setPerson(answer.value)
    else {
      const { key, values } = refusalWords(answer.refusal)
      setProblem(t(key, values))
    }
  }
  const add = async ({ account, name }: Person) => {
    const isClerk = place() === 'clerk'
    const answer = await props.asking.ask(isClerk ? 'add-clerk' : 'open-joining', { org: props.org, account })
    setPerson(null)
    const isDone = await props.onSettled(answer, t(isClerk ? 'members.clerkAdded' : 'members.inviteSent', { name }))
    if (isDone) setUsername('')
  }
  return (
    <Card title={t('members.add')}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void find()
        }}
      >
        <div class="form-grid">
          <TextField
            label={t('members.username')}
            hint={t('members.usernameHint')}
            value={username()}
            onInput={setUsername}
            error={problem()}
          />
          <ChoiceField
            label={t('members.as')}
            form="radio"
            isRequired
            value={place()}
            options={[
              { value: 'clerk', label: t('members.asClerk') },
              { value: 'applicant', label: t('members.asApplicant') },
            ]}
            onChoose={(value) => setPlace(value === 'applicant' ? 'applicant' : 'clerk')}
          />
        </div>
        <div class="row">
          <Button type="submit" isBusy={isBusy()}>
            {t('members.addDo')}
          </Button>
        </div>
      </form>
      <Show when={person()}>
        {(found) => (
          <AlertDialog
            isOpen
            title={t(place() === 'clerk' ? 'members.clerkTitle' : 'members.inviteTitle', { name: found().name })}
            body={t(place() === 'clerk' ? 'members.clerkBody' : 'members.inviteBody')}
            confirm={t('members.addDo')}
            isBusy={props.asking.isBusy()}
            onConfirm={() => void add(found())}
            onCancel={() => setPerson(null)}
          />
        )}
      </Show>
    </Card>
  )
}
