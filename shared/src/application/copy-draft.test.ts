import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PlanId } from '../kernel/ids.ts'
import { shaoxingEcology2022Mid } from '../plan/plans/shaoxing-ecology-2022-mid.ts'
import { readyArchive } from '../testing/ready-archive.ts'
import { readApplication, startApplication } from './application-doc.ts'
import { type CopiedFrom, copyDraft } from './copy-draft.ts'

const PLAN = {
  ...shaoxingEcology2022Mid({ open: '2023-09-01T08:30:00+08:00', close: '2023-10-31T17:30:00+08:00' }),
  id: 'sx-2023' as PlanId,
  year: 2023,
}
const PHOTO = { sha256: 'a'.repeat(64), bytes: 40_000, type: 'image/jpeg', name: '证件照.jpg' }
const question = PLAN.questions?.[0]?.code ?? ''

function from(change: Partial<CopiedFrom['form']> = {}): CopiedFrom {
  const { background, paper } = readyArchive()
  return {
    form: {
      type: 'normal',
      ticks: [],
      category: 'monitoring',
      acceptancePoint: 'yuecheng',
      statement: '述职。',
      ...change,
    },
    pulls: [...background, paper].map(({ item, digest }) => ({
      item,
      digest,
      note: item === paper.item ? '说明' : null,
    })),
    filing: { photo: PHOTO, answers: { [question]: '答', gone: '答' }, recommenders: [] },
  }
}

function copied(what: CopiedFrom, change: (archive: ReturnType<typeof readyArchive>) => void = () => undefined) {
  const archive = readyArchive()
  change(archive)
  const doc = new Y.Doc()
  startApplication(doc, PLAN)
  const left = copyDraft(doc, what, PLAN, archive.history.review(), () => 'r1')
  return { draft: readApplication(doc), left, archive }
}

test('[APP-62] what the new plan still has is taken over, under the new plan', () => {
  const { draft, left } = copied(from())
  expect(draft.plan).toBe(PLAN.id)
  expect(draft.form).toEqual(from().form)
  expect(draft.filing).toMatchObject({ photo: PHOTO, answers: { [question]: '答' } })
  expect(draft.pulls.find((pull) => pull.note !== null)).toMatchObject({ note: '说明' })
  expect([left.pulls, left.renewed, left.choices]).toEqual([[], [], 1])
})

test('[APP-62] a pledge, a self-evaluation and attachments are not copied', () => {
  const { filing } = copied(from()).draft
  expect([filing.pledge, filing.score, filing.attachments]).toEqual([null, null, []])
})

test('[APP-62] choices that the new plan does not have are left out and counted', () => {
  const { draft, left } = copied(from({ type: 'unknown', ticks: ['lateDegree'], category: 'x', acceptancePoint: 'y' }))
  expect(draft.form).toMatchObject({ type: '', ticks: [], category: '', acceptancePoint: '' })
  expect(left.choices).toBe(5)
})

test('[APP-62] what is no longer approved is not pulled, and what was approved anew is pulled as it is today', () => {
  const what = from()
  const { draft, left, archive } = copied(what, ({ history, paper, background: [education] }) => {
    if (education) history.revoke(education)
    history.revoke(paper)
    const mended = history.revision('paper-1', 'paper', { title: '曹娥江总磷通量', publishYm: '202106' })
    history.send(mended).approve(mended)
  })
  expect(left).toMatchObject({ pulls: ['education-1'], renewed: ['paper-1'] })
  expect(draft.pulls.some(({ item }) => item === 'education-1')).toBe(false)
  const paper = draft.pulls.find(({ item }) => item === 'paper-1')
  expect(paper?.digest).not.toBe(archive.paper.digest)
  expect(paper?.note).toBe('说明')
})
