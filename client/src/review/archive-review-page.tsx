/**
 * `/review/:archive`: HR reads an archive live and rules on it, entry by entry (domain §3.6). The archive document is only read here; what
 * HR decides goes to the relay as commands. One's own archive is never opened here (domain §2.2).
 */
import { useParams, useSearchParams } from '@solidjs/router'
import { documentName } from '@yejibu/shared/account/access'
import type { Digest } from '@yejibu/shared/archive/revision'
import { type AccountId, accountIdSchema, type ItemId, itemIdSchema } from '@yejibu/shared/kernel/ids'
import { isReviewFact } from '@yejibu/shared/review/review-facts'
import { touchedSchema } from '@yejibu/shared/wire/touched-applications'
import { createEffect, createMemo, createSignal, type JSX, Match, onCleanup, Show, Switch } from 'solid-js'
import { createNames } from '../account/create-names.ts'
import { useSession } from '../account/session-context.ts'
import { useText } from '../language/language.tsx'
import { reviewWords } from '../language/review.ts'
import { createArchive } from '../sync/create-archive.ts'
import { createPresence } from '../sync/create-presence.ts'
import { useWorkplace } from '../sync/workplace-context.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useNavCounts } from '../ui/nav-counts.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { createReviewRoom } from './create-review-room.ts'
import { createFetchAhead, waitingEvidence } from './fetch-ahead.ts'
import { isSessionEnded, type Reviewer, reviewerIn } from './may-rule-on.ts'
import { createReasonPhrases } from './reason-phrases.ts'
import { ReviewDesk } from './review-desk.tsx'
import { createKeptQueue, createReviewQueue, waitingPeople } from './review-queue.ts'
import './review.css'

