import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AccountId } from '@yejibu/shared/kernel/ids'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { officeConfig } from '../config.ts'
import { EVIDENCE_FOLDER, type Office, openOffice } from '../office.ts'
import { examineOffice } from '../operations/doctor/examine-office.ts'
import { openEvidence } from '../store/sql/evidence-register.ts'
import { type S3Server, startS3 } from '../testing/servers/s3-server.ts'
import { folderForTests } from '../testing/servers/test-folder.ts'
import { evidenceContract, OWNER, pdf } from './evidence.contract.ts'
import { openEvidenceFolder } from './evidence-folder.ts'
import { openS3Originals, s3PlaceFrom } from './s3-originals.ts'

let s3: S3Server
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3.close())

async function officeWith(evidence: string | null) {
  const folder = await mkdtemp(join(folderForTests(), 'yejibu-evidence-'))
  const office = await openOffice(officeConfig(folder, { evidence }))
  return {
    office,
    evidence: office.evidence,
    dyingBeforeHeld: () =>
      openEvidenceFolder({
        folder: join(folder, EVIDENCE_FOLDER),
        register: { ...openEvidence(office.store), hold: () => Promise.reject(new Error('died')) },
        ...{ originals: office.originals, maxBytes: 1_000_000, now: () => new Date(0) },
      }),
    close: async () => {
      await office.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

evidenceContract('a folder', () => officeWith(null))
evidenceContract('an S3-compatible store', () => officeWith(s3.address))

describe('files in an S3-compatible store', () => {
  const opened: { close(): Promise<void> }[] = []
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close()
  })
  const open = async (address = s3.address): Promise<Office> => {
    const made = await officeWith(address)
    opened.push(made)
    return made.office
  }
  /** Another relay: its own folder, the same register and store. */
  const beside = async (office: Office) => {
    const folder = await mkdtemp(join(folderForTests(), 'yejibu-beside-'))
    opened.push({ close: () => rm(folder, { recursive: true, force: true }) })
    const register = {
      ...office.evidence,
      hold: async () => {},
      bytesOf: async () => 0,
    }
    return openEvidenceFolder({
      ...{ folder, register, originals: office.originals, maxBytes: 1_000_000 },
      now: () => new Date(0),
    })
  }

  it('[RELAY-218] a file that came to one relay is read at another, and again when a relay’s own copy is gone', async () => {
    const office = await open()
    const other = await beside(office)
    const { bytes, sha256 } = pdf(200_000)
    await office.evidence.put(OWNER, sha256, bytes)
    expect(await s3.read(sha256)).toEqual(bytes)
    expect(new Uint8Array(await readFile(await other.fetched(sha256)))).toEqual(bytes)
    rmSync(office.evidence.pathOf(sha256))
    const both = await Promise.all([office.evidence.fetched(sha256), office.evidence.fetched(sha256)])
    expect(new Uint8Array(readFileSync(both[0]))).toEqual(bytes)
  })

  it('[RELAY-218] what the store changed is not served, and the doctor reads the store and not the copy', async () => {
    const office = await open()
    const { bytes, sha256 } = pdf(2_000)
    await office.evidence.put(OWNER, sha256, bytes)
    expect((await examineOffice(office)).findings).toEqual([])
    await s3.replace(sha256, pdf(2_000).bytes)
    expect((await examineOffice(office)).findings).toMatchObject([{ kind: 'evidence-changed', at: sha256 }])
    await expect((await beside(office)).fetched(sha256)).rejects.toThrow('other bytes')
    await s3.remove(sha256)
    expect((await examineOffice(office)).findings).toMatchObject([{ kind: 'evidence-missing', at: sha256 }])
  })

  it('[RELAY-364] a bucket that is not there is no file that is not there: neither a reader nor the doctor is told that one is lost', async () => {
    const office = await open()
    const { bytes, sha256 } = pdf(500)
    await office.evidence.put(OWNER, sha256, bytes)
    const elsewhere = s3PlaceFrom(s3.addressWith({ bucket: 'another' }))
    const originals = elsewhere && openS3Originals(elsewhere)
    const none = { why: 'evidence-bucket' }
    await expect(originals?.get(sha256)).rejects.toMatchObject(none)
    const { store, database, evidence } = office
    await expect(examineOffice({ store, database, evidence, originals })).rejects.toMatchObject(none)
  })

  it('[RELAY-218] a file that the store would not take is held by nobody, and is taken when it is sent again', async () => {
    const office = await open(s3.addressWith({ keyId: 'stranger' }))
    const { bytes, sha256 } = pdf(2_000)
    await expect(office.evidence.put(OWNER, sha256, bytes)).rejects.toThrow('403')
    expect(await office.evidence.held(OWNER as AccountId, sha256)).toBeNull()
    expect(await office.evidence.received(OWNER, sha256)).toBe(2_009)
    const good = await open()
    expect(await good.evidence.put(OWNER, sha256, bytes)).toMatchObject({ ok: true, value: { isComplete: true } })
  })

  it('[RELAY-365] a file that the store would not take while all its bytes came is claimed when the store is well, and no byte is sent again', async () => {
    const office = await open()
    const { bytes, sha256 } = pdf(2_000)
    const refusing = { why: 'evidence-refused' }
    let isWell = false
    const { originals } = office
    const folder = await mkdtemp(join(folderForTests(), 'yejibu-refused-'))
    opened.push({ close: () => rm(folder, { recursive: true, force: true }) })
    const evidence = openEvidenceFolder({
      ...{
        folder,
        register: { ...office.evidence, hold: async () => {}, bytesOf: async () => 0 },
        maxBytes: 1_000_000,
      },
      originals: originals && {
        ...originals,
        put: (name, file) => (isWell ? originals.put(name, file) : Promise.reject(refusing)),
      },
      now: () => new Date(0),
    })
    await expect(evidence.put(OWNER, sha256, bytes)).rejects.toEqual(refusing)
    isWell = true
    expect(await evidence.claim(OWNER, sha256, bytes.length)).toMatchObject({ sha256, bytes: bytes.length })
    expect(await s3.read(sha256)).toEqual(bytes)
  })

  it('[RELAY-216] an address of a store is whole or none', () => {
    expect(s3PlaceFrom('s3+https://key:se%2Fcret@s3.example.cn/yejibu?region=cn-east-1')).toEqual({
      bucket: 'https://s3.example.cn/yejibu',
      region: 'cn-east-1',
      keyId: 'key',
      secret: 'se/cret',
    })
    for (const wrong of [
      's3://bucket',
      's3+https://s3.example.cn/yejibu',
      's3+https://key:secret@s3.example.cn/',
      's3+https://key:secret@s3.example.cn/a/b',
      'https://key:secret@s3.example.cn/yejibu',
      'nothing',
    ]) {
      expect(s3PlaceFrom(wrong), wrong).toBeNull()
    }
  })
})
