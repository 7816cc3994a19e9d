/**
 * An office: everything that is opened on one data folder, without HTTP. The serving relay, the command line, the sample office and the tests
 * all go through it, so there is one door to each thing.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decideOrg, evolveOrg, isOrgFact, NO_ORG, type OrgCommand, type OrgRefusal } from '@yejibu/shared/account/org'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { type AccountId, idFrom, type PlanId } from '@yejibu/shared/kernel/ids'
import type { Result } from '@yejibu/shared/kernel/result'
import type { CalendarRefusal } from '@yejibu/shared/plan/calendar-facts'
import type { HolidayYear } from '@yejibu/shared/plan/holiday-year'
import type { PlanCommand, PlanRefusal } from '@yejibu/shared/plan/plan-facts'
import type * as Y from 'yjs'
import { type Accounts, createAccounts } from './account/accounts.ts'
import type { Diary } from './account/diary.ts'
import type { Directory } from './account/directory.ts'
import { createFirstRun, type FirstRun } from './account/first-run.ts'
import { createLockout, type Lockout } from './account/lockout.ts'
import type { AuthorisationStore, MembershipRegister } from './account/membership-register.ts'
import { createSessions, type Sessions } from './account/sessions.ts'
import { type FiledFiles, openFiledFiles } from './application/filed-files.ts'
import { createPledgeLinks, type PledgeLinks } from './application/pledge-links.ts'
import type { SubmissionRegister } from './application/submission-register.ts'
import type { CaseClockParts } from './case/case-clock.ts'
import type { CaseDesk } from './case/case-desk.ts'
import type { PaymentOrders } from './case/payment-orders.ts'
import type { NoticeRegister } from './case/public-notices.ts'
import type { StatisticsRegister } from './case/statistics-routes.ts'
import type { OfficeConfig } from './config.ts'
import type { EvidenceStore } from './evidence/evidence.ts'
import { openEvidenceFolder } from './evidence/evidence-folder.ts'
import { openS3Originals, s3PlaceFrom } from './evidence/s3-originals.ts'
import { type WatchedOriginals, watchOriginals } from './evidence/watched-originals.ts'
import { type Forms, openForms } from './forms/forms.ts'
import { openS3Archives } from './forms/s3-archives.ts'
import type { AnyCommandKind } from './ledger/command-routes.ts'
import type { AppendRefusal, FactActor, Ledger } from './ledger/ledger.ts'
import { createPerform } from './ledger/perform.ts'
import { openTail, type Tail } from './ledger/tail.ts'
import type { Outbox } from './notices/delivery.ts'
import type { MessageBox } from './notices/message-box.ts'
import { fanOutSentence } from './operations/fan-out-words.ts'
import { type CommandRefusal, performCommand } from './perform-command.ts'
import { followCalendar, performCalendar, readCalendar } from './plan/calendar-register.ts'
import { type PlanRegister, performPlan, readPlan } from './plan/plan-register.ts'
import type { FanOut } from './relay/fan-out.ts'
import { readDocument } from './relay/read-document.ts'
import type { UpdateLog } from './relay/update-log.ts'
import type { ReviewQueue } from './review/review-queue.ts'
import type { OfficeClock } from './store/office-clock.ts'
import { openFanOut } from './store/open-fan-out.ts'
import { openOfficeClock, openStore } from './store/open-store.ts'
import { openDiary } from './store/sql/access-diary.ts'
import { openDirectory } from './store/sql/account-directory.ts'
import { openAttempts, openCredentials, openFirstRun, openSessions } from './store/sql/account-secrets.ts'
import { openCaseDesk } from './store/sql/case-desk.ts'
import { openCaseRegister, openSubmissions } from './store/sql/case-queries.ts'
import { openEvidence } from './store/sql/evidence-register.ts'
import { openFormBatches } from './store/sql/form-batch-store.ts'
import { openFormRegister } from './store/sql/form-queries.ts'
import { openLedger } from './store/sql/ledger.ts'
import { openPlans, openReviewQueue } from './store/sql/ledger-queries.ts'
import { openAuthorisations, openMembership } from './store/sql/membership-queries.ts'
import { openMessages } from './store/sql/message-box.ts'
import { openContacts, openOutbox } from './store/sql/outbox.ts'
import { openPledgeLinks } from './store/sql/pledge-link-store.ts'
import { openStatistics } from './store/sql/statistics-queries.ts'
import type { Database, OpenAs } from './store/sqlite/database.ts'
import type { Store } from './store/store.ts'

export interface Office {
  /** Its `now` is that of `clock`. */
  readonly config: OfficeConfig
  readonly clock: OfficeClock
  readonly store: Store
  /** The file of an office that keeps itself in SQLite. */
  readonly database: Database | null
  readonly ledger: Ledger
  /** What is new in the ledger. */
  readonly tail: Tail
  /** Where other relays hear of what is new, and this one of theirs. */
  readonly fanOut: FanOut
  /** The documents' updates. */
  readonly log: UpdateLog
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly lockout: Lockout
  readonly firstRun: FirstRun
  readonly directory: Directory
  readonly membership: MembershipRegister
  readonly authorisations: AuthorisationStore
  readonly evidence: EvidenceStore
  /** Where evidence files lie for all relays; null where the data folder is all there is. */
  readonly originals: WatchedOriginals | null
  readonly forms: Forms
  readonly submissions: SubmissionRegister
  /** What the relay knows of the files that applications name. */
  readonly files: FiledFiles
  readonly pledgeLinks: PledgeLinks
  readonly plans: PlanRegister
  readonly desk: CaseDesk
  readonly diary: Diary
  readonly messages: MessageBox
  readonly contacts: ReturnType<typeof openContacts>
  readonly outbox: Outbox
  readonly queue: ReviewQueue
  readonly statistics: StatisticsRegister
  /**
   * A command as a client sends it. `body` is parsed here; the answer comes after the commit.
   * Refusals: `malformed`, `command-id-taken`, `stream-moved-on` and what the rules say.
   */
  perform(kind: AnyCommandKind, body: unknown, actor: AccountId): Promise<Result<readonly Fact[], CommandRefusal>>
  performOrg(command: OrgCommand, actor: FactActor): Promise<Result<readonly Fact[], OrgRefusal | AppendRefusal>>
  /** What the public reads of cases and writes to them, and what the relay's clock brings about. */
  readonly publicly: CaseClockParts & { readonly notices: NoticeRegister; readonly orders: PaymentOrders }
  performPlan(
    plan: PlanId,
    command: PlanCommand,
    actor: FactActor,
  ): Promise<Result<readonly Fact[], PlanRefusal | AppendRefusal>>
  /** A year's holidays, from the command line. */
  performCalendar(
    year: HolidayYear,
    actor: FactActor,
  ): Promise<Result<readonly Fact[], CalendarRefusal | AppendRefusal>>
  /** The relay's own copy of a document, with what was received before the call. The caller destroys it. */
  readDocument(name: string): Promise<Y.Doc>
  /** From now on rulings wait for updates that these rooms have received but not yet committed. */
  attachRooms(rooms: { settled(): Promise<void> }): void
  close(): Promise<void>
}

