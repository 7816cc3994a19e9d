/**
 * Answers the clients that open a document or come back to it, apart from live traffic: a document at a time, one a turn of the event loop.
 *
 * Always true: what is answered was read after the client had become a member of the room, so it and every later broadcast are everything; all
 * who wait for the same document share one reading, and all who know the same share one piece of bytes. Nothing is kept after the answer.
 */
import { CLOSE } from '@yejibu/shared/wire/close-reason'
import { framed } from './framed.ts'
import { askFrame, openingFrames } from './opening.ts'
import type { SyncSocket } from './socket.ts'
import { makeTurns } from './turns.ts'
import type { StateVector } from './update-bytes.ts'
import type { StoredDocument, UpdateLog } from './update-log.ts'

export interface Openings {
  /** The socket's document as it is, less what the client said it knows. */
  ask(socket: SyncSocket, known: StateVector): void
}

interface Asked {
  readonly socket: SyncSocket
  readonly known: StateVector
}

export interface OpeningsParts {
  readonly log: Pick<UpdateLog, 'load'>
  readonly journal: { warn(details: object, message: string): void }
  /** False for somebody who leaves too much unread: each state that is asked for as different is another copy of the document. */
  maySend(socket: SyncSocket): boolean
}

export function makeOpenings({ log, journal, maySend }: OpeningsParts): Openings {
  const turns = makeTurns()
  const waiting = new Map<string, Asked[]>()

  const answerAll = async (name: string) => {
    const askers = waiting.get(name) ?? []
    waiting.delete(name)
    try {
      if (askers.some(({ socket }) => socket.isOpen)) await answer(await log.load(name), askers, maySend)
    } catch (error) {
      journal.warn({ error, document: name }, 'the document could not be read')
      for (const { socket } of askers) socket.end(CLOSE.tryAgainLater, 'the document could not be read')
    } finally {
      for (const { socket } of askers) socket.isOpening = false
    }
  }

  return {
    ask(socket, known) {
      // One question at a time is enough: the answer to the first brings what the second asks for.
      if (socket.isOpening) return
      socket.isOpening = true
      const others = waiting.get(socket.name)
      if (others) {
        others.push({ socket, known })
        return
      }
      waiting.set(socket.name, [{ socket, known }])
      turns.ask(() => answerAll(socket.name))
    },
  }
}

async function answer(
  stored: StoredDocument,
  askers: readonly Asked[],
  maySend: OpeningsParts['maySend'],
): Promise<void> {
  const answers = new Map<string, Buffer>()
  let question: Uint8Array | null = null
  for (const { socket, known } of askers) {
    if (!socket.isOpen) continue
    if (!maySend(socket)) {
      socket.end(CLOSE.tryAgainLater, 'too much unread on the connections of one account')
      continue
    }
    const key = keyOf(known)
    let bytes = answers.get(key)
    if (!bytes) {
      // What one client lacks takes a while to find out in a large document.
      if (answers.size > 0) await new Promise<void>((resolve) => setImmediate(resolve))
      bytes = framed(openingFrames(stored, known))
      answers.set(key, bytes)
    }
    socket.sendFramed(bytes)
    if (socket.right !== 'write' || socket.wasAsked) continue
    socket.wasAsked = true
    question ??= askFrame(stored)
    socket.send(question)
  }
}

function keyOf(known: StateVector): string {
  return known.size === 0 ? '' : JSON.stringify([...known])
}
