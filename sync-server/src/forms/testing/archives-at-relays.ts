/** What an officer does with batches of forms at one relay or another, and where their archives then lie. */
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { officerAt, orgFor } from '@yejibu/shared/testing/case-history'
import { batchSchema } from '@yejibu/shared/wire/forms'
import { SESSION_COOKIE } from '@yejibu/shared/wire/session'
import { unzipSync } from 'fflate'
import { s3PlaceFrom } from '../../evidence/s3-originals.ts'
import type { Office } from '../../office.ts'
import { accepted, CASE_PLAN } from '../../testing/case-stage.ts'
import type { S3Server } from '../../testing/servers/s3-server.ts'
import { OUR_ORIGIN, type Visitor } from '../../testing/stage.ts'
import { BATCH_FOLDER } from '../forms.ts'
import { openS3Archives } from '../s3-archives.ts'
import type { SharedArchives } from '../shared-archives.ts'

export const OFFICER = officerAt('MID_OFFICE').accountId
export const OFFICE = orgFor('MID_OFFICE')

export const pathOf = (id: string) => `/api/forms/batches/${id}`

export async function asked(officer: Visitor): Promise<string> {
  const answer = accepted(await officer.post('/api/forms/batches', { plan: CASE_PLAN.id, org: OFFICE }))
  return batchSchema.parse(answer.body).id
}

/** @param at the relay that this officer visits */
export async function printed(officer: Visitor, at: Office): Promise<string> {
  const id = await asked(officer)
  await at.forms.batches.settled()
  return id
}

/** What every relay does each minute, at one after the other. */
export async function aMinuteLater(...relays: readonly Office[]): Promise<void> {
  for (const { forms } of relays) {
    forms.batches.resume()
    await forms.batches.settled()
  }
}

/** What came, by its length and hash: two that differ are told apart in a line. */
export async function fileAt({ app, cookie }: Visitor, id: string) {
  const headers = { origin: OUR_ORIGIN, cookie: `${SESSION_COOKIE}=${cookie}` }
  const answer = await app.request(`${pathOf(id)}/file`, { headers })
  const { status } = answer
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return {
    status,
    said: answer.headers.get('content-length'),
    length: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    pages: status === 200 && isZip(bytes) ? Object.keys(unzipSync(bytes)) : [],
  }
}

/** The status and kind of a refusal. */
export async function refusalAt(visitor: Visitor, id: string): Promise<readonly unknown[]> {
  const { status, refusal } = await visitor.get(`${pathOf(id)}/file`)
  return [status, refusal?.kind]
}

/** What batches left at a relay. */
export function leftAt({ config }: Office): Promise<readonly string[]> {
  return readdir(join(config.dataFolder, BATCH_FOLDER)).catch(() => [])
}

/** What a stranger to the relays finds in the shared store. */
export function archivesIn({ address }: Pick<S3Server, 'address'>): SharedArchives {
  const place = s3PlaceFrom(address)
  if (!place) throw new Error(`${address} is no place`)
  return openS3Archives(place)
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}
