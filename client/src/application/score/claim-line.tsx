/** One claim: the entry behind it, the row and rank it is claimed by, what it gives, and why it gives nothing where it does not hold. */
import type { Indicator } from '@yejibu/shared/plan/score-table'
import type { ScoreClaim } from '@yejibu/shared/plan/self-score'
import { type JSX, Show } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useText } from '../../language/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toasts.tsx'
import type { Draft } from '../create-draft.ts'
import { allRows, asksRank, rowsFitting, type ScoreDesk, type TitleOf } from './score-desk.ts'
import '../steps/steps.css'

export interface ClaimLineProps {
  readonly claim: ScoreClaim
  readonly indicator: Indicator
  readonly desk: ScoreDesk
  readonly draft: Pick<Draft, 'claim' | 'changeClaim' | 'unclaim'>
  readonly isLocked: boolean
  readonly titleOf: TitleOf
}

export function ClaimLine(props: ClaimLineProps): JSX.Element {
  const t = useText(filingWords)
  const toasts = useToasts()
  const item = () => (props.claim.item === null ? t('score.noItem') : props.titleOf(props.claim.item))
  const scored = () => props.desk.items.find((one) => one.item === props.claim.item)
  const counted = () =>
    props.desk.score.lines
      .find(({ indicator }) => indicator === props.claim.indicator)
      ?.claims.find((one) => one.row === props.claim.row && one.item === props.claim.item)
  const problem = () =>
    counted()
      ? undefined
      : props.desk.score.problems.find(
          ({ indicator, item: of }) => indicator === props.claim.indicator && of === props.claim.item,
        )
  /** The row it has stays in the list though it does not fit. */
  const rows = () => {
    const found = scored()
    const fitting = found ? rowsFitting(props.indicator, found, props.desk.person) : []
    const own = allRows(props.indicator).filter(({ code }) => code === props.claim.row)
    return fitting.some(({ code }) => code === props.claim.row) ? fitting : [...fitting, ...own]
  }
  const rowName = () => rows().find(({ code }) => code === props.claim.row)?.name ?? props.claim.row
  const rank = () => counted()?.rank ?? null
  const remove = () => {
    const { claim } = props
    props.draft.unclaim(claim)
    toasts.offerUndo(t('score.removed', { row: rowName() }), () => props.draft.claim(claim))
  }
  const setRank = (text: string) => {
    const number = Number(text)
    const isRank = /^\d{1,2}$/.test(text) && number > 0
    props.draft.claim({ ...props.claim, rank: isRank ? number : null })
  }
  return (
    <li class="claim">
      <span class="claim__item">{item()}</span>
      <span class="claim__points">{t('score.points', { n: counted()?.points ?? '0' })}</span>
      <Button
        size="small"
        look="quiet"
        label={t('score.removeOf', { row: rowName(), item: item() })}
        isDisabled={props.isLocked}
        onPress={remove}
      >
        {t('score.remove')}
      </Button>
      <div class="claim__fields">
        <ChoiceField
          form="select"
          label={t('score.rowOf', { item: item() })}
          isLabelHidden
          isRequired
          value={props.claim.row}
          options={rows().map(({ code, name, points }) => ({
            value: code,
            label: `${name}（${t('score.upTo', { n: points })}）`,
          }))}
          isDisabled={props.isLocked}
          onChoose={(row) => {
            if (row !== '' && row !== props.claim.row) props.draft.changeClaim(props.claim, { ...props.claim, row })
          }}
        />
        <Show when={asksRank(props.indicator)} fallback={<FromEntry indicator={props.indicator} rank={rank()} />}>
          <TextField
            label={t('score.rank')}
            hint={props.claim.rank === null ? t('score.rankUnknown') : undefined}
            inputMode="numeric"
            value={props.claim.rank === null ? '' : String(props.claim.rank)}
            isReadOnly={props.isLocked}
            onInput={setRank}
          />
        </Show>
      </div>
      <Show when={problem()}>{(found) => <span class="claim__why">{t(`score.why.${found().why}`)}</span>}</Show>
    </li>
  )
}

function FromEntry(props: { readonly indicator: Indicator; readonly rank: number | null }): JSX.Element {
  const t = useText(filingWords)
  const hasRank = () => props.indicator.scoreKind === 'levelRank' || props.indicator.scoreKind === 'roleCoefficient'
  return (
    <Show when={hasRank()}>
      <span class="small muted">
        {props.rank === null ? t('score.rankUnknown') : t('score.rankFromEntry', { n: props.rank })}
      </span>
    </Show>
  )
}
