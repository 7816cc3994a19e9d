/** Ends connections whose session is over, with one timer for all of them. */
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import type { SyncSocket } from './socket.ts'

export interface Expiry {
  /** Ended when its session is, at once when that is already over. */
  watch(socket: SyncSocket): void
  close(): void
}

/** The longest a timer can wait, milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1

/**
 * @param now milliseconds since 1970
 * @param sockets all that are open; each was given to `watch`
 */
export function makeExpiry(now: () => number, sockets: () => Iterable<SyncSocket>): Expiry {
  let next = Number.POSITIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  const wakeAt = (moment: number) => {
    if (moment >= next) return
    clearTimeout(timer)
    next = moment
    timer = setTimeout(look, Math.min(Math.max(moment - now(), 0), LONGEST_WAIT))
    timer.unref()
  }
  const look = () => {
    next = Number.POSITIVE_INFINITY
    for (const socket of [...sockets()]) watch(socket)
  }
  const watch = (socket: SyncSocket) => {
    if (socket.expiresAt <= now()) socket.end(CLOSE.sessionExpired, 'the session expired')
    else wakeAt(socket.expiresAt)
  }
  return { watch, close: () => clearTimeout(timer) }
}
