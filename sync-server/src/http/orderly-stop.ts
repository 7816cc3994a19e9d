/**
 * How a server stops: nobody new is let in, answers under way end, everything else that is open is closed.
 *
 * Always true: it has stopped a few seconds after it was told to, whoever holds a connection open.
 */
import type { Server, ServerResponse } from 'node:http'
import { Server as HttpsServer } from 'node:https'
import type { Socket } from 'node:net'

export interface Traffic {
  readonly connections: ReadonlySet<Socket>
  /** Under way. */
  readonly answers: ReadonlySet<ServerResponse>
}

export function watchTraffic(server: Server): Traffic {
  const connections = new Set<Socket>()
  const answers = new Set<ServerResponse>()
  const connected = (connection: Socket) => {
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
  }
  server.on(server instanceof HttpsServer ? 'secureConnection' : 'connection', connected)
  server.on('request', (_request, answer: ServerResponse) => {
    answers.add(answer)
    answer.once('close', () => answers.delete(answer))
  })
  return { connections, answers }
}

/** Milliseconds that answers under way have to end when the relay stops. */
const LAST_ANSWERS_MS = 3_000

/** @param letGo ends the sockets of the documents, which are no answers */
export async function stopServer(
  server: Server,
  { connections, answers }: Traffic,
  letGo: () => Promise<void>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  await letGo()
  const busy = new Set<Socket | null>()
  for (const answer of answers) {
    busy.add(answer.req.socket)
    // It would be kept for the next request.
    answer.once('close', () => setImmediate(() => answer.req.socket.destroySoon()))
  }
  // Kept for a next request, or open without a word so far.
  for (const connection of connections) if (!busy.has(connection)) connection.destroy()
  const tooLong = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS)
  await closed
  clearTimeout(tooLong)
}
