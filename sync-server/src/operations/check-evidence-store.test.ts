import { afterAll, beforeAll, expect, it } from 'vitest'
import { officeConfig } from '../config.ts'
import { openS3Originals, s3PlaceFrom } from '../evidence/s3-originals.ts'
import { freePort } from '../testing/servers/free-port.ts'
import { type S3Server, startS3 } from '../testing/servers/s3-server.ts'
import { checkEvidenceStore, EVIDENCE_WORDS } from './check-evidence-store.ts'

let s3: S3Server
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3.close())

const told = (evidence: string | null) => checkEvidenceStore(officeConfig('/data', { evidence }))

it('[RELAY-361] a store of files is tried at the start: one that takes a file and gives it back has no mistake, and neither has none', async () => {
  expect(await told(null)).toEqual([])
  expect(await told(s3.address)).toEqual([])
  expect(await told(s3.address)).toEqual([])
})

it('[RELAY-361] a wrong secret, key, bucket or region is told at the start, one sentence for each, and no secret is in one', async () => {
  const secret = 'a-secret-that-is-not-theirs'
  const wrong = [{ secret }, { keyId: 'stranger' }, { bucket: 'another' }, { region: 'eu-west-1' }]
  const sentences = await Promise.all(wrong.map((other) => told(s3.addressWith(other))))
  expect(sentences).toEqual([
    [expect.stringContaining('密钥口令不符')],
    [expect.stringContaining('没有这个访问密钥')],
    [expect.stringContaining('存储桶')],
    [expect.stringContaining('region=')],
  ])
  for (const [sentence] of sentences) expect(sentence).toMatch(/^--evidence：.+。\/ --evidence .+\.$/)
  expect(sentences.join()).not.toContain(secret)
  expect(sentences.join()).not.toContain('stranger')
})

it('[RELAY-361] a store that is away at the start is no mistake: everything but files goes on', async () => {
  expect(await told(s3.address.replace(/:\d+\//, `:${await freePort()}/`))).toEqual([])
  const away = s3PlaceFrom(`s3+http://key:secret@127.0.0.1:${await freePort()}/yejibu`)
  await expect(away && openS3Originals(away).tryOut()).rejects.toThrow(/did not answer: E[A-Z]+$/)
  const passing = Object.entries(EVIDENCE_WORDS).filter(([, { isMistake }]) => !isMistake)
  expect(passing.map(([cause]) => cause)).toEqual([
    ...['evidence-clock', 'evidence-expired', 'evidence-away', 'evidence-refusing'],
  ])
})
