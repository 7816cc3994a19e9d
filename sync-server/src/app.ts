/** The list of routes. What each does stands beside its path in the slices; what holds for all of them stands in `http/`. */
import { type Context, Hono } from 'hono'
import { firstRunRoutes } from './account/first-run-routes.ts'
import { membershipRoutes } from './account/membership-routes.ts'
import { noteCopies, noteLook } from './account/note-look.ts'
import { operatorRoutes } from './account/operator-routes.ts'
import { ownAccountRoutes } from './account/own-account-routes.ts'
import { registrationRoutes } from './account/registration-routes.ts'
import { sampleRoutes } from './account/sample-routes.ts'
import { sessionRoutes } from './account/session-routes.ts'
import { pledgeLinkRoutes, signingRoutes } from './application/pledge-link-routes.ts'
import { touchedRoutes } from './application/touched-routes.ts'
import { caseRoutes } from './case/case-routes.ts'
import { noteExport } from './case/note-export.ts'
import { officeRoutes } from './case/office-routes.ts'
import type { OnlineProvider } from './case/payment-provider.ts'
import { paymentNewsRoutes, paymentRoutes } from './case/payment-routes.ts'
import { publicRoutes } from './case/public-routes.ts'
import { createQueueNews } from './case/queue-news.ts'
import { reportWayRoutes } from './case/report-ways.ts'
import { statisticsRoutes } from './case/statistics-routes.ts'
import { evidenceRoutes } from './evidence/evidence-routes.ts'
import { batchRoutes } from './forms/batch-routes.ts'
import { checkRoutes } from './forms/check-routes.ts'
import { draftPaperRoutes } from './forms/draft-paper-routes.ts'
import { formRoutes } from './forms/form-routes.ts'
import { meetingRoutes } from './forms/meeting-routes.ts'
import { addressOf, type EdgeParts, jsonLimit, ownPagesOnly, securityHeaders } from './http/edge.ts'
import { defect, refused } from './http/problem.ts'
import { atMost } from './http/rate-limit.ts'
import { type SignedIn, signedInOnly } from './http/session.ts'
import { makeWriteLimits } from './http/write-limits.ts'
import { commandRoutes } from './ledger/command-routes.ts'
import { feedRoutes } from './ledger/feed-routes.ts'
import { diaryRoutes, messageRoutes } from './notices/message-routes.ts'
import type { Office } from './office.ts'
import { healthRoutes, type SocketCounts } from './operations/probes/health-routes.ts'
import type { Metrics } from './operations/probes/metrics.ts'
import { probeRoutes } from './operations/probes/probe-routes.ts'
import { createStoreWatch, type StoreWatch, storeTrial } from './operations/probes/store-watch.ts'
import { planRoutes } from './plan/plan-routes.ts'
import { reviewRoutes } from './review/review-routes.ts'
import { diskCause } from './store/disk-trouble.ts'

export interface AppParts extends EdgeParts {
  readonly office: Office
  /** Printed on forms, where anybody checks them; without it the address that was asked. */
  readonly printedOrigin?: string
  /** The online provider, where one is set up. */
  readonly online?: OnlineProvider | null
  /** The built client's routes; null for the API alone. */
  readonly client: Hono | null
  /** What machines ask about (`operations/probes`); a serving relay has one. */
  readonly probes?: {
    readonly watch: StoreWatch
    readonly metrics: Metrics
    readonly metricsToken: string | null
    counts?(): SocketCounts
    isStopping(): boolean
  }
  /** Ends answers that would never end by themselves. */
  readonly stopping?: AbortSignal
  /** Where defects are noted. */
  readonly journal: { error(details: object, message: string): void }
}

/** Milliseconds. */
const HEARTBEAT = 15_000

/** Hashing a password costs 50 ms of a core: one address gets so many tries, right or wrong. */
const SIGN_INS = { times: 60, perSeconds: 60 }

/** Accounts that people of one address open for themselves: a department's first morning, not a flood. */
const NEW_ACCOUNTS = { times: 40, perSeconds: 3600 }

/** Whoever holds a link for the pledge looks and signs once or twice; many tries are guesses. */
const SIGNINGS = { times: 40, perSeconds: 60 }
const PLEDGE_LINKS = { times: 20, perSeconds: 600 }

/** Codes of printed forms that people of one address look up: a clerk with a pile of paper, not somebody who tries them all. */
const CHECKS = { times: 120, perSeconds: 60 }

/** Bodies with a limit of their own. */
function takesFiles(path: string): boolean {
  return path.startsWith('/api/evidence/') || path.startsWith('/api/registrations/')
}

