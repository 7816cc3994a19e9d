import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { OUR_ORIGIN, Stage, Visitor } from '../testing/stage.ts'
import { openJournal } from './journal.ts'

let stage: Stage
let lines: string[]
beforeEach(async () => {
  stage = await Stage.withCast()
  lines = []
})
afterEach(() => stage.close())

const journal = (level?: string) => openJournal(level, { write: (line) => void lines.push(line) })

test('[RELAY-234] each line is one JSON object with its time and level, and levels below the one set are not written', () => {
  const noted = journal('warn')
  noted.info({}, 'started')
  noted.warn({ updates: 3 }, 'not stored')
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    { level: 'warn', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), updates: 3, msg: 'not stored' },
  ])
})

test('[RELAY-234] an error is its kind, code, message and place; what a driver or a mail library hangs on it is not written', () => {
  const error = Object.assign(new TypeError('broken'), { code: 'E1', values: ['陆青禾'], rejected: ['lu@example.cn'] })
  journal().error({ error }, 'a request ended in a defect')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: { type: 'TypeError', code: 'E1', message: 'broken' } })
  expect(lines.join('')).not.toMatch(/陆青禾|lu@example/)
})

test('[RELAY-234] keys that hold what people typed are dropped, wherever they stand', () => {
  journal().error({ username: 'luqinghe', person: { name: '陆青禾', mobile: '13800000000' }, reference: 'r1' }, 'x')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ reference: 'r1', person: {} })
  expect(lines.join('')).not.toMatch(/luqinghe|陆青禾|13800000000/)
})

test('[RELAY-234] a request that ends in a defect is noted by its route: nobody is in the line', async () => {
  const app = createApp({
    office: stage.office,
    client: null,
    journal: journal(),
    allowsOrigin: (origin) => origin === OUR_ORIGIN,
    isHttps: false,
    isBehindProxy: false,
  })
  const { cookie } = await stage.as('luqinghe')
  stage.database.exec('ALTER TABLE evidence RENAME TO evidence_gone')
  const answer = await new Visitor(app, cookie).get(`/api/evidence/${'a'.repeat(64)}?archive=luqinghe`)
  expect(answer.refusal).toMatchObject({ kind: 'defect', reference: expect.any(String) })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ reference: answer.refusal?.reference, method: 'GET' })
  expect(lines.join('')).not.toMatch(/luqinghe|aaaa/)
})
