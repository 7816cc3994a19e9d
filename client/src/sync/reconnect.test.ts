// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { openRelaySocket, type RelaySocket } from './relay-socket.ts'

/** A network on which every attempt is closed at once, with a code that a relay might give. */
function networkThatCloses(code: number, attempts: number[]): typeof WebSocket {
  return class ClosingSocket extends EventTarget implements WebSocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readonly CONNECTING = 0
    readonly OPEN = 1
    readonly CLOSING = 2
    readonly CLOSED = 3
    readonly readyState = 0
    readonly bufferedAmount = 0
    readonly extensions = ''
    readonly protocol = ''
    readonly url: string
    binaryType: BinaryType = 'blob'
    onclose: WebSocket['onclose'] = null
    onerror: WebSocket['onerror'] = null
    onmessage: WebSocket['onmessage'] = null
    onopen: WebSocket['onopen'] = null
    constructor(url: string | URL) {
      super()
      this.url = String(url)
      attempts.push(Date.now())
      const closed = Object.assign(new Event('close'), { code, reason: '', wasClean: true })
      queueMicrotask(() => this.onclose?.(closed))
    }
    send(): void {}
    close(): void {}
  }
}

const sockets: RelaySocket[] = []
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.dispose()
  vi.useRealTimers()
})

function connect(code: number, random: () => number, onSessionExpired?: () => void) {
  const doc = new Y.Doc()
  const attempts: number[] = []
  const socket = openRelaySocket({
    doc,
    awareness: new Awareness(doc),
    name: 'archive/xu',
    socketOrigin: 'ws://relay',
    params: {},
    random,
    WebSocket: networkThatCloses(code, attempts),
    onSessionExpired,
    onAcknowledged: () => {},
    onSynced: () => {},
    onRefused: () => {},
    onEpoch: () => {},
  })
  sockets.push(socket)
  socket.start(null)
  return { socket, attempts }
}

const HOUR = 3_600_000
const waits = (attempts: readonly number[]) => attempts.slice(1).map((at, n) => at - (attempts[n] ?? 0))

describe('coming back to the relay', () => {
  it('[CLIENT-410] waits longer each time, up to half a minute, and no two devices equally long', async () => {
    const [early, late] = [connect(1001, () => 0), connect(1001, () => 0.999)]
    await vi.advanceTimersByTimeAsync(300_000)
    const [short, long] = [waits(early.attempts), waits(late.attempts)]
    expect(short.slice(0, 4).map(Math.round)).toEqual([100, 200, 400, 800])
    for (const [n, wait] of long.slice(0, 4).entries()) expect(wait).toBeGreaterThan((short[n] ?? 0) * 1.9)
    expect(Math.max(...short)).toBe(15_000)
    expect(Math.max(...long)).toBeGreaterThan(29_000)
    expect(Math.max(...long)).toBeLessThanOrEqual(30_000)
  })

  it.each([4400, 4401, 4403, 4404])(
    '[CLIENT-411] asks nobody again after %i, and says why it stopped',
    async (code) => {
      const { socket, attempts } = connect(code, () => 0.5)
      await vi.advanceTimersByTimeAsync(HOUR)
      expect(attempts).toHaveLength(1)
      expect(socket.state()).toMatchObject({ kind: 'ended', reason: expect.any(String) })
    },
  )

  it('[CLIENT-412] has the session renewed when it expired, and comes back by itself with the new one', async () => {
    const expired = vi.fn()
    const { socket, attempts } = connect(4501, () => 0, expired)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(expired).toHaveBeenCalled()
    expect(attempts.length).toBeGreaterThan(1)
    expect(socket.state().kind).not.toBe('ended')
  })
})
