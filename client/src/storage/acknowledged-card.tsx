/** When the relay last said that it has everything: of each document, and of anything at all. */
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { type JSX, Show } from 'solid-js'
import { momentText } from '../archive/today.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { storageWords } from '../language/storage.ts'
import { Card } from '../ui/card.tsx'
import { type Column, Table } from '../ui/table.tsx'
import type { DocumentOverview, SyncOverview } from './create-sync-overview.ts'
import { documentTitle } from './document-title.ts'

export function AcknowledgedCard(props: { readonly account: AccountId; readonly overview: SyncOverview }): JSX.Element {
  const t = useText(storageWords)
  const { language } = useLanguage()
  const at = (iso: string | null) => (iso === null ? t('acknowledged.notYet') : momentText(iso, language()))
  const columns = (): readonly Column<DocumentOverview>[] => [
    {
      key: 'document',
      label: t('acknowledged.document'),
      cell: ({ name }) => t(`documents.${documentTitle(name, props.account)}`),
    },
    { key: 'at', label: t('acknowledged.at'), cell: ({ durableAt }) => at(durableAt) },
    {
      key: 'state',
      label: t('acknowledged.state'),
      cell: ({ isUnsent }) => t(isUnsent ? 'acknowledged.some' : 'acknowledged.all'),
    },
  ]
  return (
    <Card title={t('acknowledged.title')}>
      <p>
        {props.overview.lastAt === null
          ? t('acknowledged.never')
          : t('acknowledged.last', { at: momentText(props.overview.lastAt, language()) })}
      </p>
      <Show when={props.overview.documents.length > 0}>
        <Table caption={t('acknowledged.title')} columns={columns()} rows={props.overview.documents} />
      </Show>
      <p class="muted small">{t('acknowledged.about')}</p>
    </Card>
  )
}
