/** 评审委托书 of a case: what it says once it is issued, before that whose it is and what waits for it. Nothing where the plan asks for none. */
import { mandateRuleOf, mandatorOf } from '@yejibu/shared/case/mandate'
import { createMemo, type JSX, Show } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { Card } from '../../ui/card.tsx'
import type { OpenCase } from '../create-open-case.ts'
import { useStageNames } from './stage-name.ts'

export interface MandateCardProps {
  readonly open: Pick<OpenCase, 'kase' | 'plan'>
  readonly orgName: (org: string) => string
}

export function MandateCard(props: MandateCardProps): JSX.Element {
  const t = useText(officeCasesWords)
  const stageName = useStageNames()
  const asked = createMemo(() => {
    const [plan, route] = [props.open.plan(), props.open.kase()?.route]
    const rule = plan && route ? mandateRuleOf(plan, route.chain) : null
    const by = plan && route ? mandatorOf(plan, route) : null
    return rule && by ? { rule, by } : null
  })
  const lines = (): readonly (readonly [string, string])[] => {
    const letter = props.open.kase()?.mandate
    if (!letter) return []
    return [
      [t('mandate.number'), letter.number],
      [t('mandate.from'), props.orgName(letter.org)],
      [t('mandate.to'), letter.committee],
      [t('mandate.grounds'), letter.grounds],
      [t('mandate.handler'), letter.handler],
      [t('mandate.on'), letter.on],
    ]
  }
  return (
    <Show when={asked()}>
      {(known) => (
        <Card title={t('mandate.title')}>
          <div class="stack stack--tight">
            <Show
              when={lines().length > 0}
              fallback={
                <p>
                  {t('mandate.missing', {
                    org: props.orgName(known().by.org),
                    stage: stageName(known().rule.before),
                  })}
                </p>
              }
            >
              <dl class="case-facts">
                {lines().map(([name, value]) => (
                  <div>
                    <dt>{name}</dt>
                    <dd>
                      <bdi>{value}</bdi>
                    </dd>
                  </div>
                ))}
              </dl>
            </Show>
            <Show when={known().rule.note}>{(note) => <p class="muted small">{note()}</p>}</Show>
          </div>
        </Card>
      )}
    </Show>
  )
}
