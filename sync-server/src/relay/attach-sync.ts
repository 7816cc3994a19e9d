/**
 * Speaks the y-websocket protocol on `/sync/<document>` of an HTTP server.
 *
 * Always true: the upgrade of our own pages and scripts is completed before the gate is asked, and a refusal is a close code, since only
 * those reach a browser's WebSocket; a foreign page (`Origin`) gets a plain 403. `error` and `message` listeners are attached in the
 * same turn as the upgrade: a broken frame ends its connection, never the process. No frame is read before the gate answered.
 */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import { ACK_PARAM, SYNC_PATH } from '@yejibu/shared/wire/sync-frames'
import { WebSocketServer } from 'ws'
import { type Compaction, makeCompaction, threadMerger } from './compaction.ts'
import { Connection, type Connections } from './connection.ts'
import { makeExpiry } from './expiry.ts'
import type { FanOut } from './fan-out.ts'
import { framed } from './framed.ts'
import { presenceFrame } from './frames.ts'
import { type Admission, type Entry, passGate, urlOf } from './gate.ts'
import { LIMITS, type Limits } from './limits.ts'
import { type Journal, Rooms } from './rooms.ts'
import { SyncSocket } from './socket.ts'
import type { UpdateLog } from './update-log.ts'

export interface SyncParts {
  readonly log: UpdateLog
  readonly admission: Admission
  /** Asked for the `Origin` header of browsers; scripts send none and are let through to the gate. */
  allowsOrigin(origin: string): boolean
  /** Milliseconds since 1970. */
  now(): number
  readonly journal: Journal
  readonly limits?: Partial<Limits>
  readonly compaction?: Compaction
  readonly fanOut?: FanOut
  /** Somebody was let in to a document. */
  opened?(entry: Entry): void
}

export interface Sync {
  readonly rooms: Rooms
  /** Closes every connection (1001), waits for what was received to be on disk. The HTTP server stays the caller's. */
  close(): Promise<void>
}

/** How long a client may take to say goodbye when the relay closes. */
const GOODBYE_MS = 500
/** Milliseconds over which clients are sent away: one for each, up to so many. */
const LONGEST_LETTING_GO = 2_000
const WAVE_MS = 50

export function attachSync(server: Server, parts: SyncParts): Sync {
  const limits: Limits = { ...LIMITS, ...parts.limits }
  const compaction = parts.compaction ?? makeCompaction(parts.log, threadMerger())
  const rooms = new Rooms({
    ...{ log: parts.log, admission: parts.admission, compaction, limits, journal: parts.journal },
    ...(parts.fanOut ? { fanOut: parts.fanOut } : {}),
  })
  const expiry = makeExpiry(parts.now, () => rooms.sockets())
  const connections: Connections = {
    open: new Set(),
    limits,
    receive: (socket, frame) => rooms.receive(socket, frame),
  }
  const upgrades = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    WebSocket: Connection,
    // Known to ws since 8.19, not yet to its types.
    ...{ closeTimeout: limits.goodbyeTime },
    // Above our own limit, whose close code is final for a client that would otherwise send the same frame for ever.
    maxPayload: limits.frameBytes * 2,
  })
  let unadmitted = 0

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', ignore)
    const { origin } = request.headers
    if (!urlOf(request).pathname.startsWith(SYNC_PATH)) return answer(stream, '404 Not Found')
    if (origin !== undefined && !parts.allowsOrigin(origin)) return answer(stream, '403 Forbidden')
    if (unadmitted >= limits.unadmittedSockets) return answer(stream, '503 Service Unavailable')
    upgrades.handleUpgrade(request, stream, head, (connection) => {
      connection.begin(connections)
      unadmitted += 1
      void admit(connection, stream, request).finally(() => {
        unadmitted -= 1
      })
    })
  }

  const admit = async (connection: Connection, stream: Duplex, request: IncomingMessage): Promise<void> => {
    const timer = setTimeout(
      () => connection.close(CLOSE.tryAgainLater, 'the gate did not answer'),
      limits.admissionTime,
    )
    try {
      const entry = await askGate(request)
      if ('closeCode' in entry) {
        connection.close(entry.closeCode)
        return
      }
      // A client that left meanwhile, or was sent away.
      if (connection.readyState !== connection.OPEN) return
      const wantsAcks = urlOf(request).searchParams.get(ACK_PARAM) === '1'
      const socket = new SyncSocket(connection, stream, entry, { wantsAcks, waitingBytes: limits.waitingBytes })
      connection.socket = socket
      expiry.watch(socket)
      await rooms.join(socket)
      parts.opened?.(entry)
      connection.release()
    } catch (error) {
      parts.journal.warn({ error }, 'a connection could not be admitted')
      connection.close(CLOSE.tryAgainLater)
    } finally {
      clearTimeout(timer)
    }
  }

  /** A right that was asked for before `reconsider` may be an old one. */
  const askGate = async (request: IncomingMessage): Promise<Entry | { readonly closeCode: number }> => {
    for (;;) {
      const before = rooms.considerations
      const entry = await passGate(parts.admission, request)
      if (before === rooms.considerations) return entry
    }
  }

  const signOfLife = framed([presenceFrame([])])
  const heartbeat = setInterval(() => {
    for (const connection of connections.open) {
      if (!connection.wasHeard) {
        connection.terminate()
        continue
      }
      connection.wasHeard = false
      if (connection.readyState === connection.OPEN) {
        connection.ping()
        connection.socket?.sendFramed(signOfLife)
      }
    }
  }, limits.heartbeat)
  heartbeat.unref()

  server.on('upgrade', onUpgrade)
  return {
    rooms,
    close: async () => {
      server.off('upgrade', onUpgrade)
      clearInterval(heartbeat)
      expiry.close()
      await letGo(connections)
      await rooms.close()
      await farewell(connections)
    },
  }
}

function answer(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Sends everybody away, a few at a time: stock clients come back after a fixed delay, all at once where all were sent away at once. */
async function letGo({ open }: Connections): Promise<void> {
  const leaving = [...open]
  const spread = Math.min(LONGEST_LETTING_GO, leaving.length)
  const waves = Math.ceil(spread / WAVE_MS)
  for (let wave = 0; wave < waves; wave++) {
    const [from, to] = [wave, wave + 1].map((n) => Math.floor((n * leaving.length) / waves))
    for (const ws of leaving.slice(from, to)) ws.close(CLOSE.goingAway)
    if (wave + 1 < waves) await new Promise((resolve) => setTimeout(resolve, WAVE_MS))
  }
}

async function farewell({ open }: Connections): Promise<void> {
  const closed = [...open].map((ws) => new Promise<void>((resolve) => ws.once('close', () => resolve())))
  const tooLong = setTimeout(() => {
    for (const ws of [...open]) ws.terminate()
  }, GOODBYE_MS)
  await Promise.all(closed)
  clearTimeout(tooLong)
}

function ignore(): void {}
