/** The account that a person opens for herself: name, user name, password twice. */
import type { JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import { TextField } from '../ui/text-field.tsx'
import { passwordProblem } from './new-password.ts'

interface Draft {
  name: string
  username: string
  password: string
  repeat: string
  wasTried: boolean
}

export interface AccountDraft {
  readonly draft: Draft
  readonly set: (part: Partial<Draft>) => void
  /** What can be sent; marks what is wrong and gives null when nothing can. */
  take(): { readonly name: string; readonly username: string; readonly password: string } | null
}

const USERNAME = /^[\p{Script=Han}a-z0-9][\p{Script=Han}a-z0-9._-]{1,63}$/u

export function createAccountDraft(): AccountDraft {
  const [draft, setDraft] = createStore<Draft>({ name: '', username: '', password: '', repeat: '', wasTried: false })
  return {
    draft,
    set: setDraft,
    take() {
      setDraft({ wasTried: true })
      const { name, username, password } = draft
      return Object.values(problemsOf(draft)).includes(true) ? null : { name: name.trim(), username, password }
    },
  }
}

function problemsOf({ name, username, password, repeat }: Draft) {
  const problem = passwordProblem(password, repeat)
  return {
    name: name.trim() === '',
    username: !USERNAME.test(username),
    password: problem === 'short',
    repeat: problem === 'differs',
  }
}

export function AccountFields(props: { readonly form: AccountDraft }): JSX.Element {
  const t = useText(employerWords)
  const draft = () => props.form.draft
  const error = (field: 'name' | 'username' | 'password' | 'repeat') =>
    draft().wasTried && problemsOf(draft())[field] ? t(`account.problems.${field}`) : undefined
  return (
    <div class="form-grid">
      <TextField
        label={t('account.name')}
        hint={t('account.nameHint')}
        name="name"
        autocomplete="name"
        isRequired
        value={draft().name}
        onInput={(name) => props.form.set({ name })}
        error={error('name')}
      />
      <TextField
        label={t('account.username')}
        hint={t('account.usernameHint')}
        name="username"
        autocomplete="username"
        isRequired
        value={draft().username}
        onInput={(username) => props.form.set({ username })}
        error={error('username')}
      />
      <TextField
        label={t('account.password')}
        hint={t('account.passwordHint')}
        type="password"
        autocomplete="new-password"
        isRequired
        value={draft().password}
        onInput={(password) => props.form.set({ password })}
        error={error('password')}
      />
      <TextField
        label={t('account.repeat')}
        type="password"
        autocomplete="new-password"
        isRequired
        value={draft().repeat}
        onInput={(repeat) => props.form.set({ repeat })}
        error={error('repeat')}
      />
    </div>
  )
}
