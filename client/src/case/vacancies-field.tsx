/** 空缺岗位数 of 《岗位信息表》, and whether one more may be recommended (V-QUOTA): stopped where the plan insists on the quota, pointed out elsewhere. */
import { overQuota } from '@yejibu/shared/case/quota'
import type { ReportWays } from '@yejibu/shared/wire/report-ways'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { caseNoticeWords } from '../language/case-notice.ts'
import { useText } from '../language/language.tsx'
import { Banner } from '../ui/banner.tsx'
import { TextField } from '../ui/text-field.tsx'

export type Quota = NonNullable<ReportWays['quota']>

export interface Vacancies {
  readonly typed: () => string
  readonly type: (typed: string) => void
  /** What is wrong, once it is asked for; undefined when the report may go on. */
  readonly problem: () => 'missing' | 'malformed' | 'over' | undefined
  /** To be read and confirmed: more are recommended than posts are vacant, under a plan that does not insist. */
  readonly isOver: () => boolean
  /** What goes with the report; null where nothing was typed or no post is taken. */
  readonly count: () => number | null
}

/** Owned by the caller. @param quota null where the applicant takes no post of an institution */
export function createVacancies(quota: () => Quota | null): Vacancies {
  const [typed, type] = createSignal('')
  const count = createMemo(() => (quota() && /^\d{1,4}$/.test(typed().trim()) ? Number(typed().trim()) : null))
  const over = () => {
    const [known, posts] = [quota(), count()]
    return known !== null && posts !== null && overQuota(posts, known.others) !== null
  }
  const problem = () => {
    const known = quota()
    if (!known) return undefined
    if (typed().trim() === '') return known.isRequired ? 'missing' : undefined
    if (count() === null) return 'malformed'
    return known.isRequired && over() ? 'over' : undefined
  }
  return { typed, type, problem, isOver: () => over() && problem() === undefined, count }
}

export function VacanciesField(props: {
  readonly vacancies: Vacancies
  readonly quota: Quota
  readonly isAsked: boolean
}): JSX.Element {
  const t = useText(caseNoticeWords)
  const error = () => {
    const problem = props.vacancies.problem()
    if (problem === undefined || (problem === 'missing' && !props.isAsked)) return undefined
    return t(`report.vacancies.${problem}`, { recommended: props.quota.others + 1 })
  }
  return (
    <>
      <TextField
        label={t('report.vacancies.label')}
        hint={t('report.vacancies.hint', { others: props.quota.others })}
        inputMode="numeric"
        isRequired={props.quota.isRequired}
        value={props.vacancies.typed()}
        onInput={props.vacancies.type}
        error={error()}
      />
      <Show when={props.vacancies.isOver()}>
        <Banner kind="warning">{t('report.vacancies.over', { recommended: props.quota.others + 1 })}</Banner>
      </Show>
    </>
  )
}
