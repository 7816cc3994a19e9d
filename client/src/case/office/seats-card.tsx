/** 办理机构: which office does which stage of the plan's chains, for which acceptance points; the committee's own office sets it, others read it. */

import type { Employer } from '@yejibu/shared/account/org'
import { stopKind } from '@yejibu/shared/case/chain'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { StageCode } from '@yejibu/shared/plan/stage-code'
import { createSignal, type JSX, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Table } from '../../ui/table.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import { createSetting } from './create-setting.ts'
import type { FeesCardProps } from './fees-card.tsx'
import { useOfficeRefusal } from './office-refusal.ts'
import { EmployerChips, SeatEmployers } from './seat-employers.tsx'
import { keyOfSeat, type SeatRow, withoutEmployer, withoutSeat, withSeat } from './seat-rows.ts'
import { useStageNames } from './stage-name.ts'

/** Reviews need an office of their own; everything else falls to the committee's. */
export function reviewsWithout(plan: Pick<Plan, 'chains'>, seats: readonly Pick<SeatRow, 'stage'>[]): StageCode[] {
  const stages = [...new Set(plan.chains.flatMap((chain) => chain.stages))]
  return stages.filter((stage) => stopKind(stage) === 'review' && seats.every((seat) => seat.stage !== stage))
}

export function SeatsCard(props: FeesCardProps): JSX.Element {
  const t = useText(officeCasesWords)
  const { api } = useWorkplace()
  const toasts = useToasts()
  const stageName = useStageNames()
  const refusalText = useOfficeRefusal()
  const setting = createSetting(api, 'set-seats')
  const [seats, setSeats] = createSignal<readonly SeatRow[]>(props.settings.seats)
  const [stage, setStage] = createSignal('')
  const [office, setOffice] = createSignal('')
  const [point, setPoint] = createSignal('')
  const isOurs = () => props.plan.committee.orgId === props.office
  const stages = () =>
    [...new Set(props.plan.chains.flatMap((chain) => chain.stages))].filter((one) => stopKind(one) !== 'employer')
  const [employers, setEmployers] = createSignal<readonly Employer[]>([])
  /** Found since the page was opened. */
  const [met, setMet] = createSignal<readonly Employer[]>([])
  const orgName = (id: string) =>
    [...props.settings.offices, ...props.settings.employers, ...met()].find((org) => org.id === id)?.name ?? id
  const named = (ids: readonly OrgId[]) => ids.map((id) => ({ id, name: orgName(id) }))
  const pointName = (code: string) => props.plan.acceptancePoints.find((one) => one.code === code)?.name ?? code
  const missing = () => reviewsWithout(props.plan, seats())
  const add = () => {
    const chosen = stages().find((one) => one === stage())
    const org = props.settings.offices.find(({ id }) => id === office())?.id
    if (!chosen || !org) return
    const acceptancePoints = point() === '' ? null : [point()]
    const forThese = employers().length === 0 ? null : employers().map(({ id }) => id)
    setMet((all) => [...all, ...employers()])
    setSeats((all) => withSeat(all, { stage: chosen, org, acceptancePoints, employers: forThese }))
    setOffice('')
    setPoint('')
    setEmployers([])
  }
  const save = async () => {
    const body = { org: props.office, plan: props.plan.id, seats: [...seats()] }
    if (await setting.save(body)) {
      toasts.show(t('settings.saved'))
      props.onSaved()
    }
  }
  return (
    <Card title={t('settings.seats')}>
      <div class="stack">
        <p class="muted">{t(isOurs() ? 'settings.seatsAbout' : 'settings.seatsNotYours')}</p>
        <Show when={setting.refusal()}>{(refusal) => <Banner kind="error">{refusalText(refusal())}</Banner>}</Show>
        <Show when={missing().length > 0}>
          <Banner kind="warning" isQuiet>
            {t('settings.missing', { stages: missing().map(stageName).join('、') })}
          </Banner>
        </Show>
        <Show when={seats().length > 0} fallback={<p>{t('settings.noSeats')}</p>}>
          <Table
            caption={t('settings.caption')}
            columns={[
              { key: 'stage', label: t('settings.stage'), cell: (seat: SeatRow) => stageName(seat.stage) },
              { key: 'office', label: t('settings.office'), cell: (seat) => orgName(seat.org) },
              {
                key: 'points',
                label: t('settings.points'),
                cell: (seat) => seat.acceptancePoints?.map(pointName).join('、') ?? t('settings.allPoints'),
              },
              {
                key: 'employers',
                label: t('settings.employers'),
                cell: (seat) => (
                  <Show when={seat.employers} fallback={t('settings.allEmployers')}>
                    {(ids) => (
                      <EmployerChips
                        label={`${t('settings.employers')} ${stageName(seat.stage)} ${orgName(seat.org)}`}
                        employers={named(ids())}
                        onRemove={isOurs() ? (id) => setSeats((all) => withoutEmployer(all, seat, id)) : undefined}
                      />
                    )}
                  </Show>
                ),
              },
              {
                key: 'remove',
                label: t('settings.remove'),
                cell: (seat) => (
                  <Show when={isOurs()} fallback="—">
                    <Button
                      size="small"
                      look="quiet"
                      label={`${t('settings.remove')} ${stageName(seat.stage)} ${orgName(seat.org)}`}
                      onPress={() => setSeats((all) => withoutSeat(all, seat))}
                    >
                      {t('settings.remove')}
                    </Button>
                  </Show>
                ),
              },
            ]}
            rows={seats()}
            rowKey={keyOfSeat}
          />
        </Show>
        <Show when={isOurs()}>
          <h3>{t('settings.addTitle')}</h3>
          <div class="office-seat">
            <ChoiceField
              label={t('settings.stage')}
              form="select"
              options={[
                { value: '', label: t('settings.choose') },
                ...stages().map((one) => ({ value: one, label: stageName(one) })),
              ]}
              value={stage()}
              onChoose={setStage}
            />
            <ChoiceField
              label={t('settings.office')}
              form="select"
              options={[
                { value: '', label: t('settings.choose') },
                ...props.settings.offices.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={office()}
              onChoose={setOffice}
            />
            <Show when={props.plan.acceptancePoints.length > 0}>
              <ChoiceField
                label={t('settings.points')}
                form="select"
                options={[
                  { value: '', label: t('settings.allPoints') },
                  ...props.plan.acceptancePoints.map(({ code, name }) => ({ value: code, label: name })),
                ]}
                value={point()}
                onChoose={setPoint}
              />
            </Show>
          </div>
          <SeatEmployers office={props.office} chosen={employers()} onChange={setEmployers} />
          <div>
            <Button isDisabled={stage() === '' || office() === ''} onPress={add}>
              {t('settings.add')}
            </Button>
          </div>
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
