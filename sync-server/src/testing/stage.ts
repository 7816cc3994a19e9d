/**
 * A stage for tests of the relay: a real office in a folder of its own, its clock in the test's hand, its HTTP app without a port, and people
 * with sessions.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { addItem, readItem } from '@yejibu/shared/archive/archive-doc'
import type { Evidence } from '@yejibu/shared/archive/item'
import { type Revision, revisionOf } from '@yejibu/shared/archive/revision'
import type { AccountId, ItemId } from '@yejibu/shared/kernel/ids'
import type { StoredReviewFact } from '@yejibu/shared/review/review-facts'
import { CAST, OTHER_EMPLOYER, SAMPLE_ORGS } from '@yejibu/shared/testing/people'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import type { Hono } from 'hono'
import * as Y from 'yjs'
import { type AppParts, createApp } from '../app.ts'
import { type OfficeConfig, officeConfig } from '../config.ts'
import { type Office, openOffice } from '../office.ts'
import type { Database } from '../store/sqlite/database.ts'
import { storeForTests } from './servers/store-for-tests.ts'
import { folderForTests } from './servers/test-folder.ts'

export const OUR_ORIGIN = 'http://127.0.0.1:4480'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
  readonly refusal: { readonly kind: string; readonly [detail: string]: unknown } | undefined
}

export interface Asking {
  readonly json?: unknown
  readonly bytes?: Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

export class Visitor {
  readonly app: Hono
  cookie: string | null

  constructor(app: Hono, cookie: string | null) {
    this.app = app
    this.cookie = cookie
  }

  async ask(method: string, path: string, { json, bytes, headers = {} }: Asking = {}): Promise<Answer> {
    const response = await this.app.request(path, {
      method,
      headers: {
        origin: OUR_ORIGIN,
        ...(this.cookie === null ? {} : { cookie: `${SESSION_COOKIE}=${this.cookie}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(bytes === undefined ? {} : { body: bytes }),
    })
    const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`))
    if (set) this.cookie = /=([^;]+)/.exec(set)?.[1] ?? null
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    const body: unknown = isJson && text !== '' ? JSON.parse(text) : text
    return { status: response.status, headers: response.headers, body, refusal: refusalIn(body) }
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path)
  }

  post(path: string, json: unknown): Promise<Answer> {
    return this.ask('POST', path, { json })
  }

  command(kind: string, body: Record<string, unknown>): Promise<Answer> {
    return this.post(`/api/commands/${kind}`, { id: `command-${counter++}`, expected: null, ...body })
  }
}

let counter = 1

function refusalIn(body: unknown): Answer['refusal'] {
  return typeof body === 'object' && body !== null && 'refusal' in body
    ? (body.refusal as Answer['refusal'])
    : undefined
}

export type StageOptions = Partial<Pick<OfficeConfig, 'isSample' | 'evidence'>>

export class Stage {
  readonly office: Office
  readonly app: Hono
  readonly folder: string
  readonly clock: { at: number }
  readonly notes: object[] = []

  private constructor(office: Office, folder: string, clock: { at: number }) {
    this.office = office
    this.folder = folder
    this.clock = clock
    this.app = this.appWith({})
  }

  /** Another relay's app on the same office, with its own count of who asked how often. */
  appWith(parts: Partial<AppParts>): Hono {
    return createApp({
      office: this.office,
      client: null,
      journal: { error: (details) => this.notes.push(details) },
      allowsOrigin: (origin) => origin === OUR_ORIGIN,
      isHttps: false,
      isBehindProxy: false,
      ...parts,
    })
  }

  /** An office with the cast's organisations, accounts and memberships, and nothing else. */
  static async withCast(options: StageOptions = {}): Promise<Stage> {
    const stage = await Stage.empty(options)
    const { office } = stage
    for (const { id, name, kind, creditCode } of [...SAMPLE_ORGS, OTHER_EMPLOYER]) {
      await office.performOrg({ kind: 'register-org', data: { org: id, name, kind, creditCode } }, 'relay')
    }
    for (const { accountId, username, name, memberships } of CAST) {
      await office.accounts.open({ id: accountId, username, name, password: null }, 'relay')
      for (const { orgId, role } of memberships) {
        await office.performOrg({ kind: 'add-member', data: { org: orgId, account: accountId, role } }, 'relay')
      }
    }
    return stage
  }

  static async empty(options: StageOptions = {}): Promise<Stage> {
    const folder = await mkdtemp(join(folderForTests(), 'yejibu-stage-'))
    const clock = { at: Date.parse('2022-05-10T08:00:00Z') }
    const office = await openOffice(
      officeConfig(folder, {
        store: await storeForTests(),
        now: () => new Date(clock.at),
        goesByStoreClock: false,
        ...options,
      }),
    )
    return new Stage(office, folder, clock)
  }

  /** The office's file, for tests that look into it or meddle. */
  get database(): Database {
    const { database } = this.office
    if (!database) throw new Error('this office keeps itself elsewhere')
    return database
  }

  stranger(): Visitor {
    return new Visitor(this.app, null)
  }

  async as(account: string): Promise<Visitor> {
    const { token } = await this.office.sessions.begin(account as AccountId)
    return new Visitor(this.app, token)
  }

  /** Sends and approves through the commands whatever was sent and approved in a history: an archive that is ready, by the same doors as a user's. */
  async replay(owner: string, history: readonly StoredReviewFact[]): Promise<void> {
    for (const { kind, data, actor } of history) {
      if (kind !== 'revision-sent' && kind !== 'revision-approved') continue
      const { item, digest, salt, content } = data
      const answer = await (kind === 'revision-sent'
        ? (await this.as(actor)).command('send-revision', { archive: owner, item, revision: { digest, salt, content } })
        : (await this.as(actor)).command('rule-on-revision', {
            archive: owner,
            item,
            digest,
            verdict: 'approved',
            reason: null,
          }))
      if (answer.status !== 200) throw new Error(`${kind} answered ${JSON.stringify(answer.refusal)}`)
    }
  }

  pass(ms: number): void {
    this.clock.at += ms
  }

  /** Writes an honour into the archive document as its owner's device would; returns its revision. */
  async writeHonor(owner: string, item: string, name: string, evidence: readonly Evidence[] = []): Promise<Revision> {
    const doc = new Y.Doc()
    const fields = { name, grantYm: '202105' }
    addItem(doc, { id: item as ItemId, part: 'honor', salt: 'a'.repeat(64), order: '1', fields, evidence })
    await this.office.log.append([{ document: `archive/${owner}`, updates: [Y.encodeStateAsUpdate(doc)] }])
    const read = readItem(doc, item as ItemId)
    const revision = read && revisionOf(read, owner as AccountId)
    if (!revision) throw new Error('what was just written can be read')
    return revision
  }

  /** Writes and sends; returns the revision. */
  async sendHonor(
    owner: string,
    item: string,
    name = '绍兴市先进工作者',
    evidence: readonly Evidence[] = [],
  ): Promise<Revision> {
    const revision = await this.writeHonor(owner, item, name, evidence)
    const answer = await (await this.as(owner)).command('send-revision', { archive: owner, item, revision })
    if (answer.status !== 200) throw new Error(`sending answered ${JSON.stringify(answer.refusal)}`)
    return revision
  }

  async close(): Promise<void> {
    await this.office.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}
