import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ItemId, PlanId } from '../kernel/ids.ts'
import {
  dropPull,
  readApplication,
  setFormField,
  setPull,
  setTick,
  startApplication,
  statementOf,
} from './application-doc.ts'
import { NOTHING_FILED } from './filing.ts'

test('[APP-11] a draft is read back as it was written, on another device too', () => {
  const doc = new Y.Doc()
  startApplication(doc, { id: 'sx-eco-2022-mid' as PlanId, version: 3 })
  setFormField(doc, 'type', 'normal')
  setTick(doc, 'lateDegree', true)
  setTick(doc, 'midReapply', true)
  setTick(doc, 'midReapply', false)
  statementOf(doc).insert(0, '述职')
  setPull(doc, { item: 'paper-1' as ItemId, digest: 'a'.repeat(64), note: null })
  setPull(doc, { item: 'paper-2' as ItemId, digest: 'b'.repeat(64), note: null })
  dropPull(doc, 'paper-2' as ItemId)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  expect(readApplication(other)).toEqual({
    plan: 'sx-eco-2022-mid',
    planVersion: 3,
    form: { type: 'normal', ticks: ['lateDegree'], category: '', acceptancePoint: '', statement: '述职' },
    pulls: [{ item: 'paper-1', digest: 'a'.repeat(64), note: null }],
    filing: NOTHING_FILED,
  })
})

test('[APP-11] whatever else lies in the document is not read as a pull', () => {
  const doc = new Y.Doc()
  const pulls = doc.getMap('pulls')
  pulls.set('paper-1', { digest: 'not a digest', note: null })
  pulls.set('paper-2', 'approved')
  pulls.set('../x', { digest: 'a'.repeat(64) })
  pulls.set('paper-3', { digest: 'a'.repeat(64), note: 7, status: 'approved' })
  expect(readApplication(doc).pulls).toEqual([{ item: 'paper-3', digest: 'a'.repeat(64), note: null }])
})