/** Where things lie in the data folder. */
export const EVIDENCE_FOLDER = 'evidence'

/**
 * @param as `relay` for the one serving process, `tool` for a command line beside it (see `store/sqlite/database.ts`)
 * @throws DatabaseInUse, NewerSchema
 */
export async function openOffice(asked: OfficeConfig, as: OpenAs = 'tool'): Promise<Office> {
  const randomBytes = (count: number) => asked.randomBytes(count)
  const { complain } = asked
  const evidenceFolder = join(asked.dataFolder, EVIDENCE_FOLDER)
  if (as !== 'reader') await mkdir(evidenceFolder, { recursive: true, mode: 0o700 })
  const { store, log, database } = await openStore({
    ...{ dataFolder: asked.dataFolder, address: asked.store, as, now: asked.now },
    newEpoch: () => idFrom(randomBytes(20)),
    onLost: (error) => complain('a connection to the store broke', error),
  })
  const clock = await openOfficeClock(asked, store, as)
  const now = clock.now
  const config: OfficeConfig = { ...asked, now }

  const ledger = openLedger(store)
  const tail = await openTail(ledger, (error) => complain('a listener to the ledger failed', error))
  const fanOut = await openFanOut(config.fanOut, store, (error) => complain(fanOutSentence(error), null))
  await followCalendar(ledger, tail, (error) => complain('the calendar could not be read again', error))
  fanOut.listen(({ facts }) => {
    if (facts) void tail.look()
  })
  const perform = createPerform({
    ledger,
    exclusively: store.exclusively,
    now,
    randomBytes,
    // A year that another relay took a moment ago counts at once.
    beforeDeciding: async (stream) => {
      await clock.lookWhenUneven()
      if (stream.startsWith('application/')) await readCalendar(ledger)
    },
    onAppended: () => {
      void tail.look()
      fanOut.tell({ documents: [], facts: true })
    },
  })
  const directory = openDirectory(store)
  const sessions = createSessions({ store: openSessions(store), now, randomBytes })
  const credentials = openCredentials(store)
  const accounts = createAccounts({ directory, credentials, sessions, perform, now, randomBytes })
  const place = config.evidence === null ? null : s3PlaceFrom(config.evidence)
  const originals = place && watchOriginals(openS3Originals(place), now)
  const evidence = openEvidenceFolder({
    folder: evidenceFolder,
    register: openEvidence(store),
    originals,
    maxBytes: config.maxEvidenceBytes,
    now,
  })
  const files = openFiledFiles(evidence)
  const submissions = openSubmissions(store)
  const forms = openForms({
    ledger,
    directory,
    evidence,
    register: openFormRegister(store),
    store: openFormBatches(store),
    shared: place && openS3Archives(place),
    alone: store.unlessUnderWay,
    dataFolder: config.dataFolder,
    now,
    randomBytes,
    complain,
  })
  const register = openCaseRegister(store)
  const membership = openMembership(store)
  const authorisations = openAuthorisations(store)
  let rooms: { settled(): Promise<void> } = { settled: async () => {} }
  const readOwn = (name: string) => readDocument(log, rooms, name)

  const performOrg: Office['performOrg'] = (command, actor) =>
    perform({
      stream: `org/${command.data.org}`,
      actor,
      command: null,
      expected: null,
      decide: async (facts) => decideOrg(facts.filter(isOrgFact).reduce(evolveOrg, NO_ORG), command),
    })

  return {
    config,
    clock,
    store,
    database,
    ledger,
    tail,
    fanOut,
    log,
    accounts,
    sessions,
    lockout: createLockout(openAttempts(store), now),
    firstRun: createFirstRun({
      store: openFirstRun(store),
      accounts,
      directory,
      performOrg,
      now,
      randomBytes,
    }),
    directory,
    membership,
    authorisations,
    evidence,
    originals,
    forms,
    submissions,
    files,
    pledgeLinks: createPledgeLinks({
      store: openPledgeLinks(store),
      submissions,
      directory,
      evidence,
      planNow: (plan) => readPlan(ledger, plan),
      now,
      randomBytes,
    }),
    plans: openPlans(store),
    desk: openCaseDesk(store),
    diary: openDiary(store, now),
    messages: openMessages(store),
    contacts: openContacts(store),
    outbox: openOutbox(store),
    queue: openReviewQueue(store),
    statistics: openStatistics(store),
    perform: (kind, body, account) =>
      performCommand(
        {
          ...{ perform, ledger, directory, submissions, files, register, evidence, membership, authorisations, now },
          readDocument: readOwn,
        },
        kind,
        body,
        account,
      ),
    performOrg,
    publicly: { perform, ledger, register, now, notices: register, standing: register, orders: register },
    performCalendar: (year, actor) => performCalendar({ perform, ledger, now }, year, actor),
    performPlan: (plan, command, actor) => performPlan(perform, plan, command, actor),
    readDocument: readOwn,
    attachRooms(attached) {
      rooms = attached
    },
    async close() {
      clock.close()
      await fanOut.close()
      await tail.close()
      await forms.close()
      await store.close()
    },
  }
}
