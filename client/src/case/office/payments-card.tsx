/** 缴费对账: what this office asked, received and gave back under a plan, as a sheet. */
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createSignal, type JSX, Show } from 'solid-js'
import { saveBlob } from '../../archive/transfer/save-blob.ts'
import { useText } from '../../language/language.tsx'
import { paymentWords } from '../../language/payment.ts'
import type { Api } from '../../platform/api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useToasts } from '../../ui/toasts.tsx'

export interface PaymentsCardProps {
  readonly office: OrgId
  readonly plan: Pick<Plan, 'id' | 'title'>
  readonly api: Pick<Api, 'bytes'>
}

export function PaymentsCard(props: PaymentsCardProps): JSX.Element {
  const t = useText(paymentWords)
  const toasts = useToasts()
  const [isMaking, setMaking] = createSignal(false)
  const [hasFailed, setFailed] = createSignal(false)
  const save = async () => {
    setMaking(true)
    const path = `/api/office/${props.office}/payments/${encodeURIComponent(props.plan.id)}`
    const found = await props.api.bytes(path, { patience: 60_000 })
    setMaking(false)
    setFailed(!found.ok)
    if (!found.ok) return
    saveBlob(new Blob([found.value.bytes], { type: found.value.type }), `${t('office.file')} ${props.plan.title}.csv`)
    toasts.show(t('office.done'))
  }
  return (
    <Card title={t('office.title')}>
      <div class="stack">
        <p class="muted">{t('office.about')}</p>
        <Show when={hasFailed()}>
          <Banner kind="error">{t('office.failed')}</Banner>
        </Show>
        <div>
          <Button isBusy={isMaking()} onPress={() => void save()}>
            {t('office.do')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
