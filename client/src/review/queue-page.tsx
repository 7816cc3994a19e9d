/** `/review`: the people of the employer whose archives wait, who has waited longest first, and who is reviewing whom. */
import { A, useNavigate } from '@solidjs/router'
import { type QueueEntry, reviewAssignmentsSchema } from '@yejibu/shared/wire/review-queue'
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { createAsked } from '../account/employer-affairs.ts'
import { useSession } from '../account/session-context.ts'
import { momentText } from '../archive/today.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useNavCounts } from '../ui/nav-counts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { TextField } from '../ui/text-field.tsx'
import { createFetchAhead, waitingEvidence } from './fetch-ahead.ts'
import { isSessionEnded, reviewerIn } from './may-rule-on.ts'
import { pageKeysAreOn } from './page-keys.ts'
import { createQueuePresence } from './queue-presence.ts'
import { createReviewQueue, filterQueue, forgetQueue, waitingPeople } from './review-queue.ts'
import { createRowKeys } from './row-keys.ts'
import { rulingsUnderWay } from './rulings-under-way.ts'
import './review.css'

export default function Page(): JSX.Element {
  const t = useText(reviewWords)
  const { state } = useSession()
  const isHr = () => {
    const now = state()
    return now.kind === 'signed-in' && reviewerIn(now.session) !== null
  }
  return (
    <div class="page">
      <PageHeader title={t('queue.title')} about={t('queue.about')} />
      <Switch fallback={<Banner kind="warning">{t('room.notHr')}</Banner>}>
        <Match when={isSessionEnded(state())}>
          <Closed />
        </Match>
        <Match when={isHr()}>
          <Queue />
        </Match>
      </Switch>
    </div>
  )
}

/** The relay has ended the session, perhaps because she is no longer HR: the list of other people goes from the page and from this browser. */
function Closed(): JSX.Element {
  const t = useText(reviewWords)
  const { database } = useWorkplace()
  void forgetQueue(database)
  return <Banner kind="warning">{t('room.ended')}</Banner>
}

