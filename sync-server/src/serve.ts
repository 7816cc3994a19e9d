/**
 * An office on the network: HTTP, the documents' sockets, and what ties them together — a fact that changes who may do what closes or
 * reopens the sockets it concerns.
 *
 * Always true: when `close` resolves, everything acknowledged is on disk and nothing listens any more.
 */
import { readFile } from 'node:fs/promises'
import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createAdaptorServer } from '@hono/node-server'
import { ownerOf } from '@yejibu/shared/account/access'
import { type AccessRevoked, isOrgFact } from '@yejibu/shared/account/org'
import { isCaseFact } from '@yejibu/shared/case/case-facts'
import type { Fact } from '@yejibu/shared/kernel/fact'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import { createAdmission } from './account/admission.ts'
import { noteLook } from './account/note-look.ts'
import { createApp } from './app.ts'
import { keepTime, letClockRun } from './case/case-clock.ts'
import { askAfterOrders } from './case/payment-provider.ts'
import { remind } from './case/reminders.ts'
import { isLoopback, type RelayConfig } from './config.ts'
import { clientFiles } from './http/client-files.ts'
import { stopServer, watchTraffic } from './http/orderly-stop.ts'
import { openChannels } from './notices/channels.ts'
import { deliver } from './notices/delivery.ts'
import type { Office } from './office.ts'
import { evidenceSentence } from './operations/check-evidence-store.ts'
import { createMetrics } from './operations/probes/metrics.ts'
import { createStoreWatch, storeTrial } from './operations/probes/store-watch.ts'
import { watchedLog } from './operations/probes/watched-log.ts'
import { watchClock } from './operations/watch-clock.ts'
import { attachSync } from './relay/attach-sync.ts'
import type { Rooms } from './relay/rooms.ts'
import type { OpenSocket } from './relay/socket.ts'

export interface Journal {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export interface Serving {
  /** With a slash at the end. */
  readonly url: string
  readonly rooms: Rooms
  close(): Promise<void>
}

/** @param sweep milliseconds between two looks at the sessions behind open sockets */
export async function serve(config: RelayConfig, office: Office, journal: Journal, sweep = SWEEP_MS): Promise<Serving> {
  const isHttps = config.certificate !== null || config.isBehindProxy
  const origins = new Set(config.origins)
  const allowsOrigin = (origin: string) => origins.has(origin)
  const client = await clientFiles(config.clientFolder)
  const [printedOrigin] = config.origins
  const monotonic = () => performance.now()
  const now = () => office.config.now()
  const watch = createStoreWatch({ tryDisk: storeTrial(office.store, office.config.dataFolder), now })
  let rooms: Rooms | null = null
  const counts = () => ({ ...(rooms?.counts() ?? { sockets: 0, rooms: 0 }), relays: rooms?.otherRelays() ?? null })
  const stopping = new AbortController()
  const metrics = createMetrics({
    dataFolder: office.config.dataFolder,
    watch,
    originals: office.originals,
    clockAhead: office.clock.ahead,
    counts,
    facts: async () => (await office.ledger.head()).seq,
    now: monotonic,
  })
  const app = createApp({
    office,
    client,
    journal,
    allowsOrigin,
    isHttps,
    isBehindProxy: config.isBehindProxy,
    online: config.online ?? null,
    probes: {
      ...{ watch, metrics, counts, metricsToken: config.metricsToken ?? null },
      isStopping: () => stopping.signal.aborted,
    },
    stopping: stopping.signal,
    ...(printedOrigin ? { printedOrigin } : {}),
  })
  const server = await makeServer(config, app.fetch)
  const traffic = watchTraffic(server)
  const sync = attachSync(server, {
    log: watchedLog(office.log, watch, metrics.commits, monotonic),
    fanOut: office.fanOut,
    admission: createAdmission(office),
    allowsOrigin,
    now: () => office.config.now().getTime(),
    journal,
    opened: ({ actor, document }) => {
      if (document.kind !== 'archive') return
      noteLook(office, actor, document.owner, 'archive').catch((error: unknown) =>
        journal.error({ error }, 'a look into an archive could not be noted'),
      )
    },
  })
  rooms = sync.rooms
  office.attachRooms(sync.rooms)
  watchFiles(office, journal)
  const stopClock = keepTime(
    () => office.store.unlessUnderWay('clock', () => letClockRun(office.publicly)),
    CLOCK_MS,
    (error) => journal.error({ error }, 'the clock of the cases stumbled'),
  )
  const stopReminding = keepTime(
    () =>
      office.store.unlessUnderWay('reminders', () =>
        remind({ ...office.publicly, plans: office.plans, log: office.log, readDocument: office.readDocument }),
      ),
    REMINDERS_MS,
    (error) => journal.error({ error }, 'the reminders stumbled'),
  )
  const stopPrinting = keepTime(
    async () => office.forms.batches.resume(),
    BATCHES_MS,
    () => {},
  )
  const { online } = config
  const stopAsking = online
    ? keepTime(
        () => office.store.unlessUnderWay('orders', () => askAfterOrders(office.publicly, online)),
        CLOCK_MS,
        // A provider's error may quote what was sent: its message alone is noted.
        (error) =>
          journal.error(
            { message: error instanceof Error ? error.message : '' },
            'the payment provider could not be asked',
          ),
      )
    : async () => {}
  const unwatchClock = watchClock(office.clock, journal, watch)
  const unwatch = watchRights(office, sync.rooms, journal, sweep)
  const port = await listen(server, config)
  const scheme = config.certificate ? 'https' : 'http'
  if (isLoopback(config.host)) {
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) origins.add(`${scheme}://${name}:${port}`)
  }
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  const url = `${scheme}://${host}:${port}/`
  const channels = config.channels ? openChannels(config.channels, office.contacts) : []
  const stopPost =
    channels.length === 0
      ? async () => {}
      : keepTime(
          () =>
            office.store.unlessUnderWay('post', () =>
              deliver({
                outbox: office.outbox,
                channels,
                link: config.origins[0] ?? url,
                now: () => office.config.now(),
              }),
            ),
          POST_MS,
          (error) => journal.error({ error }, 'messages could not be sent on'),
        )
  return {
    url,
    rooms: sync.rooms,
    async close() {
      stopping.abort()
      unwatch()
      unwatchClock()
      // Pages are let go at once, whatever a provider outside takes to answer.
      await Promise.all([
        stopServer(server, traffic, () => sync.close()),
        stopClock(),
        stopReminding(),
        stopPrinting(),
        stopPost(),
        stopAsking(),
      ])
    },
  }
}

