/** Claims points for an entry: first the entry, then one of the rows that fit it, and the rank where the archive does not know it. */
import { A } from '@solidjs/router'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Indicator } from '@yejibu/shared/plan/score-table'
import { createSignal, type JSX, Show } from 'solid-js'
import { filingWords } from '../../language/filing.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Draft } from '../create-draft.ts'
import { ANCHORS } from '../problem-line.ts'
import { stepPath } from '../steps/step.ts'
import { asksRank, freeItems, rowsFitting, type ScoreDesk, type TitleOf } from './score-desk.ts'
import '../steps/steps.css'

export interface ClaimAdderProps {
  readonly application: ApplicationId
  readonly indicator: Indicator
  readonly desk: ScoreDesk
  readonly draft: Pick<Draft, 'claim'>
  readonly titleOf: TitleOf
}

export function ClaimAdder(props: ClaimAdderProps): JSX.Element {
  const t = useText(filingWords)
  const { say } = useLanguage()
  const [item, setItem] = createSignal('')
  const [row, setRow] = createSignal('')
  const [rank, setRank] = createSignal('')
  const free = () => freeItems(props.desk, props.indicator)
  const scored = () => free().find((one) => one.item === item())
  const rows = () => {
    const found = scored()
    return found ? rowsFitting(props.indicator, found, props.desk.person) : []
  }
  /** The only row that fits is chosen by itself. */
  const chosenRow = () =>
    rows().find(({ code }) => code === row())?.code ?? (rows().length === 1 ? rows()[0]?.code : undefined)
  const pulledHere = () =>
    props.desk.items.some(({ content }) => props.indicator.sections.some((section) => section === content.part))
  const sections = () => props.indicator.sections.map((key) => say(sectionByKey(key).label)).join('、')
  const add = () => {
    const found = scored()
    const code = chosenRow()
    if (!found || code === undefined) return
    const number = /^\d{1,2}$/.test(rank()) ? Number(rank()) : 0
    props.draft.claim({
      indicator: props.indicator.code,
      row: code,
      item: found.item,
      rank: number > 0 ? number : null,
    })
    setItem('')
    setRow('')
    setRank('')
  }
  return (
    <Show
      when={free().length > 0}
      fallback={
        <p class="small muted">
          {pulledHere() ? t('score.allUsed') : t('score.noItems', { sections: sections() })}{' '}
          <A href={stepPath(props.application, 'pulls', ANCHORS.pulls)}>{t('score.toPulls')}</A>
        </p>
      }
    >
      <div class="claim__fields">
        <ChoiceField
          form="select"
          label={t('score.item')}
          value={item()}
          options={free().map((one) => ({ value: one.item, label: props.titleOf(one.item) }))}
          onChoose={setItem}
        />
        <Show when={scored()}>
          <ChoiceField
            form="select"
            label={t('score.row')}
            value={chosenRow() ?? ''}
            options={rows().map(({ code, name, points }) => ({
              value: code,
              label: `${name}（${t('score.upTo', { n: points })}）`,
            }))}
            error={rows().length === 0 ? t('score.why.row-does-not-match') : undefined}
            onChoose={setRow}
          />
          <Show when={asksRank(props.indicator)}>
            <TextField
              label={t('score.rank')}
              hint={t('score.rankHint')}
              inputMode="numeric"
              value={rank()}
              onInput={setRank}
            />
          </Show>
        </Show>
      </div>
      <Show when={chosenRow()}>
        <div>
          <Button label={t('score.addTo', { name: props.indicator.name })} onPress={add}>
            {t('score.add')}
          </Button>
        </div>
      </Show>
    </Show>
  )
}