function Queue(): JSX.Element {
  const t = useText(reviewWords)
  const { language } = useLanguage()
  const workplace = useWorkplace()
  const navigate = useNavigate()
  const [show, setShow] = createSignal<'waiting' | 'mine' | 'all'>('waiting')
  const [search, setSearch] = createSignal('')
  const queue = createReviewQueue({ api: workplace.api, database: workplace.database })
  // One's own archive is reviewed by somebody else (domain §2.2).
  const people = createMemo(() => queue.people().filter(({ account }) => account !== workplace.account))
  const waiting = createMemo(() => waitingPeople(people(), workplace.account))
  const told = createAsked(
    () => workplace.api.call('GET', '/api/review/assignments', reviewAssignmentsSchema),
    workplace.database,
  )
  const presence = createQueuePresence(workplace, waiting, told.value)
  createFetchAhead({
    wanted: () => {
      const first = waiting().filter(({ account }) => presence.isMine(account))
      const others = waiting().filter(({ account }) => !presence.isMine(account))
      return [...first, ...others].flatMap(({ account }) =>
        waitingEvidence(account, workplace.facts.reviewOfArchive(account)),
      )
    },
    store: workplace.evidence,
    isOnline: () => workplace.facts.state().kind === 'live',
  })
  const mine = createMemo(() => people().filter(({ account }) => presence.isMine(account)))
  const rows = createMemo(() =>
    show() === 'mine'
      ? filterQueue(mine(), 'all', search())
      : filterQueue(people(), show() === 'all' ? 'all' : 'waiting', search()),
  )
  useNavCounts().report('/review', () => waiting().length)

  createRowKeys('data-queue-row', () => rows().map(({ account }) => account))

  const pendingOf = (person: QueueEntry) =>
    rulingsUnderWay(workplace.outbox.entries(), person.account).filter(({ refusal }) => refusal === null).length
  const columns: readonly Column<QueueEntry>[] = [
    {
      key: 'person',
      label: t('queue.person'),
      cell: (person) => (
        <span class="row">
          <A
            href={`/review/${person.account}`}
            class="review-person"
            data-queue-row={person.account}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key === 'Enter' && !event.isComposing) {
                event.preventDefault()
                navigate(`/review/${person.account}`)
              }
            }}
          >
            {person.name}
          </A>
          <Show when={presence.assigned(person.account)}>
            {(name) => <span class="muted small">{t('queue.assigned', { name: name() })}</span>}
          </Show>
          <Show when={presence.at(person.account).length > 0}>
            <Badge tone="info" mark="dot">
              {t('queue.hereNow', { names: presence.at(person.account).join(t('version.join')) })}
            </Badge>
          </Show>
        </span>
      ),
    },
    {
      key: 'waiting',
      label: t('queue.count'),
      cell: (person) => (
        <span class="review-count">
          <Show when={person.waiting > 0} fallback={<span class="muted">{t('queue.none')}</span>}>
            <strong>{t('queue.countOf', { n: person.waiting })}</strong>
          </Show>
          <Show when={pendingOf(person) > 0}>
            <Badge tone="info" mark="clock">
              {t('queue.pending', { n: pendingOf(person) })}
            </Badge>
          </Show>
        </span>
      ),
    },
    {
      key: 'since',
      label: t('queue.since'),
      cell: (person) => (person.waitingSince === null ? '—' : momentText(person.waitingSince, language())),
    },
    {
      key: 'done',
      label: t('queue.done'),
      cell: (person) => (
        <span class="muted">
          {person.items === 0
            ? t('queue.nothingSent')
            : t('queue.doneOf', {
                approved: person.approved,
                returned: person.returned,
                rejected: person.rejected,
              })}
        </span>
      ),
    },
  ]
  return (
    <div class="stack">
      <Trouble queue={queue} />
      <Show when={queue.at() !== null}>
        <div class="review-filter">
          <fieldset class="row" aria-label={t('queue.filter')}>
            <Button isPressed={show() === 'waiting'} onPress={() => setShow('waiting')}>
              {t('queue.waiting')} {waiting().length}
            </Button>
            <Button isPressed={show() === 'mine'} onPress={() => setShow('mine')}>
              {t('queue.mine')} {mine().length}
            </Button>
            <Button isPressed={show() === 'all'} onPress={() => setShow('all')}>
              {t('queue.all')} {people().length}
            </Button>
          </fieldset>
          <div class="review-filter__search">
            <TextField
              label={t('queue.search')}
              placeholder={t('queue.searchHint')}
              type="search"
              value={search()}
              onInput={setSearch}
            />
          </div>
        </div>
      </Show>
      <Switch>
        <Match when={queue.at() === null && queue.trouble() === null}>
          <Skeleton lines={5} />
        </Match>
        <Match when={queue.at() !== null && people().length === 0}>
          <EmptyState title={t('queue.nobodyTitle')}>{t('queue.nobody')}</EmptyState>
        </Match>
        <Match when={rows().length > 0}>
          <Card isFlush>
            <Table caption={t('queue.caption')} columns={columns} rows={rows()} rowKey={({ account }) => account} />
          </Card>
          <Show when={pageKeysAreOn()}>
            <p class="muted small review-keys-hint">{t('queue.keys')}</p>
          </Show>
        </Match>
        <Match when={queue.at() !== null && search().trim() !== ''}>
          <EmptyState title={t('queue.noMatchTitle', { text: search().trim() })}>{t('queue.noMatch')}</EmptyState>
        </Match>
        <Match when={queue.at() !== null && show() === 'mine'}>
          <EmptyState title={t('queue.noneMineTitle')}>{t('queue.noneMine')}</EmptyState>
        </Match>
        <Match when={queue.at() !== null}>
          <EmptyState title={t('queue.emptyTitle')}>{t('queue.empty')}</EmptyState>
        </Match>
      </Switch>
    </div>
  )
}

function Trouble(props: { readonly queue: ReturnType<typeof createReviewQueue> }): JSX.Element {
  const t = useText(reviewWords)
  const { language } = useLanguage()
  const isAway = () => props.queue.trouble()?.kind === 'unreachable'
  return (
    <Show when={props.queue.trouble()}>
      {(refusal) => (
        <Banner
          kind={isAway() ? 'info' : 'warning'}
          actions={
            <Button size="small" isBusy={props.queue.isAsking()} onPress={() => void props.queue.refresh()}>
              {t('queue.retry')}
            </Button>
          }
        >
          <Switch fallback={t('queue.failed', { reference: String(refusal().reference ?? refusal().kind) })}>
            <Match when={isAway() && props.queue.at()} keyed>
              {(at) => t('queue.asOf', { at: momentText(at, language()) })}
            </Match>
            <Match when={isAway()}>{t('queue.never')}</Match>
          </Switch>
        </Banner>
      )}
    </Show>
  )
}
