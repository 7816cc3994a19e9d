/** The rows of an indicator as a table: what it is called, what it gives, which section it is taken from, for whom. */
import { SECTION_KEYS } from '@yejibu/shared/archive/section'
import { sectionByKey } from '@yejibu/shared/archive/sections'
import type { PlanPath } from '@yejibu/shared/plan/plan-drafts-doc'
import { Index, type JSX, Show } from 'solid-js'
import { useLanguage, useText } from '../../language/language.tsx'
import { planWords } from '../../language/plan.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { listAt, RowButtons } from './list-fields.tsx'
import { MatchesField } from './matches-field.tsx'
import { usePlanEdit } from './plan-edit.ts'
import { nameOf } from './plan-problems.ts'
import { numberIn, SingleField } from './single-field.tsx'

export function ScoreRows(props: { readonly path: PlanPath; readonly onAdd: () => void }): JSX.Element {
  const t = useText(planWords)
  const { say } = useLanguage()
  const edit = usePlanEdit()
  const list = () => listAt(edit.at(props.path))
  const byRank = () => edit.at([...props.path.slice(0, -1), 'scoreKind']) === 'levelRank'
  const name = (index: number) => nameOf(list()[index]) ?? String(index + 1)
  return (
    <div class="stack stack--tight">
      <div class="plan-table">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('score.name')}</th>
              <th scope="col">{t(byRank() ? 'score.byRank' : 'score.points')}</th>
              <Show when={byRank()}>
                <th scope="col">{t('score.other')}</th>
              </Show>
              <th scope="col">{t('score.part')}</th>
              <th scope="col">{t('score.matches')}</th>
              <th scope="col">
                <span class="for-ears">{t('score.change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <Index each={list()}>
              {(_, index) => {
                const path = [...props.path, index]
                const ranks = () => listAt(edit.at([...path, 'byRank'])).join('、')
                const error = () => {
                  const found = edit
                    .problems()
                    .find((one) => one.path.join('.').startsWith([...path, 'byRank'].join('.')))
                  return found && say(found.text)
                }
                return (
                  <tr>
                    <td class="plan-table__name">
                      <SingleField
                        field={{ key: 'name', node: NAME, absent: 'never' }}
                        path={[...path, 'name']}
                        label={t('score.nameOf', { n: index + 1 })}
                        isLabelHidden
                      />
                    </td>
                    <td>
                      <Show
                        when={byRank()}
                        fallback={
                          <SingleField
                            field={{ key: 'points', node: POINTS, absent: 'never' }}
                            path={[...path, 'points']}
                            label={t('score.pointsOf', { name: name(index) })}
                            isLabelHidden
                          />
                        }
                      >
                        <TextField
                          label={t('score.pointsOf', { name: name(index) })}
                          isLabelHidden
                          value={ranks()}
                          error={error()}
                          onInput={(text) =>
                            edit.set([...path, 'byRank'], text === '' ? [] : text.split(/[、,，\s]/).map(numberIn))
                          }
                        />
                      </Show>
                    </td>
                    <Show when={byRank()}>
                      <td>
                        <SingleField
                          field={{ key: 'other', node: POINTS, absent: 'never' }}
                          path={[...path, 'other']}
                          label={t('score.otherOf', { name: name(index) })}
                          isLabelHidden
                        />
                      </td>
                    </Show>
                    <td>
                      <ChoiceField
                        label={t('score.partOf', { name: name(index) })}
                        isLabelHidden
                        form="select"
                        value={String(edit.at([...path, 'part']) ?? '')}
                        options={SECTION_KEYS.map((key) => ({ value: key, label: say(sectionByKey(key).label) }))}
                        onChoose={(part) => edit.set([...path, 'part'], part === '' ? null : part)}
                      />
                    </td>
                    <td>
                      <MatchesField path={[...path, 'matches']} isFolded />
                    </td>
                    <td>
                      <RowButtons path={props.path} index={index} count={list().length} name={name(index)} />
                    </td>
                  </tr>
                )
              }}
            </Index>
          </tbody>
        </table>
      </div>
      <div>
        <Button size="small" onPress={() => props.onAdd()}>
          {t('score.add')}
        </Button>
      </div>
    </div>
  )
}

const NAME = { kind: 'text', maxChars: null, isLong: false, isCode: false } as const
const POINTS = { kind: 'number' } as const
