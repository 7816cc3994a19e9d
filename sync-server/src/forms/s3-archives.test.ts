import { afterAll, beforeAll, expect, it } from 'vitest'
import { openS3Originals, s3PlaceFrom } from '../evidence/s3-originals.ts'
import { type Door, doorTo } from '../testing/servers/door.ts'
import { type S3Server, startS3 } from '../testing/servers/s3-server.ts'
import { openS3Archives } from './s3-archives.ts'
import { archiveOf, sharedArchivesContract } from './shared-archives.contract.ts'

let s3: S3Server
let door: Door
beforeAll(async () => {
  s3 = await startS3()
  door = await doorTo(s3.address)
})
afterAll(async () => {
  await door.shut()
  await s3.close()
})

function placeAt(address: string) {
  const place = s3PlaceFrom(address)
  if (!place) throw new Error(`${address} is no place`)
  return place
}

sharedArchivesContract('an S3-compatible store', () => openS3Archives(placeAt(s3.address)))

it('[RELAY-376] an archive is no evidence, even of its own name, and evidence is no archive', async () => {
  const [archives, originals] = [openS3Archives(placeAt(s3.address)), openS3Originals(placeAt(s3.address))]
  const { bytes, sha256 } = archiveOf(300)
  await archives.put(sha256, sha256, bytes)
  expect(await originals.get(sha256)).toBeNull()
  await originals.put(sha256, bytes)
  await archives.remove(sha256)
  expect(await originals.get(sha256)).toEqual(bytes)
  expect(await archives.get(sha256)).toBeNull()
})

it('[RELAY-376] a store that refuses, or whose door is shut, is no empty store', async () => {
  const { bytes, sha256 } = archiveOf(300)
  const unknown = new URL(s3.address)
  unknown.username = 'stranger'
  const stranger = openS3Archives(placeAt(unknown.href))
  const away = openS3Archives(placeAt(door.address))
  await away.put('kept', sha256, bytes)
  await door.shut()
  for (const archives of [stranger, away]) {
    await expect(archives.put('kept', sha256, bytes)).rejects.toThrow()
    await expect(archives.get('kept')).rejects.toThrow()
    await expect(archives.remove('kept')).rejects.toThrow()
  }
  await door.open()
  expect(await away.get('kept')).toEqual(bytes)
})

it('[RELAY-376] what is being put is given up when its relay stops, though the store does not answer', async () => {
  const { bytes, sha256 } = archiveOf(300)
  const heard = door.hold()
  const stopping = new AbortController()
  const putting = openS3Archives(placeAt(door.address)).put('slow', sha256, bytes, stopping.signal)
  await heard
  stopping.abort()
  await expect(putting).rejects.toThrow(/abort/i)
  await door.open()
})
