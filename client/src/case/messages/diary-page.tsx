/** `/diary` 谁看过我的档案: who opened or exported what is hers, when, in which role of which organisation. */
import { type DiaryEntry, diarySchema } from '@yejibu/shared/wire/diary'
import { createMemo, createResource, createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import * as z from 'zod/mini'
import { momentText } from '../../archive/today.ts'
import { useLanguage, useText } from '../../language/language.tsx'
import { messagesWords } from '../../language/messages.ts'
import { shellWords } from '../../language/shell.ts'
import type { Api } from '../../platform/api.ts'
import type { AccountDatabase } from '../../platform/database.ts'
import { useWorkplace } from '../../sync/workplace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import '../cases.css'

const KEY = 'diary'
const keptSchema = z.object({ at: z.string(), entries: diarySchema.shape.entries })

export default function Page(): JSX.Element {
  const { api, database } = useWorkplace()
  return <DiaryView api={api} database={database} />
}

export interface DiaryViewProps {
  readonly api: Pick<Api, 'call'>
  readonly database: Pick<AccountDatabase, 'settings'>
}

export function DiaryView(props: DiaryViewProps): JSX.Element {
  const t = useText(messagesWords)
  const s = useText(shellWords)
  const { language } = useLanguage()
  const [what, setWhat] = createSignal('')
  const [org, setOrg] = createSignal('')
  /** As the relay says, else as this browser keeps it. */
  const [answer, { refetch }] = createResource(async () => {
    const said = await props.api.call('GET', '/api/diary', diarySchema)
    if (said.ok) {
      const value = { at: new Date().toISOString(), entries: said.value.entries }
      await props.database.settings.put({ key: KEY, value }).catch(() => undefined)
      return { ...value, isKept: false }
    }
    const kept = keptSchema.safeParse((await props.database.settings.get(KEY).catch(() => undefined))?.value)
    return kept.success ? { ...kept.data, isKept: true } : null
  })
  const entries = () => answer.latest?.entries ?? []
  const placeOf = (entry: DiaryEntry) => (entry.org === '' ? t('diary.expert') : entry.org)
  const orgs = createMemo(() => [...new Set(entries().map(placeOf))].map((name) => ({ value: name, label: name })))
  const shown = createMemo(() =>
    entries().filter((entry) => (what() === '' || entry.what === what()) && (org() === '' || placeOf(entry) === org())),
  )
  const when = ({ firstAt, lastAt }: DiaryEntry) => {
    const first = momentText(firstAt, language())
    const last = momentText(lastAt, language())
    return first === last ? first : `${first} – ${last}`
  }
  const retry = () => (
    <Button size="small" isBusy={answer.loading} onPress={() => void refetch()}>
      {t('retry')}
    </Button>
  )
  return (
    <div class="page">
      <PageHeader
        title={t('diary.title')}
        about={t('diary.about')}
        back={{ href: '/archive', label: s('nav.archive') }}
      />
      <Switch fallback={<Skeleton lines={5} />}>
        <Match when={answer.state === 'ready' && answer() === null}>
          <Banner kind="warning" actions={retry()}>
            {t('diary.never')}
          </Banner>
        </Match>
        <Match when={answer.latest}>
          {(known) => (
            <div class="stack">
              <Show when={known().isKept}>
                <Banner kind="info" isQuiet actions={retry()}>
                  {t('diary.asOf', { at: momentText(known().at, language()) })}
                </Banner>
              </Show>
              <Show
                when={entries().length > 0}
                fallback={<EmptyState title={t('diary.none')}>{t('diary.noneBody')}</EmptyState>}
              >
                <div class="cases-filter">
                  <ChoiceField
                    label={t('diary.filterWhat')}
                    form="select"
                    options={(['archive', 'case', 'file', 'export'] as const).map((value) => ({
                      value,
                      label: t(`diary.what.${value}`),
                    }))}
                    value={what()}
                    onChoose={setWhat}
                  />
                  <ChoiceField
                    label={t('diary.filterOrg')}
                    form="select"
                    options={orgs()}
                    value={org()}
                    onChoose={setOrg}
                  />
                </div>
                <Show
                  when={shown().length > 0}
                  fallback={<EmptyState title={t('diary.noneSuch')}>{t('diary.noneSuchBody')}</EmptyState>}
                >
                  <Card isFlush>
                    <Table
                      caption={t('diary.caption')}
                      columns={[
                        { key: 'who', label: t('diary.column.who'), cell: (one: DiaryEntry) => one.name },
                        {
                          key: 'role',
                          label: t('diary.column.role'),
                          cell: (one: DiaryEntry) =>
                            one.org === '' ? t('diary.expert') : `${one.org} · ${t(`diary.role.${one.role}`)}`,
                        },
                        {
                          key: 'what',
                          label: t('diary.column.what'),
                          cell: (one: DiaryEntry) => t(`diary.what.${one.what}`),
                        },
                        { key: 'when', label: t('diary.column.when'), cell: when },
                        {
                          key: 'times',
                          label: t('diary.column.times'),
                          cell: (one: DiaryEntry) => t('diary.times', { n: one.times }),
                          isNumber: true,
                        },
                      ]}
                      rows={shown()}
                    />
                  </Card>
                </Show>
              </Show>
            </div>
          )}
        </Match>
      </Switch>
    </div>
  )
}
