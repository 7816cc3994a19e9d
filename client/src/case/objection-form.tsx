/** An objection to a public notice, by name or anonymously, about one entry or the whole; asked once more, then answered with the address of its outcome. */

import { createSignal, type JSX, Show } from 'solid-js'
import * as z from 'zod/mini'
import { useText } from '../language/language.tsx'
import { publicNoticeWords } from '../language/public-notice.ts'
import type { Api, ApiRefusal } from '../platform/api.ts'
import { newId } from '../platform/new-id.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { ProseField } from '../ui/prose-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToasts } from '../ui/toasts.tsx'

export interface ObjectionFormProps {
  readonly api: Pick<Api, 'call'>
  readonly code: string
  readonly entries: readonly { readonly title: string }[]
}

const REFUSALS = ['reason-required', 'not-found', 'no-such-line', 'too-many-requests', 'unreachable'] as const
const WHOLE = 'whole'
const recordedSchema = z.object({ isRecorded: z.literal(true) })

export function ObjectionForm(props: ObjectionFormProps): JSX.Element {
  const t = useText(publicNoticeWords)
  const toasts = useToasts()
  const [entry, setEntry] = createSignal(WHOLE)
  const [isNamed, setNamed] = createSignal(true)
  const [name, setName] = createSignal('')
  const [contact, setContact] = createSignal('')
  const [text, setText] = createSignal('')
  const [wasTried, setTried] = createSignal(false)
  const [isAsked, setAsked] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<ApiRefusal | null>(null)
  const [receipt, setReceipt] = createSignal<string | null>(null)
  /** Of what is being sent: the same until it was answered, so that it is recorded once. */
  let id = newId<'command'>()
  let sent = ''

  const lacksName = () => isNamed() && [...name().trim()].length < 2
  const lacksText = () => {
    const { length } = [...text().trim()]
    return length < 2 || length > 500
  }
  const refused = () => {
    const kind = refusal()?.kind
    return kind === undefined ? null : t(`object.refused.${REFUSALS.find((one) => one === kind) ?? 'other'}`)
  }
  const ask = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!lacksName() && !lacksText()) setAsked(true)
  }
  const send = async () => {
    setBusy(true)
    setRefusal(null)
    const how = contact().trim()
    const objector = isNamed() ? { name: name().trim(), ...(how === '' ? {} : { contact: how }) } : 'anonymous'
    const content = { objector, entry: entry() === WHOLE ? null : Number(entry()), text: text().trim() }
    // What was changed after a lost answer is another objection.
    if (sent !== '' && sent !== JSON.stringify(content)) id = newId<'command'>()
    sent = JSON.stringify(content)
    const path = `/api/public/notices/${encodeURIComponent(props.code)}/objections`
    const answer = await props.api.call('POST', path, recordedSchema, { json: { id, ...content } })
    setBusy(false)
    setAsked(false)
    if (answer.ok) setReceipt(id)
    else setRefusal(answer.refusal)
  }
  const again = () => {
    id = newId<'command'>()
    sent = ''
    setReceipt(null)
    setText('')
    setTried(false)
  }
  const path = () => `/notice/${encodeURIComponent(props.code)}/objection/${receipt() ?? ''}`
  const copy = () =>
    navigator.clipboard.writeText(`${location.origin}${path()}`).then(
      () => toasts.show(t('receipt.copied')),
      // Where the browser refuses, the address stands there to be marked by hand.
      () => undefined,
    )
  return (
    <Show
      when={receipt() === null}
      fallback={
        <Card title={t('receipt.title')}>
          <div class="stack">
            <Banner kind="success">{t('receipt.body')}</Banner>
            <dl class="facts">
              <dt>{t('receipt.address')}</dt>
              <dd class="course__address">{`${location.origin}${path()}`}</dd>
            </dl>
            <div class="row">
              <Button onPress={() => void copy()}>{t('receipt.copy')}</Button>
              <LinkButton href={path()}>{t('receipt.open')}</LinkButton>
              <Button look="quiet" onPress={again}>
                {t('receipt.another')}
              </Button>
            </div>
          </div>
        </Card>
      }
    >
      <Card title={t('object.title')}>
        <form class="stack" onSubmit={ask} noValidate>
          <p class="muted">{t('object.about')}</p>
          <ChoiceField
            label={t('object.entry')}
            form="select"
            options={[
              { value: WHOLE, label: t('object.whole') },
              ...props.entries.map(({ title }, n) => ({
                value: String(n),
                label: t('object.nth', { n: n + 1, title }),
              })),
            ]}
            value={entry()}
            onChoose={(value) => setEntry(value === '' ? WHOLE : value)}
          />
          <ChoiceField
            label={t('object.how')}
            form="radio"
            isRequired
            options={[
              { value: 'named', label: t('object.named') },
              { value: 'anonymous', label: t('object.anonymous') },
            ]}
            value={isNamed() ? 'named' : 'anonymous'}
            onChoose={(value) => setNamed(value === 'named')}
          />
          <Show when={isNamed()}>
            <TextField
              label={t('object.name')}
              value={name()}
              onInput={setName}
              isRequired
              error={wasTried() && lacksName() ? t('object.needsName') : undefined}
            />
            <TextField
              label={t('object.contact')}
              hint={t('object.contactHint')}
              value={contact()}
              onInput={setContact}
            />
          </Show>
          <ProseField
            label={t('object.text')}
            hint={t('object.textHint')}
            value={text()}
            onInput={setText}
            maxChars={500}
            rows={5}
            isRequired
            error={wasTried() && lacksText() ? t('object.needsText') : undefined}
          />
          <Show when={refused()}>{(words) => <Banner kind="error">{words()}</Banner>}</Show>
          <div class="row">
            <Button type="submit" look="primary" isBusy={isBusy()}>
              {t('object.submit')}
            </Button>
          </div>
        </form>
        <AlertDialog
          isOpen={isAsked()}
          title={t('object.askTitle')}
          body={t('object.ask')}
          confirm={t('object.yes')}
          isBusy={isBusy()}
          onConfirm={() => void send()}
          onCancel={() => setAsked(false)}
        />
      </Card>
    </Show>
  )
}