export default function Page(): JSX.Element {
  const t = useText(reviewWords)
  const params = useParams()
  const { state } = useSession()
  const owner = createMemo(() => accountIdSchema.safeParse(params.archive).data ?? null)
  const kept = createKeptQueue(useWorkplace().database)
  onCleanup(kept.stop)
  const me = createMemo(
    () => {
      const now = state()
      if (now.kind !== 'signed-in') return null
      // Who is HR of several employers reviews for the one at which this person works.
      const employer = kept.value()?.people.find(({ account }) => account === owner())?.employer
      return { name: now.session.account.name, reviewer: reviewerIn(now.session, employer) }
    },
    null,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const isOwn = () => me()?.reviewer?.actor.accountId === owner()
  return (
    <Switch fallback={<Refused text={t('room.notHr')} />}>
      <Match when={isSessionEnded(state())}>
        <Refused text={t('room.ended')} />
      </Match>
      <Match when={isOwn()}>
        <Refused text={t('room.own')} />
      </Match>
      <Match when={me()?.reviewer ? owner() : null} keyed>
        {(archive) => (
          <Show when={me()?.reviewer} keyed>
            {(reviewer) => <ArchiveUnderReview archive={archive} reviewer={reviewer} myName={me()?.name ?? ''} />}
          </Show>
        )}
      </Match>
    </Switch>
  )
}

function Refused(props: { readonly text: string }): JSX.Element {
  const t = useText(reviewWords)
  return (
    <div class="page page--narrow">
      <PageHeader title={t('queue.title')} back={{ href: '/review', label: t('room.back') }} />
      <Banner kind="warning">{props.text}</Banner>
    </div>
  )
}

interface ArchiveUnderReviewProps {
  readonly archive: AccountId
  readonly reviewer: Reviewer
  readonly myName: string
}

function ArchiveUnderReview(props: ArchiveUnderReviewProps): JSX.Element {
  const t = useText(reviewWords)
  const workplace = useWorkplace()
  const [query, setQuery] = useSearchParams()
  const { archive: owner, reviewer } = props
  const archiveLoan = workplace.borrow(documentName({ kind: 'archive', owner }))
  const deskLoan = workplace.borrow(documentName({ kind: 'desk', owner, employer: reviewer.employer.id }))
  const ownLoan = workplace.borrow(documentName({ kind: 'private', owner: workplace.account }))
  const handbookLoan = workplace.borrow(documentName({ kind: 'handbook', employer: reviewer.employer.id }))
  const [document, desk] = [archiveLoan.document, deskLoan.document]
  const phrases = createReasonPhrases(ownLoan.document.doc, handbookLoan.document.doc)
  const names = createNames(workplace)
  const touched = (item: ItemId, digest: Digest) =>
    workplace.api.call('GET', `/api/review/touched?archive=${owner}&item=${item}&digest=${digest}`, touchedSchema)
  const review = () => workplace.facts.reviewOfArchive(owner)
  const archive = createArchive({ doc: document.doc, undo: document.undo, owner, review })
  const presence = createPresence(desk.awareness)
  const queue = createReviewQueue({ api: workplace.api, database: workplace.database })
  useNavCounts().report('/review', () => waitingPeople(queue.people(), workplace.account).length)
  const isReady = createReady(document, () => workplace.facts.isCurrent(`archive/${owner}`))
  const room = createReviewRoom({
    isReady,
    sentOnce: (digest) =>
      workplace.facts
        .factsOf(`archive/${owner}`)
        .filter(isReviewFact)
        .flatMap((fact) =>
          fact.kind === 'revision-sent' && fact.data.digest === digest ? fact.data.content : [],
        )[0] ?? null,
    archive,
    review,
    outbox: workplace.outbox,
    owner,
    reviewer,
    initially: itemIdSchema.safeParse(query.item).data ?? null,
    onSelect: (item) => setQuery({ item }, { replace: true, scroll: false }),
  })
  onCleanup(() => {
    presence.dispose()
    archive.dispose()
    archiveLoan.giveBack()
    deskLoan.giveBack()
    ownLoan.giveBack()
    handbookLoan.giveBack()
  })
  createEffect(() => {
    presence.setMine({
      account: reviewer.actor.accountId,
      name: props.myName,
      role: reviewer.isLead ? 'hr-lead' : 'hr-clerk',
      item: room.shown()?.item ?? null,
    })
  })
  createFetchAhead({
    wanted: () => waitingEvidence(owner, review()),
    store: workplace.evidence,
    isOnline: () => document.connection().kind === 'live',
  })
  // The account's id is no name: until one has come, the heading says only what this is.
  const title = () => {
    const name = queue.people().find(({ account }) => account === owner)?.name ?? archive.profile().fields.fullName
    return name ? t('room.title', { name }) : t('room.titleUnnamed')
  }
  const connection = () => document.connection()
  /** Her right ended while she read: what this device holds is no longer shown. */
  const isTurnedAway = () => {
    const now = connection()
    return now.kind === 'ended' && now.reason === 'forbidden'
  }
  const isKnownHere = () => room.entries().length > 0
  const nameOf = (sha256: string) => {
    const shown = room.shown()
    const item = shown ? archive.item(shown.item) : undefined
    return item?.evidence.find((file) => file.sha256 === sha256)?.name
  }
  const reread = async () => {
    await document.resolveEpoch('take-theirs')
    location.reload()
  }
  return (
    <div class="page page--wide review-page">
      <PageHeader title={title()} back={{ href: '/review', label: t('room.back') }} />
      <Show when={isReady()} fallback={<Skeleton lines={8} />}>
        <Ended connection={connection()} onReread={() => void reread()} />
        <Show when={connection().kind === 'away'}>
          <Banner kind="info">{t(isKnownHere() ? 'room.offline' : 'room.offlineEmpty')}</Banner>
        </Show>
        <Show when={!isTurnedAway() && (isKnownHere() || connection().kind === 'live')}>
          <ReviewDesk
            room={room}
            desk={desk}
            presence={presence}
            evidence={workplace.evidence}
            outbox={workplace.outbox}
            myName={props.myName}
            names={names}
            phrases={phrases}
            touched={touched}
            nameOf={nameOf}
          />
        </Show>
      </Show>
    </div>
  )
}

type Connection = ReturnType<ReturnType<ReturnType<typeof useWorkplace>['borrow']>['document']['connection']>

/** A connection that ended for good: why, and what to do. */
function Ended(props: { readonly connection: Connection; readonly onReread: () => void }): JSX.Element {
  const t = useText(reviewWords)
  const reason = () => (props.connection.kind === 'ended' ? props.connection.reason : null)
  return (
    <Switch>
      <Match when={reason() === 'forbidden'}>
        <Banner kind="error">{t('room.forbidden')}</Banner>
      </Match>
      <Match when={reason() === 'gone'}>
        <Banner kind="error">{t('room.gone')}</Banner>
      </Match>
      <Match when={reason() === 'epoch-changed'}>
        <Banner kind="warning" actions={<Button onPress={() => props.onReread()}>{t('room.reread')}</Button>}>
          {t('room.reset')}
        </Banner>
      </Match>
      <Match when={reason() === 'bad-frame'}>
        <Banner kind="error" actions={<Button onPress={() => location.reload()}>{t('room.reload')}</Button>}>
          {t('room.badVersion')}
        </Banner>
      </Match>
    </Switch>
  )
}

/** How long the first answer of the relay is waited for before what this device holds is shown, in milliseconds. */
const FIRST_ANSWER = 4_000

/**
 * True once the copy of this device has been read and the relay has answered or is away, for the document and for the facts: what is pinned as
 * the current version is then the relay's, its arrival is not mistaken for an edit, and what waits comes first. Stays true.
 */
function createReady(
  document: { readonly whenLoaded: Promise<void>; readonly connection: () => Connection },
  hasFacts: () => boolean,
): () => boolean {
  const [isLoaded, setLoaded] = createSignal(false)
  const [isLate, setLate] = createSignal(false)
  const timer = setTimeout(() => setLate(true), FIRST_ANSWER)
  onCleanup(() => clearTimeout(timer))
  void document.whenLoaded.then(() => setLoaded(true))
  return createMemo<boolean>(
    (before) => before || (isLoaded() && (isLate() || (document.connection().kind !== 'connecting' && hasFacts()))),
    false,
  )
}
