/** Forms one under the other: what each is for, whether it may be handed in, and the ways to see and keep it. */
import type { Text } from '@yejibu/shared/archive/label'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { saveBlob } from '../archive/transfer/save-blob.ts'
import { formsWords } from '../language/forms.ts'
import { useLanguage, useText } from '../language/language.tsx'
import type { Api } from '../platform/api.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { createKeptRows } from '../ui/kept-rows.ts'
import { FormPreview } from './form-preview.tsx'
import { type FormTrouble, troubleKey } from './form-trouble.ts'
import './forms.css'

export interface ListedForm {
  readonly key: string
  readonly title: Text
  readonly purpose: Text
  readonly state: 'final' | 'preview' | 'own'
  /** Beside the title, such as for how many people. */
  readonly note?: string
  /** Of the PDF. */
  readonly path: string
  /** Of the sheet, where there is one. */
  readonly sheetPath?: string
}

export interface FormListProps {
  readonly api: Pick<Api, 'bytes'>
  readonly forms: readonly ListedForm[]
}

export function FormList(props: FormListProps): JSX.Element {
  const t = useText(formsWords)
  const { say } = useLanguage()
  const forms = createKeptRows(
    () => props.forms,
    ({ key }) => key,
  )
  const [looking, setLooking] = createSignal<ListedForm | null>(null)
  const [busy, setBusy] = createSignal<string | null>(null)
  const [trouble, setTrouble] = createSignal<FormTrouble | null>(null)

  const save = async (path: string, name: string) => {
    setBusy(path)
    setTrouble(null)
    const found = await props.api.bytes(path, { patience: 60_000 })
    setBusy(null)
    if (!found.ok) setTrouble(troubleKey(found.refusal))
    else saveBlob(new Blob([found.value.bytes], { type: found.value.type }), name)
  }

  return (
    <>
      <Show when={trouble()}>{(key) => <Banner kind="warning">{t(`papers.trouble.${key()}`)}</Banner>}</Show>
      <ul class="forms" aria-label={t('papers.caption')}>
        <For each={forms()}>
          {(form) => (
            <li class="forms__row">
              <div class="forms__what">
                <p class="forms__title">
                  <strong>{say(form.title)}</strong>
                  <Show when={form.state !== 'final'}>
                    <Badge tone={form.state === 'preview' ? 'warn' : 'plain'}>{t(`papers.${form.state}`)}</Badge>
                  </Show>
                  <Show when={form.note}>{(note) => <span class="muted">{note()}</span>}</Show>
                </p>
                <p class="muted">{say(form.purpose)}</p>
              </div>
              <div class="row forms__actions">
                <Button
                  size="small"
                  label={t('papers.lookAt', { form: say(form.title) })}
                  onPress={() => setLooking(form)}
                >
                  {t('papers.look')}
                </Button>
                <Button
                  size="small"
                  label={t('papers.saveForm', { form: say(form.title) })}
                  isBusy={busy() === form.path}
                  onPress={() => void save(form.path, `${form.title.zh}.pdf`)}
                >
                  {t('papers.save')}
                </Button>
                <Show when={form.sheetPath}>
                  {(path) => (
                    <Button
                      size="small"
                      label={t('groups.sheetOf', { form: say(form.title) })}
                      isBusy={busy() === path()}
                      onPress={() => void save(path(), `${form.title.zh}.xlsx`)}
                    >
                      {t('groups.sheet')}
                    </Button>
                  )}
                </Show>
              </div>
            </li>
          )}
        </For>
      </ul>
      <Show when={looking()}>
        {(form) => (
          <FormPreview api={props.api} path={form().path} title={say(form().title)} onClose={() => setLooking(null)} />
        )}
      </Show>
    </>
  )
}
