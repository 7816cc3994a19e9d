/** What became of each row of a batch: where it went, or why not and what to do. */
import type { JSX } from 'solid-js'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import type { BatchResult } from './create-batch.ts'
import { useOfficeRefusal } from './office-refusal.ts'
import { useStageNames } from './stage-name.ts'

export interface BatchResultsProps {
  readonly results: readonly BatchResult[]
  readonly onClose: () => void
}

const PLACES = ['review', 'fee', 'form', 'scheduling', 'announcement', 'end'] as const

export function BatchResults(props: BatchResultsProps): JSX.Element {
  const t = useText(officeCasesWords)
  const refusalText = useOfficeRefusal()
  const stageName = useStageNames()
  const failed = () => props.results.filter(({ refusal }) => refusal !== null).length
  const counts = () => ({ done: props.results.length - failed(), failed: failed() })
  const isLetter = () => props.results.some(({ kind }) => kind === 'issue-mandate')
  const all = () => {
    const word = failed() === 0 ? 'done' : 'someFailed'
    return t(isLetter() ? `mandate.${word}` : `batch.${word}`, counts())
  }
  const outcome = ({ kind, refusal, to }: BatchResult) => {
    if (refusal) return refusalText(refusal)
    if (kind === 'issue-mandate') return t('mandate.ok')
    const place = PLACES.find((one) => one === to?.at)
    return place
      ? t('batch.ok', { to: t(`batch.to.${place}`, { stage: stageName(to?.stage ?? '') }) })
      : t('batch.done', { done: 1 })
  }
  return (
    <Card title={t('batch.results')} aside={<Button onPress={() => props.onClose()}>{t('batch.close')}</Button>}>
      <div class="stack">
        <Banner kind={failed() === 0 ? 'success' : 'warning'}>{all()}</Banner>
        <Table
          caption={t('batch.results')}
          columns={[
            { key: 'person', label: t('batch.row.person'), cell: ({ row }) => row.name },
            { key: 'outcome', label: t('batch.row.outcome'), cell: outcome },
          ]}
          rows={props.results}
        />
      </div>
    </Card>
  )
}
