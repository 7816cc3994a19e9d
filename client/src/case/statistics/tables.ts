/**
 * The statistics as tables with headings in the language of the page. What is shown, drawn as bars, saved as CSV and as a workbook are these rows:
 * a number stands in one place.
 */
import type { Station } from '@yejibu/shared/case/statistics/course'
import type { StatisticsAnswer } from '@yejibu/shared/wire/statistics'
import { useText } from '../../language/language.tsx'
import { statisticsWords } from '../../language/statistics.ts'
import { useStageNames } from '../office/stage-name.ts'
import { useStateWords } from '../state-words.ts'

export interface DataTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** Where the last cell of a row leads, row by row. */
  readonly paths?: readonly (string | null)[]
  /** What each row is about, where rows lead somewhere. */
  readonly keys?: readonly string[]
}

type PlanCount = StatisticsAnswer['plans'][number]

export interface StatisticsTables {
  funnel(plan: PlanCount): DataTable
  results(plan: PlanCount): DataTable
  waiting(answer: StatisticsAnswer, pathOf: (application: string) => string): DataTable
  archives(archives: NonNullable<StatisticsAnswer['archives']>): DataTable
  reasons(answer: StatisticsAnswer): DataTable
  closing(answer: StatisticsAnswer, pathOf: (application: string) => string): DataTable
  /** All of them, those of the plans with the plan's title in front. */
  all(answer: StatisticsAnswer, pathOf: (application: string) => string): readonly DataTable[]
}

const AGES = ['to3', 'to7', 'to15', 'to30', 'over30'] as const

/** Called inside a component. */
export function useStatisticsTables(): StatisticsTables {
  const t = useText(statisticsWords)
  const stageName = useStageNames()
  const stateWord = useStateWords()
  const stationName = (station: Station | 'ARCHIVE'): string =>
    station === 'NOTICE' || station === 'REPORT' || station === 'ARCHIVE' ? t(`station.${station}`) : stageName(station)
  const ages = () => AGES.map((age) => t(`waiting.age.${age}`))
  const oldest = (one: { readonly name: string; readonly days: number } | null) =>
    one ? t('waiting.oldest', { name: one.name, n: one.days }) : ''

  const tables: StatisticsTables = {
    funnel: ({ funnel }) => ({
      title: t('funnel.title'),
      head: (['station', 'came', 'passed', 'now', 'returned', 'ended'] as const).map((key) =>
        t(`funnel.column.${key}`),
      ),
      rows: funnel.map(({ station, came, passed, now, returned, ended }) => [
        ...[stationName(station), came, passed, now, returned, ended],
      ]),
    }),
    results: ({ results }) => ({
      title: t('results.title'),
      head: [t('results.column.result'), t('results.column.cases')],
      rows: results.map(({ result, cases }) => [t(`results.result.${result}`), cases]),
    }),
    waiting: ({ waiting }, pathOf) => ({
      title: t('waiting.title'),
      head: [
        ...(['station', 'state', 'cases'] as const).map((key) => t(`waiting.column.${key}`)),
        ...[...ages(), t('waiting.column.oldest')],
      ],
      rows: waiting.map((row) => [
        ...[stationName(row.station), stateWord(row.state), row.cases, ...row.ages, oldest(row.oldest)],
      ]),
      paths: waiting.map((row) => pathOf(row.oldest.application)),
      keys: waiting.map((row) => `${row.station} ${row.state} ${row.oldest.application}`),
    }),
    archives: (archives) => ({
      title: t('archives.title'),
      head: [
        ...(['scope', 'people', 'sent', 'approved', 'waiting'] as const).map((key) => t(`archives.column.${key}`)),
        ...[...ages(), t('waiting.column.oldest')],
      ],
      rows: [
        [
          ...[t('archives.whole'), archives.people, archives.sent, archives.approved, archives.waiting],
          ...[...archives.ages, oldest(archives.oldest)],
        ],
      ],
      paths: [archives.oldest && `/review/${archives.oldest.account}`],
      keys: [archives.oldest?.account ?? ''],
    }),
    reasons: ({ reasons }) => ({
      title: t('reasons.title'),
      head: (['sentence', 'times', 'people', 'at'] as const).map((key) => t(`reasons.column.${key}`)),
      rows: reasons.map(({ sentence, times, people, at }) => [sentence, times, people, at.map(stationName).join('、')]),
    }),
    closing: ({ closing }, pathOf) => ({
      title: t('closing.title'),
      head: (['day', 'left', 'what', 'plan', 'name'] as const).map((key) => t(`closing.column.${key}`)),
      rows: closing.map(({ day, workingDays, isOver, what, plan, name }) => {
        const left = isOver ? t('closing.over') : (workingDays ?? t('closing.unknown'))
        return [day, left === 0 ? t('closing.today') : left, t(`closing.what.${what}`), plan, name]
      }),
      paths: closing.map(({ application }) => application && pathOf(application)),
      keys: closing.map(({ what, plan, application }) => `${what} ${plan} ${application}`),
    }),
    all(answer, pathOf) {
      const ofPlans = (make: (plan: PlanCount) => DataTable): readonly DataTable[] => {
        const made = answer.plans.map((plan) => ({ title: plan.plan.title, table: make(plan) }))
        const [first] = made
        if (!first) return []
        const rows = made.flatMap(({ title, table }) => table.rows.map((row) => [title, ...row]))
        return [{ title: first.table.title, head: [t('plan'), ...first.table.head], rows }]
      }
      return [
        ...ofPlans(tables.funnel),
        ...ofPlans(tables.results),
        tables.waiting(answer, pathOf),
        ...(answer.archives ? [tables.archives(answer.archives)] : []),
        tables.reasons(answer),
        tables.closing(answer, pathOf),
      ]
    },
  }
  return tables
}
