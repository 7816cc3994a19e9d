import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { AccountId, ItemId, PlanId } from '../kernel/ids.ts'
import type { FiledFile, Filing, Pledge, Recommender } from './filing.ts'
import {
  addAttachment,
  dropAttachment,
  dropClaim,
  readFiling,
  setAnswer,
  setClaim,
  setControl,
  setPhoto,
  setPledge,
  setRange,
  setRecommender,
  setStartedAt,
} from './filing-doc.ts'

const file = (letter: string, name = '扫描件.pdf'): FiledFile => ({
  sha256: letter.repeat(64),
  bytes: 12,
  type: 'application/pdf',
  name,
})
const PLEDGE: Pledge = {
  plan: 'sx-eco-2022-mid' as PlanId,
  owner: 'xumingchuan' as AccountId,
  textDigest: 'd'.repeat(64),
  signature: { ...file('e'), type: 'image/png' },
  signedAt: '2022-09-02T01:00:00.000Z',
}
const RECOMMENDER: Recommender = {
  name: '赵工',
  employer: '环科院',
  title: '高级工程师',
  specialty: '环境工程',
  isInPost: true,
  certificate: file('f'),
}
const CLAIM = { indicator: 'E3', row: 'provincial', item: 'research-1' as ItemId, rank: 2 }

function exchanged(...docs: Y.Doc[]): Filing[] {
  for (const to of docs) for (const from of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
  return docs.map(readFiling)
}

test('[APP-22] two devices that fill in different parts both keep theirs, and read the same', () => {
  const desk = new Y.Doc()
  const phone = new Y.Doc()
  setStartedAt(desk, '2022-09-01T01:00:00.000Z')
  setStartedAt(desk, '2022-09-09T01:00:00.000Z')
  setAnswer(desk, 'priorTitle', '水利工程师，201808')
  setControl(desk, 'ethics', true)
  setClaim(desk, CLAIM)
  addAttachment(desk, { slot: 'works', ...file('a') }, '2')
  setPledge(phone, PLEDGE)
  setPhoto(phone, { ...file('b'), type: 'image/jpeg' })
  addAttachment(phone, { slot: 'works', ...file('c') }, '1')
  setRange(phone, 'C11', '4.5')
  setRecommender(phone, 'r1', RECOMMENDER)
  const [one, other] = exchanged(desk, phone)
  expect(one).toEqual(other)
  expect(one).toEqual({
    startedAt: '2022-09-01T01:00:00.000Z',
    photo: { ...file('b'), type: 'image/jpeg' },
    pledge: PLEDGE,
    answers: { priorTitle: '水利工程师，201808' },
    score: { controls: ['ethics'], claims: [CLAIM], ranges: { C11: '4.5' } },
    recommenders: [RECOMMENDER],
    attachments: [
      { slot: 'works', ...file('c') },
      { slot: 'works', ...file('a') },
    ],
  })
})

test('[APP-22] what is taken away is gone, and nothing of the self-evaluation is no self-evaluation', () => {
  const doc = new Y.Doc()
  setClaim(doc, CLAIM)
  setControl(doc, 'ethics', true)
  setAnswer(doc, 'q', '一')
  addAttachment(doc, { slot: 'works', ...file('a') }, '1')
  setPhoto(doc, file('b'))
  dropClaim(doc, CLAIM)
  setControl(doc, 'ethics', false)
  setAnswer(doc, 'q', '')
  dropAttachment(doc, { slot: 'works', sha256: 'a'.repeat(64) })
  setPhoto(doc, null)
  expect(readFiling(doc)).toMatchObject({ score: null, answers: {}, attachments: [], photo: null })
})

test('[APP-22] whatever else lies in the document is not read', () => {
  const doc = new Y.Doc()
  doc.getMap('filing').set('photo', { sha256: 'short', bytes: 1, type: 'image/jpeg', name: '' })
  doc.getMap('filing').set('pledge', { ...PLEDGE, owner: '../x' })
  doc.getMap('filing').set('startedAt', 'yesterday')
  doc.getMap('answers').set('q', 7)
  doc.getMap('score').set('claim:E3', { rank: 1 })
  doc.getMap('score').set('claim:E3/a/../x', { rank: 1 })
  doc.getMap('score').set('control:ethics', 'no')
  doc.getMap('attachments').set('works', { bytes: 1, type: '', name: '' })
  doc.getMap('attachments').set(`works/${'a'.repeat(64)}`, { bytes: -1, type: '', name: '' })
  doc.getMap('recommenders').set('r', { name: '赵工' })
  expect(readFiling(doc)).toEqual({
    startedAt: null,
    photo: null,
    pledge: null,
    answers: {},
    score: null,
    recommenders: [],
    attachments: [],
  })
})
