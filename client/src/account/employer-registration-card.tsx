/** One registration and its steps (domain §2.3): print, upload the sealed scan, wait for the judgement, bind. The step that is due is open. */
import { MAX_AUTHORISATION_BYTES, type RegistrationView } from '@yejibu/shared/wire/membership'
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import * as z from 'zod/mini'
import { employerWords } from '../language/employer.ts'
import { useText } from '../language/language.tsx'
import type { Api, ApiResult } from '../platform/api.ts'
import { typeOfFile } from '../platform/file-type.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import type { EmployerAsking } from './employer-asking.ts'
import { createEmployerDraft, EmployerFields } from './employer-form.tsx'

export interface RegistrationCardProps {
  readonly registration: RegistrationView
  readonly api: Pick<Api, 'call'>
  readonly asking: EmployerAsking
  readonly onSettled: (answer: ApiResult<true>, done: string) => Promise<void>
}

const uploadedSchema = z.object({ sha256: z.string() })

export function RegistrationCard(props: RegistrationCardProps): JSX.Element {
  const t = useText(employerWords)
  const [problem, setProblem] = createSignal<string | undefined>(undefined)
  const [isUploading, setUploading] = createSignal(false)
  const [isEditing, setEditing] = createSignal(false)
  const stage = () => props.registration.stage
  const org = () => props.registration.org
  const isDue = (due: RegistrationView['stage']) => (stage() === due ? 'step' : undefined)

  const upload = async (file: File | undefined) => {
    if (!file) return
    const isWhole = file.size > 0 && file.size <= MAX_AUTHORISATION_BYTES
    const bytes = isWhole ? await file.arrayBuffer() : null
    setProblem(file.size > MAX_AUTHORISATION_BYTES ? t('steps.tooLarge') : undefined)
    if (problem()) return
    if (!bytes || typeOfFile(bytes) !== 'application/pdf') {
      setProblem(t('steps.notPdf'))
      return
    }
    setUploading(true)
    const path = `/api/registrations/${org()}/authorisation`
    const put = await props.api.call('PUT', path, uploadedSchema, { bytes, patience: 120_000 })
    const answer = put.ok ? await props.asking.ask('send-authorisation', { org: org(), sha256: put.value.sha256 }) : put
    setUploading(false)
    await props.onSettled(answer, t('steps.sent'))
  }
  const bind = async () =>
    props.onSettled(
      await props.asking.ask('bind-employer', { org: org() }),
      t('steps.bound', { name: props.registration.particulars.name }),
    )
  return (
    <Card title={t('page.registrations')} aside={<StageBadge registration={props.registration} />}>
      <div class="stack">
        <dl class="facts">
          <dt>{t('form.name')}</dt>
          <dd>{props.registration.particulars.name}</dd>
          <dt>{t('form.creditCode')}</dt>
          <dd>{props.registration.particulars.creditCode}</dd>
        </dl>
        <Show when={stage() !== 'bound'}>
          <Show when={props.registration.reason}>
            {(reason) => (
              <Banner kind="warning" title={t('steps.refused', { reason: reason() })}>
                {t('steps.refusedDo')}
              </Banner>
            )}
          </Show>
          <ol class="employer-steps" aria-label={t('steps.label')}>
            <li class="employer-step" classList={{ 'employer-step--done': stage() !== 'registered' }}>
              <div>
                <strong>{t('steps.print')}</strong>
                <p class="muted">{t('steps.printBody')}</p>
                <Show when={stage() === 'registered'}>
                  <div class="row">
                    <LinkButton href={`/employer/${org()}/authorisation`}>{t('steps.printDo')}</LinkButton>
                    <Button look="quiet" isPressed={isEditing()} onPress={() => setEditing(!isEditing())}>
                      {t('steps.edit')}
                    </Button>
                  </div>
                </Show>
                <Show when={isEditing() && stage() === 'registered'}>
                  <Correction {...props} onDone={() => setEditing(false)} />
                </Show>
              </div>
            </li>
            <li
              class="employer-step"
              classList={{ 'employer-step--done': stage() !== 'registered' }}
              aria-current={isDue('registered')}
            >
              <div>
                <strong>{t('steps.upload')}</strong>
                <Show when={stage() === 'registered'}>
                  <p class="muted">{t('steps.uploadBody')}</p>
                  <FileDrop
                    label={t('steps.uploadDo')}
                    accept="application/pdf"
                    isSingle
                    isDisabled={isUploading()}
                    error={problem()}
                    onFiles={(files) => void upload(files[0])}
                  />
                </Show>
                <Show when={props.registration.sha256}>
                  <a href={`/api/registrations/${org()}/authorisation`} download="">
                    {t('steps.seeSent')}
                  </a>
                </Show>
              </div>
            </li>
            <li
              class="employer-step"
              classList={{ 'employer-step--done': stage() === 'active' }}
              aria-current={isDue('authorisation-pending')}
            >
              <div>
                <strong>{t('steps.judge')}</strong>
                <p class="muted">{t('steps.judgeBody')}</p>
              </div>
            </li>
            <li class="employer-step" aria-current={isDue('active')}>
              <div>
                <strong>{t('steps.bind')}</strong>
                <p class="muted">{t('steps.bindBody')}</p>
                <Show when={stage() === 'active'}>
                  <Button look="primary" isBusy={props.asking.isBusy()} onPress={() => void bind()}>
                    {t('steps.bindDo', { name: props.registration.particulars.name })}
                  </Button>
                </Show>
              </div>
            </li>
          </ol>
        </Show>
      </div>
    </Card>
  )
}

function Correction(props: RegistrationCardProps & { readonly onDone: () => void }): JSX.Element {
  const t = useText(employerWords)
  const form = createEmployerDraft(props.registration.particulars)
  const save = async () => {
    const particulars = form.take()
    if (!particulars) return
    const answer = await props.asking.ask('register-employer', { org: props.registration.org, particulars })
    await props.onSettled(answer, t('steps.edited'))
    if (answer.ok) props.onDone()
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <EmployerFields form={form} />
      <div class="row">
        <Button type="submit" look="primary" isBusy={props.asking.isBusy()}>
          {t('steps.editDo')}
        </Button>
        <Button look="quiet" onPress={() => props.onDone()}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

export function StageBadge(props: { readonly registration: Pick<RegistrationView, 'stage' | 'reason'> }): JSX.Element {
  const t = useText(employerWords)
  return (
    <Switch>
      <Match when={props.registration.stage === 'registered' && props.registration.reason !== null}>
        <Badge tone="bad" mark="returned">
          {t('stage.refused')}
        </Badge>
      </Match>
      <Match when={props.registration.stage === 'registered'}>
        <Badge tone="plain" mark="dot">
          {t('stage.registered')}
        </Badge>
      </Match>
      <Match when={props.registration.stage === 'authorisation-pending'}>
        <Badge tone="info" mark="clock">
          {t('stage.authorisation-pending')}
        </Badge>
      </Match>
      <Match when={props.registration.stage === 'active'}>
        <Badge tone="warn" mark="dot">
          {t('stage.active')}
        </Badge>
      </Match>
      <Match when={props.registration.stage === 'bound'}>
        <Badge tone="good" mark="check">
          {t('stage.bound')}
        </Badge>
      </Match>
    </Switch>
  )
}