/** A store of files that is away at the start is noted then, and not when somebody sends the first file. */
function watchFiles({ originals }: Office, journal: Journal): void {
  originals?.onTrouble((trouble) => journal.error(trouble, evidenceSentence(trouble.cause)))
  originals?.tryOut().catch((error: unknown) => journal.warn({ error }, 'the store of files was tried at the start'))
}

/**
 * How often to look whether another process has written, and then whether it ended sessions behind open sockets: a token that the command line
 * revoked loses its sockets within a second.
 */
const SWEEP_MS = 400

/** Asks again for every right that a fact may have changed, and lets go of sessions that ended; returns the undo. */
function watchRights(office: Office, rooms: Rooms, journal: Journal, sweep: number): () => void {
  const attempt = (work: Promise<void>) => {
    work.catch((error: unknown) => journal.error({ error }, 'a right could not be asked for again'))
  }
  const undo = [
    office.tail.listen((facts) => {
      for (const fact of facts) attempt(reconsider(office, rooms, fact))
    }),
    office.sessions.onEnded(({ id }) => rooms.dismiss((socket) => socket.session === id, CLOSE.notSignedIn)),
  ]
  office.tail.watch()
  let version: number | null = null
  const look = async () => {
    const now = await office.store.versionOfOthers()
    if (now === version) return
    version = now
    await dismissEnded(office, rooms, () => true)
  }
  const sweeping = setInterval(() => {
    attempt(look())
  }, sweep).unref()
  return () => {
    clearInterval(sweeping)
    for (const stop of undo) stop()
  }
}

async function reconsider(office: Office, rooms: Rooms, fact: Fact): Promise<void> {
  if (isCaseFact(fact)) {
    // Submitted, taken back, returned: its owner may write in it now, or may no longer.
    const application = fact.stream.slice('application/'.length)
    await rooms.reconsider(({ document }) => document.kind === 'application' && document.applicationId === application)
  } else if (isOrgFact(fact) && fact.kind !== 'org-registered') {
    const { account } = fact.data
    // Both what she may open and who may open what is hers.
    await rooms.reconsider(({ actor, document }) => actor.accountId === account || ownerOf(document) === account)
    // Whoever is no longer HR signs in again as what is left, and the tokens of her scripts are spent.
    if (fact.kind === 'member-removed' && HR_ROLES.has(fact.data.role)) await office.sessions.endAll(account, null)
  } else if (isAccessRevoked(fact)) {
    const { account } = fact.data
    await dismissEnded(office, rooms, (socket) => socket.actor.accountId === account)
  }
}

/** A notice is witnessed and a deadline takes effect within these milliseconds. */
const CLOCK_MS = 600_000

/** Drafts of a plan that closes soon are opened for it. */
const REMINDERS_MS = 3_600_000

/** How often to look for batches of forms that another relay left lying, and for papers that were kept long enough. */
const BATCHES_MS = 60_000

/** How often messages go out. */
const POST_MS = 60_000

const HR_ROLES: ReadonlySet<string> = new Set(['hr-lead', 'hr-clerk'])

async function dismissEnded(office: Office, rooms: Rooms, filter: (socket: OpenSocket) => boolean): Promise<void> {
  const ids = new Set<string>()
  rooms.dismiss((socket) => {
    if (socket.session !== null && filter(socket)) ids.add(socket.session)
    return false
  }, CLOSE.notSignedIn)
  const ended = new Set(await office.sessions.endedAmong([...ids]))
  if (ended.size > 0) rooms.dismiss(({ session }) => session !== null && ended.has(session), CLOSE.notSignedIn)
}

function isAccessRevoked(fact: Fact): fact is Fact & AccessRevoked {
  return fact.kind === 'access-revoked'
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

async function makeServer(config: RelayConfig, fetch: Fetch): Promise<Server> {
  const { certificate } = config
  const made = certificate
    ? createAdaptorServer({
        fetch,
        createServer: createHttpsServer,
        serverOptions: { cert: await readFile(certificate.certFile), key: await readFile(certificate.keyFile) },
      })
    : createAdaptorServer({ fetch, createServer: createHttpServer })
  // HTTP/2 has other servers; these two are what was asked for.
  return made as Server
}

function listen(server: Server, { host, port }: RelayConfig): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
