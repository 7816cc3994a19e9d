/** What an employer says of itself, field by field. A credit code whose check differs is asked about once and then let through (V-ORG-1). */
import { judgeCreditCode } from '@yejibu/shared/account/credit-code'
import {
  EMPLOYER_NATURES,
  type EmployerParticulars,
  PARTICULAR_CHARS,
  wrongParticulars,
} from '@yejibu/shared/account/employer-registration'
import { type JSX, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { TextField } from '../ui/text-field.tsx'

type Line = Exclude<keyof EmployerParticulars, 'nature'>

interface Draft extends Record<Line, string> {
  nature: string
  isCodeConfirmed: boolean
  wasTried: boolean
}

export interface EmployerDraft {
  readonly draft: Draft
  readonly set: <Key extends keyof Draft>(key: Key, value: Draft[Key]) => void
  /** The particulars when they can be sent; marks what is wrong when they cannot. */
  take(): EmployerParticulars | null
}

const EMPTY: Draft = {
  name: '',
  creditCode: '',
  nature: '',
  region: '',
  department: '',
  contact: '',
  phone: '',
  isCodeConfirmed: false,
  wasTried: false,
}

export function createEmployerDraft(start?: EmployerParticulars): EmployerDraft {
  const [draft, setDraft] = createStore<Draft>({ ...EMPTY, ...start })
  return {
    draft,
    set: (key, value) => setDraft({ [key]: value }),
    take() {
      setDraft({ wasTried: true })
      const particulars = particularsOf(draft)
      if (!particulars || wrongParticulars(particulars).length > 0) return null
      if (isDoubtful(particulars.creditCode) && !draft.isCodeConfirmed) return null
      return particulars
    },
  }
}

function particularsOf(draft: Draft): EmployerParticulars | null {
  const nature = EMPLOYER_NATURES.find((known) => known === draft.nature)
  if (!nature) return null
  const { name, region, department, contact, phone } = draft
  return { name, creditCode: codeOf(draft.creditCode), nature, region, department, contact, phone }
}

/** Full-width letters and small ones are brought to one form; spaces between groups are left out. */
function codeOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

function isDoubtful(creditCode: string): boolean {
  return judgeCreditCode(creditCode) === 'check-differs'
}

export function EmployerFields(props: { readonly form: EmployerDraft }): JSX.Element {
  const t = useText(employerWords)
  const draft = () => props.form.draft
  const problem = (key: Line): string | undefined => {
    if (!draft().wasTried) return undefined
    const nature = EMPLOYER_NATURES[0]
    const particulars = particularsOf({ ...draft(), nature: draft().nature || nature })
    return particulars && wrongParticulars(particulars).includes(key) ? t(`form.problems.${key}`) : undefined
  }
  const line = (key: Line, hint?: string) => (
    <TextField
      label={t(`form.${key}`)}
      hint={hint}
      isRequired
      value={draft()[key]}
      onInput={(value) => props.form.set(key, value)}
      onBlur={key === 'creditCode' ? () => props.form.set(key, codeOf(draft().creditCode)) : undefined}
      maxChars={PARTICULAR_CHARS.max}
      error={problem(key)}
    />
  )
  return (
    <div class="form-grid">
      <div class="form-grid__whole">{line('name', t('form.nameHint'))}</div>
      {line('creditCode', t('form.creditCodeHint'))}
      <ChoiceField
        label={t('form.nature')}
        form="select"
        isRequired
        value={draft().nature}
        options={EMPLOYER_NATURES.map((value) => ({ value, label: t(`nature.${value}`) }))}
        onChoose={(value) => props.form.set('nature', value)}
        error={draft().wasTried && draft().nature === '' ? t('form.problems.nature') : undefined}
      />
      <Show when={isDoubtful(codeOf(draft().creditCode))}>
        <div class="form-grid__whole stack stack--tight">
          <Banner kind="warning">{t('form.checkDiffers')}</Banner>
          <Checkbox
            label={t('form.checkConfirm')}
            isChecked={draft().isCodeConfirmed}
            onChange={(isChecked) => props.form.set('isCodeConfirmed', isChecked)}
            error={draft().wasTried && !draft().isCodeConfirmed ? t('form.checkUnconfirmed') : undefined}
          />
        </div>
      </Show>
      {line('region', t('form.regionHint'))}
      {line('department', t('form.departmentHint'))}
      {line('contact')}
      {line('phone')}
    </div>
  )
}
