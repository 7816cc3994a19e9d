// @vitest-environment node
import 'fake-indexeddb/auto'
import type { StoredSubmission } from '@yejibu/shared/application/submission'
import type { AccountId, ApplicationId, CommandId, PlanId } from '@yejibu/shared/kernel/ids'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type OutboxEntry, openAccountDatabase } from '../platform/database.ts'
import { applicationsFrom, settleDraft } from './own-applications.ts'
import { forgetStarted, newApplicationId, noteStarted, readStarted } from './started-applications.ts'
import { submissionFact } from './testing/submission-fact.ts'

const XU = 'xumingchuan' as AccountId
const PLAN = 'sx-eco-2022-mid' as PlanId
const started = (random: string, startedAt: string) => ({
  id: `${XU}.${random}` as ApplicationId,
  plan: PLAN,
  startedAt,
})
const OLD = started('aaaaaaaa', '2022-09-02T00:00:00.000Z')
const NEW = started('bbbbbbbb', '2022-09-03T00:00:00.000Z')

describe('the list of drafts', () => {
  it('[CLIENT-74] is found on another device, newest first', () => {
    const [here, there] = [new Y.Doc(), new Y.Doc()]
    noteStarted(here, OLD)
    noteStarted(there, NEW)
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    expect(readStarted(there, XU)).toEqual([NEW, OLD])
    forgetStarted(there, NEW.id)
    expect(readStarted(there, XU)).toEqual([OLD])
  })

  it('[CLIENT-74] leaves out what is another person’s or no draft at all', () => {
    const doc = new Y.Doc()
    noteStarted(doc, { ...OLD, id: 'qianrulan.aaaaaaaa' as ApplicationId })
    doc.getMap('applications').set('../profile', { plan: PLAN, startedAt: '' })
    doc.getMap('applications').set(NEW.id, 'sx-eco-2022-mid')
    expect(readStarted(doc, XU)).toEqual([])
  })

  it('[CLIENT-74] names a draft so that its owner can be read from it', () => {
    expect(newApplicationId(XU, new Uint8Array(20).fill(7))).toBe(`xumingchuan.${'7'.repeat(20)}`)
  })
})

describe('a person’s applications', () => {
  const fact: StoredSubmission = submissionFact(OLD.id)

  it('[CLIENT-74] a submitted one is known from its fact and no longer a draft, though the list of drafts still has it', () => {
    const all = applicationsFrom([NEW, OLD], [fact], [])
    expect(all.map(({ kind, id }) => [kind, id])).toEqual([
      ['submitted', OLD.id],
      ['draft', NEW.id],
    ])
  })

  it('[CLIENT-223] one that was taken back is a draft again, on the list of drafts or not, and submitted once more it is not', () => {
    const taken = { ...fact, kind: 'submission-taken-back', n: 2, seq: 2, at: '2022-09-16T00:00:00.000Z' }
    for (const list of [[OLD], []]) {
      expect(applicationsFrom(list, [fact, taken], [])).toMatchObject([
        { kind: 'draft', id: OLD.id, takenBack: { at: taken.at, fact } },
      ])
    }
    const again: StoredSubmission = { ...fact, kind: 'application-resubmitted', n: 3, seq: 3 }
    const [only, ...others] = applicationsFrom([OLD], [fact, taken, again], [])
    expect(only).toMatchObject({ kind: 'submitted', fact: again, facts: [fact, taken, again] })
    expect(others).toEqual([])
  })

  it('[CLIENT-74] a draft whose submission was asked for carries that command', () => {
    const entry: OutboxEntry = {
      order: 1,
      id: 'c1' as CommandId,
      kind: 'submit-application',
      body: {},
      subject: NEW.id,
      madeAt: '',
      state: 'waiting',
      refusal: null,
    }
    const [draft] = applicationsFrom([NEW], [], [entry])
    expect(draft).toMatchObject({ kind: 'draft', asked: { state: 'waiting' } })
  })

  it('[CLIENT-74] what the relay did not take in of a submitted draft is no longer unsent work', async () => {
    const database = openAccountDatabase(XU)
    const record = { epoch: null, durable: null, isUnsent: true, copy: 0 }
    await database.documents.bulkPut([OLD, NEW].map(({ id }) => ({ ...record, name: `application/${id}` })))
    await settleDraft(database, OLD.id)
    const unsent = await database.documents.filter(({ isUnsent }) => isUnsent).toArray()
    expect(unsent.map(({ name }) => name)).toEqual([`application/${NEW.id}`])
    database.close()
  })
})
