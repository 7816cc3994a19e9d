/** Opening an account for somebody: name and user name; the password is made by the relay. */
import { issuedSchema } from '@yejibu/shared/wire/membership'
import { createSignal, type JSX, Show } from 'solid-js'
import { refusalWords } from '../account/employer-asking.ts'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import { operationsWords } from '../language/operations.ts'
import type { Api } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Issued } from './shown-once.tsx'

export interface IssueAccountProps {
  readonly api: Pick<Api, 'call'>
  readonly onIssued: (issued: Issued) => void
}

export function IssueAccount(props: IssueAccountProps): JSX.Element {
  const t = useText(operationsWords)
  const say = useText(employerWords)
  const [name, setName] = createSignal('')
  const [username, setUsername] = createSignal('')
  const [wasTried, setTried] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<string | null>(null)
  const issue = async () => {
    setTried(true)
    if (name().trim() === '' || username().trim() === '' || isBusy()) return
    setBusy(true)
    const answer = await props.api.call('POST', '/api/operator/accounts', issuedSchema, {
      json: { name: name().trim(), username: username().trim() },
    })
    setBusy(false)
    if (!answer.ok) {
      const isForm = answer.refusal.kind === 'malformed'
      const { key, values } = refusalWords(answer.refusal)
      setProblem(isForm ? say('account.problems.username') : say(key, values))
      return
    }
    setProblem(null)
    setTried(false)
    setName('')
    setUsername('')
    props.onIssued(answer.value)
  }
  return (
    <Card title={t('accounts.issue')}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void issue()
        }}
      >
        <Show when={problem()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
        <div class="form-grid">
          <TextField
            label={t('accounts.name')}
            isRequired
            value={name()}
            onInput={setName}
            error={wasTried() && name().trim() === '' ? t('accounts.nameMissing') : undefined}
          />
          <TextField
            label={t('accounts.username')}
            hint={t('accounts.usernameHint')}
            isRequired
            value={username()}
            onInput={setUsername}
            error={wasTried() && username().trim() === '' ? t('accounts.usernameMissing') : undefined}
          />
        </div>
        <div class="row">
          <Button type="submit" look="primary" isBusy={isBusy()}>
            {t('accounts.issueDo')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
