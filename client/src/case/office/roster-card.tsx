/** The roster (花名册) of a meeting before it is made: the order of V-ROSTER-SORT as it will be, the remark of each, the meeting's seats and its panel. */
import type { Meeting } from '@yejibu/shared/case/meeting'
import { SPECIAL } from '@yejibu/shared/case/roster'
import type { OrgId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import type { CaseRow } from '@yejibu/shared/wire/cases'
import { type FoundPerson, foundPersonSchema } from '@yejibu/shared/wire/office-desk'
import { createMemo, createSignal, For, type JSX } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { officeStepsWords } from '../../language/office-steps.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useOfficeRefusal } from './office-refusal.ts'
import { type Remarks, type RosterPlace, rosterOf, specialOf } from './roster-draft.ts'

export interface RosterCardProps {
  readonly org: OrgId
  readonly plan: Plan
  readonly rows: readonly CaseRow[]
  readonly isBusy: boolean
  readonly onAsk: (places: readonly RosterPlace[], meeting: Meeting) => Promise<void>
}

export function RosterCard(props: RosterCardProps): JSX.Element {
  const t = useText(officeCasesWords)
  const s = useText(officeStepsWords)
  const { api } = useWorkplace()
  const refusalText = useOfficeRefusal()
  const [remarks, setRemarks] = createSignal<Remarks>({})
  const [name, setName] = createSignal('')
  const [seats, setSeats] = createSignal('')
  const [panel, setPanel] = createSignal<readonly FoundPerson[]>([])
  const [username, setUsername] = createSignal('')
  const [lookUp, setLookUp] = createSignal<string | undefined>()
  const [isTried, setTried] = createSignal(false)
  const [isAsked, setAsked] = createSignal(false)
  const places = createMemo(() => rosterOf(props.rows, props.plan, remarks()))
  const isNamed = () => /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(name().trim())
  const hasSeats = () => /^[1-9]\d{0,2}$/.test(seats().trim())
  const category = (code: string) => props.plan.categories.find((one) => one.code === code)?.name ?? code
  const find = async () => {
    const path = `/api/office/${props.org}/person?username=${encodeURIComponent(username().trim())}`
    const answer = await api.call('GET', path, foundPersonSchema)
    setLookUp(answer.ok ? undefined : refusalText(answer.refusal))
    if (!answer.ok) return
    const { value } = answer
    setPanel((all) => [...all.filter(({ account }) => account !== value.account), value])
    setUsername('')
  }
  const begin = () => {
    setTried(true)
    if (isNamed() && hasSeats()) setAsked(true)
  }
  const put = async () => {
    const meeting: Meeting = {
      meeting: name().trim(),
      seats: Number(seats().trim()),
      panel: panel().map(({ account }) => account),
    }
    await props.onAsk(places(), meeting)
    setAsked(false)
  }
  return (
    <Card title={t('meetings.waiting', { n: props.rows.length })}>
      <div class="stack">
        <p class="muted">{t('meetings.order')}</p>
        <Table
          caption={t('meetings.caption')}
          columns={[
            { key: 'name', label: t('meetings.column.name'), cell: (place: RosterPlace) => place.name },
            { key: 'number', label: t('meetings.column.number'), isNumber: true, cell: (place) => place.number },
            { key: 'category', label: t('meetings.column.category'), cell: (place) => category(place.category) },
            { key: 'employer', label: t('meetings.column.employer'), cell: (place) => place.row.employer.name },
            {
              key: 'remark',
              label: t('meetings.column.remark'),
              cell: (place) => (
                <ChoiceField
                  label={t('meetings.special', { name: place.name })}
                  isLabelHidden
                  form="select"
                  options={[
                    { value: '', label: t('meetings.specialOption.none') },
                    ...SPECIAL.map((one) => ({ value: one, label: t(`meetings.specialOption.${one}`) })),
                  ]}
                  value={place.special ?? ''}
                  onChoose={(text) => setRemarks((all) => ({ ...all, [place.application]: specialOf(text) }))}
                />
              ),
            },
          ]}
          rows={places()}
          rowKey={({ application }) => application}
        />
        <div class="office-seat">
          <TextField
            label={t('meetings.name')}
            hint={t('meetings.nameHint')}
            isRequired
            value={name()}
            onInput={setName}
            error={isTried() && !isNamed() ? t('meetings.nameHint') : undefined}
          />
          <TextField
            label={t('meetings.seats')}
            isRequired
            inputMode="numeric"
            value={seats()}
            onInput={setSeats}
            error={isTried() && !hasSeats() ? s('problem.count', { least: 1, most: 999 }) : undefined}
          />
        </div>
        <div class="office-seat">
          <TextField
            label={t('meetings.panel')}
            hint={t('meetings.panelHint')}
            value={username()}
            onInput={setUsername}
            error={lookUp()}
          />
          <Button isDisabled={username().trim() === ''} onPress={() => void find()}>
            {t('meetings.addMember')}
          </Button>
        </div>
        <ul class="office-steps">
          <For each={panel()} fallback={<li class="muted">{t('meetings.panelEmpty')}</li>}>
            {(person) => (
              <li>
                {person.name}{' '}
                <Button
                  look="quiet"
                  size="small"
                  label={t('meetings.removeMember', { name: person.name })}
                  onPress={() => setPanel((all) => all.filter(({ account }) => account !== person.account))}
                >
                  ×
                </Button>
              </li>
            )}
          </For>
        </ul>
        <div>
          <Button look="primary" onPress={begin}>
            {t('meetings.do')}
          </Button>
        </div>
      </div>
      <AlertDialog
        isOpen={isAsked()}
        title={t('meetings.confirmTitle', { n: props.rows.length })}
        body={t('meetings.confirmBody')}
        confirm={t('meetings.do')}
        isBusy={props.isBusy}
        onConfirm={() => void put()}
        onCancel={() => setAsked(false)}
      />
    </Card>
  )
}