export function createApp(parts: AppParts): Hono {
  const { office, isHttps } = parts
  const { accounts, config, directory, evidence, firstRun, ledger, lockout, plans, queue, sessions, tail } = office
  const address = (c: Context) => addressOf(c, parts.isBehindProxy)
  const writes = makeWriteLimits(address)
  const limitSignIns = atMost(SIGN_INS, address)
  const door = { accounts, directory, sessions, lockout, isHttps, addressOf: address }

  const watch =
    parts.probes?.watch ??
    createStoreWatch({ tryDisk: storeTrial(office.store, config.dataFolder), now: () => config.now() })

  const app = new Hono()
  app.onError((error, c) => {
    if (diskCause(error)) watch.failed(error)
    return defect(c, error, (details, message) => parts.journal.error(details, message))
  })
  if (parts.probes) app.use('*', parts.probes.metrics.requests)
  app.use('*', securityHeaders(parts))
  app.use('/api/*', ownPagesOnly(parts), async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  app.use('/api/*', writes.ofAddress)
  app.use('/api/*', (c, next) => (takesFiles(c.req.path) ? next() : jsonLimit(c, next)))

  app.route(
    '/',
    probeRoutes({
      ...{ ledger, originals: office.originals, metrics: null, metricsToken: null, isStopping: () => false },
      ...parts.probes,
      watch,
    }),
  )
  app.on('POST', ['/api/session', '/api/session/password', '/api/first-run/*', '/api/accounts'], limitSignIns)
  app.on('POST', ['/api/accounts'], atMost(NEW_ACCOUNTS, address))
  app.route('/api/session', sessionRoutes(door))
  app.route('/api/first-run', firstRunRoutes({ ...door, firstRun }))
  app.route('/api/accounts', ownAccountRoutes(door))
  if (config.isSample) app.route('/api/sample', sampleRoutes(door))

  app.on('POST', ['/api/signing/*'], atMost(SIGNINGS, address))
  app.route('/api/signing', signingRoutes(office.pledgeLinks))

  app.use('/api/check/*', atMost(CHECKS, address))
  app.route('/api/check', checkRoutes(ledger))

  app.route('/api/public', publicRoutes({ ...office.publicly, addressOf: address }))

  if (parts.online) app.route('/api/pay', paymentNewsRoutes({ ...office.publicly, online: parts.online }))
  const queues = createQueueNews(ledger)
  const signedIn = new Hono<SignedIn>()
  signedIn.use('*', signedInOnly(door), writes.ofAccount)
  signedIn.route('/commands', commandRoutes(office, writes.rows))
  signedIn.route(
    '/feed',
    feedRoutes({
      ledger,
      tail,
      directory,
      sessions,
      heartbeat: HEARTBEAT,
      concernsQueueOf: queues.concerns,
      noteCopies: (actor, facts) => noteCopies(office, actor, facts),
      stopping: parts.stopping ?? null,
    }),
  )
  signedIn.route('/review', reviewRoutes({ queue, directory, readDocument: office.readDocument }))
  signedIn.route('/review', touchedRoutes({ directory, submissions: office.submissions, ledger }))
  signedIn.on(
    'POST',
    '/pledge-links',
    atMost(PLEDGE_LINKS, (c) => c.get('actor').accountId),
  )
  signedIn.route('/pledge-links', pledgeLinkRoutes(office.pledgeLinks))
  signedIn.route('/cases', caseRoutes({ desk: office.desk, ledger, evidence, diary: office.diary, directory }))
  signedIn.route('/office', officeRoutes({ ...office.publicly, directory, diary: office.diary }))
  signedIn.route('/statistics', statisticsRoutes({ ...office, now: () => config.now() }))
  signedIn.route('/ways', reportWayRoutes({ ...office.publicly, directory }))
  signedIn.route('/payments', paymentRoutes({ ...office.publicly, online: parts.online ?? null }))
  signedIn.route('/messages', messageRoutes(office))
  signedIn.route('/diary', diaryRoutes(office))
  const printedOrigin = parts.printedOrigin ?? null
  const { subjects, press, batches } = office.forms
  signedIn.route('/forms/batches', batchRoutes({ batches, subjects, diary: office.diary, origin: printedOrigin }))
  signedIn.route(
    '/forms/draft',
    draftPaperRoutes({
      ...{ ledger, directory, submissions: office.submissions, files: office.files, press },
      now: () => config.now(),
    }),
  )
  signedIn.route(
    '/forms/meetings',
    meetingRoutes({
      ...{ subjects, ledger, press, directory, diary: office.diary, origin: printedOrigin },
      now: () => config.now(),
    }),
  )
  signedIn.route(
    '/forms',
    formRoutes({
      subjects,
      press,
      directory,
      diary: office.diary,
      noteExport: (subject, actor) => noteExport(office.publicly, subject, actor),
      origin: printedOrigin,
      now: () => config.now(),
    }),
  )
  signedIn.route('/plans', planRoutes({ ledger, plans, now: () => config.now() }))
  signedIn.route(
    '/evidence',
    evidenceRoutes({
      evidence,
      directory,
      ledger,
      maxBytes: config.maxEvidenceBytes,
      readDocument: office.readDocument,
      standing: office.publicly.standing,
      onRead: (actor, owner) => noteLook(office, actor, owner, 'file'),
    }),
  )
  const onboarding = { ...door, membership: office.membership, authorisations: office.authorisations }
  const made = { now: () => config.now(), randomBytes: (count: number) => config.randomBytes(count) }
  signedIn.route('/', membershipRoutes(onboarding))
  signedIn.route('/registrations', registrationRoutes({ ...onboarding, ...made }))
  const counts = parts.probes?.counts ?? (() => ({ sockets: 0, rooms: 0, relays: null }))
  signedIn.route('/operator/health', healthRoutes({ office, watch, counts }))
  signedIn.route('/operator', operatorRoutes({ ...onboarding, ...made }))
  app.all('/api/public/*', (c) => refused(c, { kind: 'not-found' }))
  app.all('/api/sample/*', (c) => refused(c, { kind: 'not-found' }))
  app.route('/api', signedIn)
  app.all('/api/*', (c) => refused(c, { kind: 'not-found' }))
  if (parts.client) app.route('/', parts.client)
  app.notFound((c) => refused(c, { kind: 'not-found' }))
  return app
}
