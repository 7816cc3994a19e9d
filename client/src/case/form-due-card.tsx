/** 待导出报送评审表: the evaluation form, and that it was exported, in one step. */
import type { Case } from '@yejibu/shared/case/case-state'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import { createSignal, type JSX, Show } from 'solid-js'
import { saveBlob } from '../archive/transfer/save-blob.ts'
import { courseWords } from '../language/course.ts'
import { useText } from '../language/language.tsx'
import type { Api } from '../platform/api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useToasts } from '../ui/toasts.tsx'
import type { OwnSteps } from './create-own-step.ts'

export interface FormDueCardProps {
  readonly kase: Case
  readonly application: ApplicationId
  readonly api: Pick<Api, 'bytes'>
  readonly steps: OwnSteps
}

export function FormDueCard(props: FormDueCardProps): JSX.Element {
  const t = useText(courseWords)
  const toasts = useToasts()
  const [hasFailed, setFailed] = createSignal(false)
  const [isMaking, setMaking] = createSignal(false)
  const due = () => {
    const { state } = props.kase
    return state.kind === 'form-due' ? state : null
  }
  const save = async () => {
    setMaking(true)
    setFailed(false)
    const path = `/api/forms/application/${encodeURIComponent(props.application)}/evaluation.pdf`
    const found = await props.api.bytes(path, { patience: 60_000 })
    setMaking(false)
    if (!found.ok) {
      setFailed(true)
      return
    }
    saveBlob(new Blob([found.value.bytes], { type: found.value.type }), '评审表.pdf')
    const { filed } = props.kase
    const isFirst = due()?.isExported === false
    if (!isFirst || !filed || (await props.steps.ask('export-form', { digest: filed.digest })))
      toasts.show(t('form.done'))
  }
  return (
    <Show when={due()}>
      {(state) => (
        <Card title={t('form.title')}>
          <div class="stack">
            <Show when={hasFailed()}>
              <Banner kind="error">{t('form.failed')}</Banner>
            </Show>
            <p>{t('form.body')}</p>
            <Show when={state().isExported}>
              <p class="muted">{t('form.again')}</p>
            </Show>
            <div class="row no-print">
              <Button
                look="primary"
                isBusy={isMaking() || props.steps.busy() === 'export-form'}
                onPress={() => void save()}
              >
                {t('form.export')}
              </Button>
            </div>
          </div>
        </Card>
      )}
    </Show>
  )
}
