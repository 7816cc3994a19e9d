/**
 * Everybody at every document's socket, over a real relay on a port: the right each gets is the access table's, a refusal is the same for what is there
 * and what is not, and an archive that somebody else opens stands in its owner's diary.
 */
import type { DocumentKind, Right } from '@yejibu/shared/account/access'
import { accountIdSchema } from '@yejibu/shared/kernel/ids'
import { type DiaryWhat, diarySchema } from '@yejibu/shared/wire/diary'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import { RIGHT_WRITE } from '@yejibu/shared/wire/sync-frames'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { RawClient } from './relay/testing/raw-client.ts'
import { type Serving, serve } from './serve.ts'
import { accepted, CASE_APPLICATION, type CaseStage } from './testing/case-stage.ts'
import { NO_APPLICATION, NO_ORG, type NoLine } from './testing/matrix/door.ts'
import { openMatrix } from './testing/matrix/matrix-stage.ts'
import { EVERYBODY, HR, OWNER, whoMay } from './testing/matrix/people.ts'

let on: CaseStage
let relay: Serving

beforeAll(async () => {
  on = await openMatrix()
  const { office, folder } = on.stage
  const place = { host: '127.0.0.1', port: 0, certificate: null, isBehindProxy: false, origins: [] }
  const quiet = { warn: () => {}, error: (details: object) => on.stage.notes.push(details) }
  relay = await serve({ ...place, office: office.config, clientFolder: folder }, office, quiet, NEVER)
})
afterAll(async () => {
  await relay.close()
  await on.close()
})

/** Longer than any test. */
const NEVER = 2 ** 31 - 1

interface DocumentDoor {
  readonly real: string
  readonly absent: string
  readonly write: readonly string[]
  readonly read: readonly string[]
  readonly diary: DiaryWhat | NoLine
}

const OWN: NoLine = { none: 'nobody else opens it' }
const desk = { write: whoMay('desk', 'write', 'her desk'), read: whoMay('desk', 'read', 'her desk') }

/** Every kind of document that there is. */
const DOCUMENTS: Readonly<Record<DocumentKind, readonly DocumentDoor[]>> = {
  archive: [
    {
      ...{ real: `archive/${OWNER}`, absent: 'archive/nobody-here' },
      ...{ write: whoMay('archive', 'write', 'her'), read: whoMay('archive', 'read', 'her'), diary: 'archive' },
    },
  ],
  private: [
    {
      ...{ real: `private/${OWNER}`, absent: 'private/nobody-here', diary: OWN },
      ...{ write: whoMay('private', 'write', 'her'), read: whoMay('private', 'read', 'her') },
    },
  ],
  desk: [
    {
      ...{ real: `desk/${OWNER}.yuezhou`, absent: `desk/nobody-here.${NO_ORG}`, ...desk },
      diary: { none: 'the reviewers’ own notes; the archive that they lie on is noted when it is opened' },
    },
    {
      ...{ real: `desk/${OWNER}.other-hr-lead`, absent: `desk/nobody-here.${NO_ORG}`, diary: OWN },
      ...{ write: whoMay('desk', 'write', 'another'), read: whoMay('desk', 'read', 'another') },
    },
  ],
  application: [
    {
      ...{ real: `application/${CASE_APPLICATION}`, absent: 'application/nobody-here.app0000009', diary: OWN },
      ...{ write: whoMay('submitted', 'write', 'her'), read: whoMay('submitted', 'read', 'her') },
    },
    {
      ...{ real: `application/${NO_APPLICATION}`, absent: 'application/nobody-here.app0000009', diary: OWN },
      ...{ write: whoMay('draft', 'write', 'her'), read: whoMay('draft', 'read', 'her') },
    },
  ],
  'plan-drafts': [
    {
      ...{ real: 'plan-drafts/sx-eco-office', absent: `plan-drafts/${NO_ORG}` },
      ...{ write: whoMay('plan-drafts', 'write', 'the plan’s office'), read: [] },
      diary: { none: 'an office’s plans, not a person’s file' },
    },
  ],
  handbook: [
    {
      ...{ real: 'handbook/yuezhou', absent: `handbook/${NO_ORG}` },
      ...{ write: whoMay('handbook', 'write', 'her employer'), read: whoMay('handbook', 'read', 'her employer') },
      diary: { none: 'an employer’s phrases, not a person’s file' },
    },
  ],
}

/** What a client hears: its right, or how it was closed. */
async function opened(cookie: string | null, document: string): Promise<string> {
  const headers = { cookie: `${SESSION_COOKIE}=${cookie}` }
  const client = new RawClient(`${relay.url.replace('http', 'ws')}sync/${document}?ack=1`, { headers })
  await client.until(() => client.closed !== null || client.of('opened').length > 0)
  const right = client.of('opened').at(-1)?.right
  const heard = client.heard.length
  client.close()
  if (right === undefined) return `closed ${client.closed?.code} “${client.closed?.reason}” after ${heard} frames`
  return right === RIGHT_WRITE ? 'write' : 'read'
}

const lines = async (): Promise<Readonly<Record<string, number>>> => {
  const answer = accepted(await (await on.stage.as(OWNER)).get('/api/diary'))
  return Object.fromEntries(
    diarySchema.parse(answer.body).entries.map(({ name, role, what, times }) => [`${name} ${role} ${what}`, times]),
  )
}

test('[RELAY-203] [RELAY-282] everybody’s right at every kind of document is the table’s, and who has none hears the same of what is not there', async () => {
  const doors = Object.values(DOCUMENTS).flat()
  for (const who of EVERYBODY) {
    const { cookie } = await on.stage.as(who)
    for (const { real, absent, write, read } of doors) {
      const wanted: Right = write.includes(who) ? 'write' : read.includes(who) ? 'read' : 'none'
      const heard = await opened(cookie, real)
      if (wanted === 'none') expect([who, real, heard]).toEqual([who, real, await opened(cookie, absent)])
      expect([who, real, /^closed 4403 .* 0 frames$/.test(heard) ? 'none' : heard]).toEqual([who, real, wanted])
    }
  }
})

test('[RELAY-280] an archive that HR opens is a line in its owner’s diary, and nothing else that is opened is', async () => {
  const people = new Map((await on.stage.office.directory.people()).map(({ id, name }) => [id, name]))
  for (const { real, read, write, diary } of Object.values(DOCUMENTS).flat()) {
    for (const who of [...write, ...read]) {
      const before = await lines()
      await opened((await on.stage.as(who)).cookie, real)
      const isNoted = typeof diary === 'string' && who !== OWNER
      const role = who === 'zhoumin' ? 'hr-lead' : 'hr-clerk'
      const line = `${people.get(accountIdSchema.parse(who))} ${role} ${diary}`
      // The line follows the opening; what is not noted is compared at the end.
      if (isNoted) await vi.waitFor(async () => expect((await lines())[line]).toBe((before[line] ?? 0) + 1))
    }
  }
  expect(Object.keys(await lines()).sort()).toEqual(['周敏 hr-lead archive', '王晓 hr-clerk archive'].sort())
  expect(HR).toEqual(['zhoumin', 'wangxiao'])
})
