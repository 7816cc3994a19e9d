/** 收费设定: for each fee of the plan as the plan says, an amount of this office's own, or none (不收费); with the sum per person. */
import { type FeeSetting, type Fen, fenOf, yuanOf } from '@yejibu/shared/case/fees'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { OfficeSettings } from '@yejibu/shared/wire/office-desk'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { officeStepsWords } from '../../language/office-steps.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import { createSetting } from './create-setting.ts'
import { useOfficeRefusal } from './office-refusal.ts'

export interface FeesCardProps {
  readonly office: OrgId
  readonly plan: Plan
  readonly settings: OfficeSettings
  readonly onSaved: () => void
}

export type How = 'plan' | 'amount' | 'free'
export interface FeeChoice {
  readonly how: How
  /** As typed, in yuan. */
  readonly yuan: string
}

export function choiceOf(code: string, setting: FeeSetting): FeeChoice {
  const fen = Object.hasOwn(setting, code) ? setting[code] : undefined
  if (fen === undefined) return { how: 'plan', yuan: '' }
  return fen === 0 ? { how: 'free', yuan: '' } : { how: 'amount', yuan: yuanOf(fen) }
}

/** What a fee comes to; null while nobody has said an amount. */
export function feeOf(fee: Plan['fees'][number], { how, yuan }: FeeChoice): Fen | null {
  if (how === 'free') return 0
  return how === 'amount' ? fenOf(yuan.trim()) : fee.amount === null ? null : fenOf(fee.amount)
}

export function FeesCard(props: FeesCardProps): JSX.Element {
  const t = useText(officeCasesWords)
  const s = useText(officeStepsWords)
  const { api } = useWorkplace()
  const toasts = useToasts()
  const refusalText = useOfficeRefusal()
  const setting = createSetting(api, 'set-fees')
  const [choices, setChoices] = createSignal<Readonly<Record<string, FeeChoice>>>(
    Object.fromEntries(props.plan.fees.map(({ code }) => [code, choiceOf(code, props.settings.fees)])),
  )
  const choice = (code: string): FeeChoice => choices()[code] ?? { how: 'plan', yuan: '' }
  const change = (code: string, next: Partial<FeeChoice>) =>
    setChoices((all) => ({ ...all, [code]: { ...choice(code), ...next } }))
  const isWrong = (fee: Plan['fees'][number]) =>
    choice(fee.code).how === 'amount' && feeOf(fee, choice(fee.code)) === null
  const [isAsked, setAsked] = createSignal(false)
  const total = () =>
    props.plan.fees.reduce<Fen | null>((sum, fee) => {
      const fen = feeOf(fee, choice(fee.code))
      return sum === null || fen === null ? null : sum + fen
    }, 0)
  const save = async () => {
    setAsked(true)
    if (props.plan.fees.some(isWrong)) return
    const fees = Object.fromEntries(
      props.plan.fees.flatMap((fee) => {
        const fen = feeOf(fee, choice(fee.code))
        return choice(fee.code).how === 'plan' || fen === null ? [] : [[fee.code, fen] as const]
      }),
    )
    if (await setting.save({ org: props.office, plan: props.plan.id, fees })) {
      toasts.show(t('settings.saved'))
      props.onSaved()
    }
  }
  return (
    <Card title={t('settings.fees')}>
      <div class="stack">
        <p class="muted">{t('settings.feesAbout')}</p>
        <Show when={setting.refusal()}>{(refusal) => <Banner kind="error">{refusalText(refusal())}</Banner>}</Show>
        <Show when={props.plan.fees.length > 0} fallback={<p>{t('settings.noFees')}</p>}>
          <For each={props.plan.fees}>
            {(fee) => (
              <div class="office-seat">
                <ChoiceField
                  label={t('settings.howLabel', { name: fee.name })}
                  hint={fee.amount === null ? t('settings.notStated') : t('settings.byPlan', { yuan: fee.amount })}
                  form="radio"
                  isKept
                  options={(['plan', 'amount', 'free'] as const).map((how) => ({
                    value: how,
                    label: t(`settings.how.${how}`),
                  }))}
                  value={choice(fee.code).how}
                  onChoose={(how) => change(fee.code, { how: how === 'amount' || how === 'free' ? how : 'plan' })}
                />
                <Show when={choice(fee.code).how === 'amount'}>
                  <TextField
                    label={t('settings.amount', { name: fee.name })}
                    inputMode="decimal"
                    isRequired
                    value={choice(fee.code).yuan}
                    onInput={(yuan) => change(fee.code, { yuan })}
                    error={isAsked() && isWrong(fee) ? s('refused.not-an-amount') : undefined}
                  />
                </Show>
              </div>
            )}
          </For>
          <p role="status">
            {total() === null ? t('settings.totalUnknown') : t('settings.total', { yuan: yuanOf(total() ?? 0) })}
          </p>
          <div>
            <Button look="primary" isBusy={setting.isBusy()} onPress={() => void save()}>
              {t('settings.save')}
            </Button>
          </div>
        </Show>
      </div>
    </Card>
  )
}
