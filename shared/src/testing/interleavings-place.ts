/**
 * A browser in a random interleaving: the owner's (who writes) or the reviewer's (who reads). Its page may be closed at any moment and
 * opens again with another client id from what its store held; commands wait in its outbox, which is on disk before anything is sent.
 */
import * as Y from 'yjs'
import { LOCAL_EDIT, readProfile } from '../archive/archive-doc.ts'
import { makeLostWriteKeeper, mayBeCleared } from '../archive/lost-write.ts'
import { isSalt } from '../archive/revision.ts'
import type { StoredReviewFact } from '../review/review-facts.ts'
import type { Answer, Asked, RelayInMemory } from './interleavings-relay.ts'
import { type Account, type Difference, differenceOf, type Trace, tracesIn } from './interleavings-traces.ts'

/** What happens to one exchange with the relay. */
export interface Exchange {
  readonly isSending: boolean
  readonly isReceiving: boolean
  /** The first command arrives and its answer does not. */
  readonly isAnswerLost: boolean
}

/** Which page writes into the archive, and how its steps of undo are cut. */
export interface Page {
  readonly mayWrite: boolean
  /** Everything between two pauses is one step of undo; otherwise each act is one. */
  readonly undoesByPauses: boolean
}

export class Place {
  doc: Y.Doc
  undo: Y.UndoManager
  isOnline = true
  facts: readonly StoredReviewFact[] = []
  readonly answers = new Map<string, Answer>()
  readonly outbox: Asked[] = []
  private readonly number: number
  private readonly page: Page
  private readonly account: Account
  private readonly stored: Uint8Array[] = []
  private unstored: Uint8Array[] = []
  /** What was done here and is neither stored nor sent. */
  private atRisk: Difference[] = []
  /** Traces that this page has written, or brought back. */
  private own = new Set<Trace>()
  private filesToSend: string[] = []
  private stopKeeping: () => void = () => undefined

  constructor(number: number, page: Page, account: Account, clientId: number) {
    this.number = number
    this.page = page
    this.account = account
    this.doc = new Y.Doc()
    this.undo = new Y.UndoManager(this.doc)
    this.open(clientId)
  }

  /** One act of the person at this device. */
  act(work: (doc: Y.Doc) => void): void {
    this.keepAccount(() => work(this.doc))
  }

  /** Undo or redo: takes away nothing that came from elsewhere. */
  step(back: boolean): void {
    const own = new Set(this.own)
    const before = tracesIn(this.doc)
    const hadSalt = isSalt(readProfile(this.doc).salt)
    this.keepAccount(() => void (back ? this.undo.undo() : this.undo.redo()))
    const after = tracesIn(this.doc)
    if (!isSalt(readProfile(this.doc).salt) && hadSalt) this.account.problems.push('undo took the salt away')
    for (const trace of before) {
      if (!after.has(trace) && !own.has(trace))
        this.account.problems.push(`undo took away what came from elsewhere: ${trace}`)
    }
  }

  attach(sha256: string): void {
    this.filesToSend.push(sha256)
  }

  ask(asked: Asked): void {
    this.outbox.push(asked)
  }

  /** The store catches up. */
  save(): void {
    this.stored.push(...this.unstored)
    this.unstored = []
    this.atRisk = []
  }

  /** @param kept how many of the writes under way still reach the store */
  reload(clientId: number, kept: number): void {
    const isCutShort = kept < this.unstored.length
    this.stored.push(...this.unstored.slice(0, kept))
    this.unstored = []
    this.stopKeeping()
    this.undo.destroy()
    this.doc.destroy()
    this.open(clientId)
    if (isCutShort) this.forget()
    this.atRisk = []
    this.own.clear()
  }

  exchange(relay: RelayInMemory, { isSending, isReceiving, isAnswerLost }: Exchange): void {
    if (!this.isOnline) return
    if (isSending) this.send(relay)
    if (isReceiving) {
      Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(relay.doc, Y.encodeStateVector(this.doc)), 'relay')
    }
    for (let next = this.outbox[0]; isSending && next; next = this.outbox[0]) {
      const answer = relay.perform(next)
      if (isAnswerLost) break
      this.answers.set(next.id, answer)
      this.outbox.shift()
    }
    if (isReceiving) this.facts = [...relay.facts]
  }

  private send(relay: RelayInMemory): void {
    if (!this.page.mayWrite) return
    Y.applyUpdate(relay.doc, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(relay.doc)), this)
    this.atRisk = []
    for (const sha256 of this.filesToSend) relay.files.add(sha256)
    this.filesToSend = []
  }

  /** What was at risk may have been lost with the page: nobody was told that it was saved. */
  private forget(): void {
    const here = tracesIn(this.doc)
    for (const { left, taken } of this.atRisk) {
      this.account.forgotten(this.number, {
        left,
        taken: new Set([...taken].filter((trace) => here.has(trace))),
      })
    }
  }

  private keepAccount(work: () => void): void {
    const before = tracesIn(this.doc)
    work()
    const difference = differenceOf(before, tracesIn(this.doc))
    this.account.done(this.number, difference)
    this.atRisk.push(difference)
    for (const trace of difference.left) this.own.add(trace)
  }

  private open(clientId: number): void {
    this.doc = new Y.Doc({ gcFilter: mayBeCleared })
    this.doc.clientID = clientId
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'store') this.unstored.push(update)
    })
    if (this.page.mayWrite) this.stopKeeping = makeLostWriteKeeper(this.doc)
    const read = (): void => {
      for (const update of this.stored) Y.applyUpdate(this.doc, update)
    }
    Y.transact(this.doc, read, 'store', false)
    this.undo = new Y.UndoManager(this.doc, {
      trackedOrigins: new Set([LOCAL_EDIT]),
      captureTimeout: this.page.undoesByPauses ? Number.POSITIVE_INFINITY : 0,
    })
  }
}
