/**
 * Which sockets each account has, and how much it leaves lying unread in them.
 *
 * Always true: a socket that ended counts until the last of its bytes is gone, so nobody makes room by being sent away. Nothing is kept for an
 * account without sockets.
 */
import type { SyncSocket } from './socket.ts'

export class AccountSockets {
  readonly #of = new Map<string, Set<SyncSocket>>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** False when the account has as many as it may. */
  add(socket: SyncSocket): boolean {
    const mine = this.#of.get(socket.accountId) ?? new Set()
    if (mine.size >= this.#most) return false
    this.#of.set(socket.accountId, mine.add(socket))
    return true
  }

  /** The socket ended. */
  ended(socket: SyncSocket): void {
    socket.whenRead(() => {
      const mine = this.#of.get(socket.accountId)
      mine?.delete(socket)
      if (mine?.size === 0) this.#of.delete(socket.accountId)
    })
  }

  /** Bytes that were written to the account's sockets and not read yet. */
  unread(accountId: string): number {
    let sum = 0
    for (const socket of this.#of.get(accountId) ?? []) sum += socket.unread
    return sum
  }
}
