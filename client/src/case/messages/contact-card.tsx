/** The e-mail address to which messages go as well. */
import { messageContactSchema } from '@yejibu/shared/wire/messages'
import { createResource, createSignal, type JSX, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { messagesWords } from '../../language/messages.ts'
import type { Api } from '../../platform/api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toasts.tsx'

const PATH = '/api/messages/contact'

export function ContactCard(props: { readonly api: Pick<Api, 'call'> }): JSX.Element {
  const t = useText(messagesWords)
  const toasts = useToasts()
  const [known] = createResource(() => props.api.call('GET', PATH, messageContactSchema))
  const [typed, setTyped] = createSignal<string | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<'wrong' | 'failed' | null>(null)
  const value = () => {
    const said = known.state === 'ready' ? known() : undefined
    return typed() ?? (said?.ok ? (said.value.email ?? '') : '')
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    const email = value().normalize('NFKC').trim()
    const body = messageContactSchema.safeParse({ email: email === '' ? null : email })
    if (!body.success) {
      setTrouble('wrong')
      return
    }
    setBusy(true)
    setTrouble(null)
    const answer = await props.api.call('PUT', PATH, messageContactSchema, { json: body.data })
    setBusy(false)
    if (answer.ok) toasts.show(t(answer.value.email === null ? 'contact.cleared' : 'contact.saved'))
    else setTrouble('failed')
  }
  return (
    <Card title={t('contact.title')}>
      <form class="stack" onSubmit={(event) => void save(event)} noValidate>
        <p class="muted">{t('contact.about')}</p>
        <TextField
          label={t('contact.email')}
          hint={t('contact.emailHint')}
          type="email"
          autocomplete="email"
          value={value()}
          onInput={setTyped}
          error={trouble() === 'wrong' ? t('contact.wrong') : undefined}
        />
        <Show when={trouble() === 'failed'}>
          <Banner kind="error">{t('contact.failed')}</Banner>
        </Show>
        <div class="row">
          <Button type="submit" isBusy={isBusy()}>
            {t('contact.save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
