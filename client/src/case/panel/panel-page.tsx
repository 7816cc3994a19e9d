/** `/panel`: the cases of the meetings on whose panel this person sits, until they are voted on. */
import { A } from '@solidjs/router'
import { type CaseRow, panelCasesSchema } from '@yejibu/shared/wire/cases'
import { type JSX, Match, Switch } from 'solid-js'
import { createAsked } from '../../account/employer-affairs.ts'
import { casesWords } from '../../language/cases.ts'
import { useText } from '../../language/language.tsx'
import { officeCasesWords } from '../../language/office-cases.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import { keyOfCase } from '../case-columns.tsx'
import '../cases.css'

export default function Page(): JSX.Element {
  const t = useText(officeCasesWords)
  const c = useText(casesWords)
  const { api, database } = useWorkplace()
  const asked = createAsked(() => api.call('GET', '/api/cases/panel', panelCasesSchema), database)
  const rows = () => asked.value()?.rows ?? []
  return (
    <div class="page stack">
      <PageHeader title={t('panel.title')} about={t('panel.about')} />
      <Switch fallback={<Skeleton lines={4} />}>
        <Match when={rows().length > 0}>
          <Card isFlush>
            <Table
              caption={t('panel.caption')}
              columns={[
                {
                  key: 'name',
                  label: c('column.person'),
                  cell: (row: CaseRow) => (
                    <A class="cases-person" href={`/panel/${row.application}`}>
                      {row.name}
                    </A>
                  ),
                },
                { key: 'employer', label: t('list.column.employer'), cell: (row) => row.employer.name },
                { key: 'plan', label: c('column.plan'), cell: (row) => row.plan.title },
              ]}
              rows={rows()}
              rowKey={keyOfCase}
            />
          </Card>
        </Match>
        <Match when={asked.value()}>
          <EmptyState title={t('panel.none')}>{t('panel.noneBody')}</EmptyState>
        </Match>
        <Match when={asked.trouble()}>
          <Banner kind="warning" actions={<Button onPress={() => void asked.refresh()}>{t('page.retry')}</Button>}>
            {t('page.unreachable')}
          </Banner>
        </Match>
      </Switch>
    </div>
  )
}
