/** 申报进度 on the page of one's own application: where it stands, what to do next and until when, what can be done now, and what happened. */

import { A } from '@solidjs/router'
import { standingSubmission } from '@yejibu/shared/application/standing-submission'
import { foldCase } from '@yejibu/shared/case/case'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import { copiesShort } from '@yejibu/shared/case/form-copies'
import { outOfTurn } from '@yejibu/shared/case/turns'
import type { Fact } from '@yejibu/shared/kernel/fact'
import type { AccountId, ApplicationId } from '@yejibu/shared/kernel/ids'
import type { Plan } from '@yejibu/shared/plan/plan'
import { createMemo, type JSX, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { courseWords } from '../language/course.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { recordsWords } from '../language/records.ts'
import type { Api } from '../platform/api.ts'
import type { AccountDatabase } from '../platform/database.ts'
import { twentyBytes } from '../platform/new-id.ts'
import { Badge, type Mark } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Card } from '../ui/card.tsx'
import { noticeCodeIn } from './create-open-case.ts'
import { createOwnSteps } from './create-own-step.ts'
import { createTold } from './create-told.ts'
import { FalsificationCard } from './falsification-card.tsx'
import { FormDueCard } from './form-due-card.tsx'
import { FeeCard } from './payment/fee-card.tsx'
import { hiddenState, type RecordTone, recordState } from './record-state.ts'
import { ResultCard } from './result-card.tsx'
import { StationList } from './station-list.tsx'
import { Timeline } from './timeline.tsx'
import { WithdrawCard } from './withdraw-card.tsx'
import './course.css'

export interface CoursePanelProps {
  readonly application: ApplicationId
  readonly account: AccountId
  /** Of its stream, in order. */
  readonly facts: readonly Fact[]
  /** The version that it was made for; undefined where this browser does not have it. */
  readonly plan: Plan | undefined
  readonly api: Pick<Api, 'call' | 'bytes'>
  readonly database: Pick<AccountDatabase, 'settings'>
  readonly refresh: () => Promise<void>
  readonly isAway: boolean
  readonly now: () => Date
}

const MARKS: Readonly<Record<RecordTone, Mark>> = {
  good: 'check',
  info: 'clock',
  warn: 'returned',
  bad: 'cross',
  plain: 'dot',
}
const KNOWN = [
  'already-opened',
  'not-in-this-state',
  'submission-moved-on',
  'too-late',
  'order-taken',
  'not-yours',
] as const
const EDGE = ['not-signed-in', 'unreachable'] as const

export function CoursePanel(props: CoursePanelProps): JSX.Element {
  const t = useText(courseWords)
  const r = useText(recordsWords)
  const { language } = useLanguage()
  const facts = createMemo(() => props.facts.filter(isCaseFact))
  const kase = createMemo(() => foldCase(facts()))
  const told = createTold({
    api: props.api,
    database: props.database,
    application: props.application,
    facts: () => props.facts.length,
  })
  const names = (org: string) => told()?.orgs[org]
  const steps = createOwnSteps({
    api: props.api,
    facts: { refresh: () => props.refresh() },
    application: props.application,
    randomBytes: twentyBytes,
  })
  const state = createMemo(() => {
    const fact = standingSubmission(props.facts)
    if (!fact) return null
    const { id } = fact.data.submission.plan
    const own = { kind: 'submitted', id: props.application, plan: id, fact, facts: props.facts } as const
    return recordState(own, props.plan, props.now(), told()?.state)
  })
  const moment = (at: string | undefined) => (at === undefined ? '' : momentText(at, language()))
  /** The place of the certificate in the ledger: at the public check it says whether the title still stands. */
  const checkCode = () => {
    const issued = props.facts.findLast(({ kind }) => kind === 'certificate-issued')
    return issued ? `${issued.seq}-${issued.hash.slice(0, 32)}` : null
  }
  const refusal = () => {
    const refused = steps.refusal()
    if (!refused) return null
    const known = [...KNOWN, ...EDGE].find((kind) => kind === refused.kind)
    return t(`refused.${known ?? 'other'}`, { reference: String(refused.reference ?? refused.kind) })
  }
  /** By the table of turns, and the relay's word where the roster is not hers to see. */
  const mayWithdraw = () => {
    const { filed, state: at } = kase()
    if (!filed || !props.plan || hiddenState(at.kind, told()?.state) !== null) return false
    const actor = { accountId: props.account, memberships: [] }
    const situation = { actor, plan: props.plan, register: [], feeSetting: {}, now: props.now() }
    return outOfTurn(kase(), { kind: 'withdraw-application', digest: filed.digest }, situation) === null
  }
  return (
    <Show when={state()}>
      {(now) => (
        <>
          <Card
            title={t('title')}
            aside={
              <Badge tone={now().tone} mark={MARKS[now().tone]}>
                {r(`state.${now().word}`)}
              </Badge>
            }
          >
            <div class="stack">
              <Show when={props.isAway}>
                <Banner kind="info" isQuiet>
                  {t('asOf')}
                </Banner>
              </Show>
              <Show when={props.plan && copiesShort(props.plan, facts())}>
                {(short) => (
                  <Banner kind="warning" isQuiet>
                    {t('copies', { n: short().needed, have: short().delivered })}
                  </Banner>
                )}
              </Show>
              <p class="course__next">
                <Show when={now().next !== 'certified'}>
                  <strong>{t('next')}：</strong>
                </Show>
                {r(`next.${now().next}`, {
                  ...now().values,
                  at: moment(now().values.closeAt),
                  back: moment(now().values.backAt),
                })}
              </p>
              <Show when={'notice' in kase().state ? noticeCodeIn(props.facts) : null}>
                {(code) => (
                  <p>
                    <A href={`/notice/${code()}`}>{t('toNotice')}</A>
                  </p>
                )}
              </Show>
              <StationList facts={facts()} plan={props.plan} told={told()?.state} nameOf={names} />
            </div>
          </Card>
          <Show when={refusal()}>{(text) => <Banner kind="error">{text()}</Banner>}</Show>
          <FalsificationCard facts={facts()} />
          <ResultCard kase={kase()} checkCode={checkCode()} />
          <FeeCard
            kase={kase()}
            nameOf={names}
            steps={steps}
            now={props.now}
            application={props.application}
            api={props.api}
            refresh={() => props.refresh()}
          />
          <FormDueCard kase={kase()} application={props.application} api={props.api} steps={steps} />
          <Card title={t('history')}>
            <Timeline facts={facts()} nameOf={names} />
          </Card>
          <Show when={mayWithdraw() && props.plan}>
            {(plan) => <WithdrawCard kase={kase()} plan={plan()} now={props.now()} steps={steps} />}
          </Show>
        </>
      )}
    </Show>
  )
}
