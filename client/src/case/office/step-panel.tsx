/** The steps that are this person's now: the one that leads on with its fields in sight, the others behind a button; each is asked about once more. */
import { yuanOf } from '@yejibu/shared/case/fees'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { officeStepsWords } from '../../language/office-steps.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import type { OpenCase } from '../create-open-case.ts'
import { problemOf, type Values } from './office-fields.ts'
import { useOfficeRefusal, useWhyNot } from './office-refusal.ts'
import type { OfficeStep, StepCommand, StepKind } from './step.ts'
import { StepFields } from './step-fields.tsx'

export interface StepPanelProps {
  readonly steps: readonly OfficeStep[]
  readonly open: Pick<OpenCase, 'ask' | 'busy' | 'refusal' | 'dismiss' | 'kase'>
  readonly now: () => Date
  /** Told when something was done. */
  readonly onDone?: ((kind: StepKind) => void) | undefined
}

const DANGEROUS: readonly StepKind[] = ['reject-at-stage', 'uphold-objection', 'void-application', 'recuse']

export function StepPanel(props: StepPanelProps): JSX.Element {
  const t = useText(officeStepsWords)
  const refusalText = useOfficeRefusal()
  const whyNotText = useWhyNot()
  const toasts = useToasts()
  const [values, setValues] = createSignal<Readonly<Record<string, Values>>>({})
  const [tried, setTried] = createSignal<string | null>(null)
  const [asked, setAsked] = createSignal<string | null>(null)
  const [opened, setOpened] = createSignal<string | null>(null)
  const main = () => {
    const [first] = props.steps
    return first && !first.isAside && !DANGEROUS.includes(first.kind) ? first : undefined
  }
  const others = () => props.steps.filter(({ key }) => key !== main()?.key)
  const stepOf = (key: string | null) => props.steps.find((step) => step.key === key)
  const valuesOf = (key: string): Values => ({
    ...stepOf(key)?.initial,
    ...(Object.hasOwn(values(), key) ? values()[key] : {}),
  })
  const change = (key: string, name: string, value: string) =>
    setValues((all) => ({ ...all, [key]: { ...valuesOf(key), [name]: value } }))
  const isComplete = (step: OfficeStep) => step.fields.every((field) => problemOf(field, valuesOf(step.key)) === null)
  const bill = () => {
    const state = props.open.kase()?.state
    return state && 'bill' in state ? yuanOf(state.bill.fen) : ''
  }
  const take = async (step: OfficeStep) => {
    if (await send(props.open, step.command(valuesOf(step.key), props.now()))) {
      toasts.show(t(`step.${step.kind}.done`))
      setValues({})
      setOpened(null)
      props.onDone?.(step.kind)
    }
    setAsked(null)
    setTried(null)
  }
  const begin = (step: OfficeStep) => {
    setTried(step.key)
    if (isComplete(step)) setAsked(step.key)
  }
  const refused = () => {
    const refusal = props.open.refusal()
    return refusal ? refusalText(refusal) : undefined
  }
  return (
    <div class="stack">
      <Show when={opened() === null && refused()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
      <Show when={main()}>
        {(step) => (
          <div class="stack">
            <StepFields
              fields={step().fields}
              values={valuesOf(step().key)}
              onChange={(name, value) => change(step().key, name, value)}
              isAsked={tried() === step().key}
            />
            <Button
              look="primary"
              isBusy={props.open.busy() === step().kind}
              whyNot={whyNotOf(step(), whyNotText)}
              onPress={() => begin(step())}
            >
              {t(`step.${step().kind}.do`)}
            </Button>
            <Show when={whyNotOf(step(), whyNotText)}>{(why) => <p class="muted small">{why()}</p>}</Show>
          </div>
        )}
      </Show>
      <ul class="office-steps">
        {/* By their keys: the steps are found anew whenever the case is read again. */}
        <For each={others().map(({ key }) => key)}>
          {(key) => (
            <Show when={stepOf(key)}>
              {(step) => (
                <li>
                  <Button
                    look={DANGEROUS.includes(step().kind) ? 'danger' : 'secondary'}
                    whyNot={whyNotOf(step(), whyNotText)}
                    onPress={() => {
                      props.open.dismiss()
                      setTried(null)
                      setOpened(key)
                    }}
                  >
                    {step().isAside ? t('again') : t(`step.${step().kind}.do`)}
                  </Button>
                  <Show when={step().about}>{(about) => <span class="muted small">{about()}</span>}</Show>
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
      <AlertDialog
        isOpen={asked() !== null && opened() === null}
        title={titleOf(t, stepOf(asked()))}
        body={bodyOf(t, stepOf(asked()), bill())}
        confirm={doOf(t, stepOf(asked()))}
        isBusy={props.open.busy() !== null}
        onConfirm={() => {
          const step = stepOf(asked())
          if (step) void take(step)
        }}
        onCancel={() => setAsked(null)}
      />
      <Dialog
        isOpen={stepOf(opened()) !== undefined}
        title={titleOf(t, stepOf(opened()))}
        about={bodyOf(t, stepOf(opened()), bill())}
        onClose={() => setOpened(null)}
        actions={
          <Show when={stepOf(opened())}>
            {(step) => (
              <Button
                look={DANGEROUS.includes(step().kind) ? 'danger' : 'primary'}
                isBusy={props.open.busy() !== null}
                onPress={() => {
                  setTried(step().key)
                  if (isComplete(step())) void take(step())
                }}
              >
                {t(`step.${step().kind}.do`)}
              </Button>
            )}
          </Show>
        }
      >
        <Show when={refused()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
        <Show when={stepOf(opened())}>
          {(step) => (
            <StepFields
              fields={step().fields}
              values={valuesOf(step().key)}
              onChange={(name, value) => change(step().key, name, value)}
              isAsked={tried() === step().key}
            />
          )}
        </Show>
      </Dialog>
    </div>
  )
}

function send(open: Pick<OpenCase, 'ask'>, { kind, ...body }: StepCommand): Promise<boolean> {
  // Kind and body come from one command, and the wire's schema is its shape (`DriftedKind` is never).
  return open.ask(kind, body as Parameters<typeof open.ask>[1])
}

function whyNotOf(step: OfficeStep, said: ReturnType<typeof useWhyNot>): string | undefined {
  return step.whyNot ? said({ ...step.whyNot }) : undefined
}

type Words = ReturnType<typeof useText<(typeof officeStepsWords)['zh']>>

function titleOf(t: Words, step: OfficeStep | undefined): string {
  return step ? t(`step.${step.kind}.title`) : ''
}

function bodyOf(t: Words, step: OfficeStep | undefined, yuan: string): string {
  return step ? t(`step.${step.kind}.body`, { yuan }) : ''
}

function doOf(t: Words, step: OfficeStep | undefined): string {
  return step ? t(`step.${step.kind}.do`) : ''
}
