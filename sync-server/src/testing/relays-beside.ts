/** Relays of one office beside each other: one PostgreSQL, one Redis, one store of files, and a folder, connections and routes for each. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '../app.ts'
import { officeConfig } from '../config.ts'
import { type Office, openOffice } from '../office.ts'
import { CaseStage } from './case-stage.ts'
import { type RedisServer, startRedis } from './servers/redis-server.ts'
import { startRelay } from './servers/relay-process.ts'
import { type S3Server, startS3 } from './servers/s3-server.ts'
import { folderForTests } from './servers/test-folder.ts'
import { OUR_ORIGIN, Stage, Visitor } from './stage.ts'

export interface RelayPlace {
  readonly folder?: string
  readonly evidence?: string | null
  /** Milliseconds by which its machine's clock is before the stage's. */
  readonly ahead?: number
  readonly goesByStoreClock?: boolean
}

export class RelaysBeside {
  readonly redis: RedisServer
  readonly s3: S3Server
  readonly #undo: (() => Promise<void> | void)[] = []

  private constructor(redis: RedisServer, s3: S3Server) {
    this.redis = redis
    this.s3 = s3
  }

  static async open(): Promise<RelaysBeside> {
    return new RelaysBeside(await startRedis(), await startS3())
  }

  /** The stage's own office is a tool beside the relays, which hears of them by looking. */
  async stage(made: Promise<Stage> = Stage.withCast()): Promise<Stage> {
    const stage = await made
    this.#undo.push(() => stage.close())
    return stage
  }

  async caseStage(): Promise<CaseStage> {
    const on = await CaseStage.open()
    this.#undo.push(() => on.close())
    return on
  }

  newFolder(): string {
    const folder = mkdtempSync(join(folderForTests(), 'yejibu-relay-'))
    this.#undo.push(() => rmSync(folder, { recursive: true, force: true }))
    return folder
  }

  /** @param at its own folder, where it keeps evidence (the store that all share, unless told), and its clock (the stage's) */
  async relay(stage: Stage, at: RelayPlace = {}): Promise<Office> {
    const { store } = stage.office.config
    const { folder = this.newFolder(), evidence = this.s3.address, ahead = 0, goesByStoreClock = false } = at
    const places = { store, fanOut: this.redis.address, evidence }
    const now = () => new Date(stage.clock.at + ahead)
    const office = await openOffice(officeConfig(folder, { ...places, now, goesByStoreClock }), 'relay')
    this.#undo.push(() => office.close())
    office.tail.watch()
    return office
  }

  /** In a process of its own, to be killed; it has the time of day. */
  async doomed(stage: Stage, folder = this.newFolder()) {
    const { process, url, ended } = await startRelay(['--data', folder, '--client', this.newFolder()], {
      YEJIBU_STORE: stage.office.config.store ?? '',
      YEJIBU_FAN_OUT: this.redis.address,
      YEJIBU_EVIDENCE: this.s3.address,
    })
    if (url === null) throw new Error('the relay did not start')
    return { process, url, ended }
  }

  four(stage: Stage): Promise<readonly Office[]> {
    return Promise.all([1, 2, 3, 4].map(() => this.relay(stage)))
  }

  async closeOffices(): Promise<void> {
    for (const step of this.#undo.splice(0).reverse()) await step()
  }

  async close(): Promise<void> {
    await this.redis.stop()
    await this.s3.close()
  }
}

/** The same session at each relay. */
export async function atEach(relays: readonly Office[], stage: Stage, account: string): Promise<readonly Visitor[]> {
  const { cookie } = await stage.as(account)
  return relays.map((office) => new Visitor(routesOf(office), cookie))
}

function routesOf(office: Office) {
  return createApp({
    office,
    client: null,
    journal: { error: () => {} },
    allowsOrigin: (origin) => origin === OUR_ORIGIN,
    isHttps: false,
    isBehindProxy: false,
  })
}

/** Round and round. */
export function of<T>(all: readonly T[], index: number): T {
  const one = all[index % all.length]
  if (one === undefined) throw new Error('none')
  return one
}
